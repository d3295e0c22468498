package org.pyconc.stdlib.xml;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.operations.Codecs;

/** Decodes the bytes of a document, whose first bytes or declaration name the encoding. */
final class XmlInput {
  /** Stands for bytes that the encoding does not have; no character of a document. */
  static final char MALFORMED = '\udc80';

  private static final int LONGEST_DECLARATION = 1024;

  private final @Nullable String given;
  private @Nullable CharsetDecoder decoder;
  private byte[] pending = {};

  /** The name of an encoding that there is not, and where it stands. */
  @Nullable String unknown;

  int unknownAt;

  XmlInput(@Nullable String given) {
    this.given = given;
  }

  /** The characters that the bytes give together with those before. */
  String decode(byte[] data, boolean isFinal) {
    byte[] all = pending.length == 0 ? data : joined(pending, data);
    CharsetDecoder known = decoder;
    int from = 0;
    if (known == null) {
      Charset charset = charset(all, isFinal);
      if (charset == null) {
        pending = all;
        return "";
      }
      from = markLength(all);
      known =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      decoder = known;
    }
    ByteBuffer in = ByteBuffer.wrap(all, from, all.length - from);
    StringBuilder text = new StringBuilder(all.length);
    CharBuffer out = CharBuffer.allocate(Math.max(16, all.length));
    while (true) {
      CoderResult result = known.decode(in, out, isFinal);
      out.flip();
      text.append(out);
      out.clear();
      if (result.isError()) {
        text.append(MALFORMED);
        in.position(in.position() + result.length());
      } else if (result.isUnderflow()) {
        break;
      }
    }
    pending = Arrays.copyOfRange(all, in.position(), all.length);
    return text.toString();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(first.length + second.length);
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static boolean starts(byte[] data, int... bytes) {
    if (data.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((data[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static int markLength(byte[] data) {
    return starts(data, 0xef, 0xbb, 0xbf)
        ? 3
        : starts(data, 0xfe, 0xff) || starts(data, 0xff, 0xfe) ? 2 : 0;
  }

  /** Null if more bytes are needed to know it. */
  private @Nullable Charset charset(byte[] data, boolean isFinal) {
    if (data.length < 4 && !isFinal) {
      return null;
    }
    if (given != null) {
      return named(given, 0);
    }
    if (starts(data, 0xfe, 0xff) || starts(data, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (starts(data, 0xff, 0xfe) || starts(data, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    int mark = markLength(data);
    String head =
        new String(
            data,
            mark,
            Math.min(data.length, LONGEST_DECLARATION) - mark,
            StandardCharsets.ISO_8859_1);
    if (!head.startsWith("<?xml")) {
      return StandardCharsets.UTF_8;
    }
    int end = head.indexOf("?>");
    if (end < 0) {
      return isFinal || head.length() >= LONGEST_DECLARATION - mark ? StandardCharsets.UTF_8 : null;
    }
    int at = head.indexOf("encoding");
    if (at < 0 || at > end) {
      return StandardCharsets.UTF_8;
    }
    int open = at + 8;
    while (open < end && head.charAt(open) != '"' && head.charAt(open) != '\'') {
      open++;
    }
    int close = head.indexOf(head.charAt(open), open + 1);
    return close < 0 ? StandardCharsets.UTF_8 : named(head.substring(open + 1, close), open + 1);
  }

  private Charset named(String name, int at) {
    try {
      return Charset.forName(
          Codecs.canonical(name).equals("latin-1") ? "iso-8859-1" : name); // other spellings too
    } catch (IllegalArgumentException e) {
      unknown = name;
      unknownAt = at;
      return StandardCharsets.ISO_8859_1;
    }
  }
}
