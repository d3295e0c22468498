package org.pyconc.stdlib.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Text;

/** Decodes bytes that come in parts: what is no whole character yet waits for the next part. */
final class TextDecoder {
  private static final byte[] NONE = {};

  private final String errors;

  /** Without aliases. */
  private final String codec;

  /** That of the characters, once a byte order mark has been seen, or the start is past. */
  private String settled;

  private byte[] held = NONE;

  TextDecoder(String encoding, String errors) {
    this.codec = Codecs.canonical(encoding);
    this.settled = codec;
    this.errors = errors;
  }

  TextDecoder copy() {
    TextDecoder copy = new TextDecoder(codec, errors);
    copy.settled = settled;
    copy.held = held;
    return copy;
  }

  /** At another place of the stream; only its beginning may have a byte order mark. */
  void reset(boolean isBeginning) {
    held = NONE;
    if (isBeginning) {
      settled = codec;
    } else if (settled.equals(codec)) {
      settled = withoutMark(codec);
    }
  }

  private static String withoutMark(String codec) {
    return switch (codec) {
      case "utf-16", "utf-32" -> codec + "-le";
      case "utf-8-sig" -> "utf-8";
      default -> codec;
    };
  }

  /** How many bytes wait. */
  int held() {
    return held.length;
  }

  /** What the encoding is behind the place where it was decided. */
  String settled() {
    return settled;
  }

  String decode(byte[] more, int count, boolean isLast) {
    byte[] bytes = Arrays.copyOf(held, held.length + count);
    System.arraycopy(more, 0, bytes, held.length, count);
    int tail = isLast ? 0 : incomplete(bytes);
    held = tail == 0 ? NONE : Arrays.copyOfRange(bytes, bytes.length - tail, bytes.length);
    byte[] whole = tail == 0 ? bytes : Arrays.copyOf(bytes, bytes.length - tail);
    if (whole.length == 0) {
      return "";
    }
    String now = settled;
    settle(whole);
    return Text.java(Codecs.decode(whole, now, errors));
  }

  private void settle(byte[] first) {
    if (settled.equals("utf-16") || settled.equals("utf-32")) {
      boolean isBig =
          settled.equals("utf-16")
              ? first.length > 1 && first[0] == (byte) 0xfe && first[1] == (byte) 0xff
              : first.length > 3 && first[2] == (byte) 0xfe && first[3] == (byte) 0xff;
      settled = settled + (isBig ? "-be" : "-le");
    } else {
      settled = withoutMark(settled);
    }
  }

  /** How many bytes at the end are the beginning of a character. */
  private int incomplete(byte[] bytes) {
    return switch (settled) {
      case "utf-8" -> incompleteUtf8(bytes);
      case "utf-8-sig" -> bytes.length < 3 ? bytes.length : incompleteUtf8(bytes);
      case "utf-16" -> bytes.length < 2 ? bytes.length : incompleteUtf16(bytes);
      case "utf-16-le", "utf-16-be" -> incompleteUtf16(bytes);
      case "utf-32", "utf-32-le", "utf-32-be" -> bytes.length % 4;
      case "ascii", "latin-1" -> 0;
      default -> incompleteOther(bytes);
    };
  }

  private static int incompleteUtf8(byte[] bytes) {
    int last = bytes.length;
    for (int back = 1; back <= Math.min(3, last); back++) {
      int b = bytes[last - back] & 0xff;
      if (b < 0x80) {
        return 0;
      }
      if (b >= 0xc0) {
        int needed = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
        return back < needed && b < 0xf8 ? back : 0;
      }
    }
    return 0;
  }

  private int incompleteUtf16(byte[] bytes) {
    int odd = bytes.length % 2;
    int last = bytes.length - odd - 2;
    if (last >= 0) {
      boolean isBig =
          settled.equals("utf-16-be")
              || (settled.equals("utf-16") && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
      int high = bytes[isBig ? last : last + 1] & 0xff;
      if (high >= 0xd8 && high < 0xdc) {
        return odd + 2;
      }
    }
    return odd;
  }

  private int incompleteOther(byte[] bytes) {
    Charset charset;
    try {
      charset = Charset.forName(settled);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return 0;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    var ignored =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .decode(in, CharBuffer.allocate(bytes.length * 2 + 2), false);
    return in.remaining();
  }
}
