package org.pyconc.operations;

import java.nio.charset.StandardCharsets;
import org.pyconc.objects.WideString;

/** UTF-8; errors are found at the places and with the reasons of CPython. */
final class Utf8 {
  private static final String START = "invalid start byte";
  private static final String CONTINUATION = "invalid continuation byte";
  private static final String END = "unexpected end of data";

  private Utf8() {}

  /** Whether the bytes begin with a byte order mark. */
  static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  static byte[] encode(Object text, boolean withMark, String errors) {
    if (text instanceof String s && !withMark) {
      return s.getBytes(StandardCharsets.UTF_8);
    }
    EncodeErrors out = new EncodeErrors("utf-8", text, errors);
    if (withMark) {
      out.write(0xEF);
      out.write(0xBB);
      out.write(0xBF);
    }
    if (text instanceof String s) {
      out.write(s.getBytes(StandardCharsets.UTF_8));
      return out.toByteArray();
    }
    int[] points = ((WideString) text).codePoints();
    for (int i = 0; i < points.length; i++) {
      if (isSurrogate(points[i]) && !out.passesSurrogates()) {
        int end = i + 1;
        while (end < points.length && isSurrogate(points[end])) {
          end++;
        }
        out.write(Codecs.latin1(out.handle(i, end, "surrogates not allowed")));
        i = end - 1;
      } else {
        write(out, points[i]);
      }
    }
    return out.toByteArray();
  }

  private static void write(EncodeErrors out, int c) {
    if (c < 0x80) {
      out.write(c);
    } else if (c < 0x800) {
      out.write(0xC0 | c >> 6);
      out.write(0x80 | c & 0x3F);
    } else {
      if (c < 0x10000) {
        out.write(0xE0 | c >> 12);
      } else {
        out.write(0xF0 | c >> 18);
        out.write(0x80 | c >> 12 & 0x3F);
      }
      out.write(0x80 | c >> 6 & 0x3F);
      out.write(0x80 | c & 0x3F);
    }
  }

  private static boolean isSurrogate(int c) {
    return c >= 0xD800 && c <= 0xDFFF;
  }

  static Object decode(byte[] bytes, int from, String errors) {
    String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    if (text.indexOf(0xFFFD) < 0) { // Java puts it where it cannot decode
      return text.length() == bytes.length - from ? text : WideString.of(text);
    }
    int i = from;
    TextBuilder out = new TextBuilder();
    DecodeErrors handler = new DecodeErrors("utf-8", bytes, errors);
    boolean passes = errors.equals("surrogatepass");
    while (i < bytes.length) {
      int c = bytes[i];
      if (c >= 0) {
        out.append(c);
        i++;
        continue;
      }
      int length = sequenceLength(c & 0xFF);
      int good = goodBytes(bytes, i, length, passes);
      if (length > 0 && good == length) {
        out.append(codePoint(bytes, i, length));
        i += length;
      } else if (length == 0) {
        handler.handle(out, i, i + 1, START);
        i++;
      } else {
        String reason = i + good >= bytes.length ? END : CONTINUATION;
        handler.handle(out, i, i + good, reason);
        i += good;
      }
    }
    return out.build();
  }

  private static int sequenceLength(int first) {
    return first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  }

  /** How many bytes of a sequence are as they should be. */
  private static int goodBytes(byte[] bytes, int start, int length, boolean passesSurrogates) {
    int good = 1;
    while (good < length && start + good < bytes.length) {
      int c = bytes[start + good] & 0xFF;
      if (c < 0x80 || c > 0xBF) {
        break;
      }
      if (good == 1 && !fitsSecond(bytes[start] & 0xFF, c, passesSurrogates)) {
        break;
      }
      good++;
    }
    return good;
  }

  private static boolean fitsSecond(int first, int second, boolean passesSurrogates) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second < 0xA0 || passesSurrogates;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second < 0x90;
      default -> true;
    };
  }

  private static int codePoint(byte[] bytes, int start, int length) {
    int c = bytes[start] & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      c = c << 6 | bytes[start + i] & 0x3F;
    }
    return c;
  }
}
