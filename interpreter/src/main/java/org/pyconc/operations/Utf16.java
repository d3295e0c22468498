package org.pyconc.operations;

import org.pyconc.objects.WideString;

/** UTF-16 in both byte orders; without a given order with a mark, little endian. */
final class Utf16 {
  private Utf16() {}

  static byte[] encode(Object text, String codec, String errors) {
    boolean big = codec.equals("utf-16-be");
    EncodeErrors out = new EncodeErrors(codec, text, errors);
    if (codec.equals("utf-16")) {
      write(out, 0xFEFF, false);
    }
    if (text instanceof String s) {
      write(out, s, big);
      return out.toByteArray();
    }
    int[] points = ((WideString) text).codePoints();
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      if (c > 0xFFFF) {
        write(out, Character.highSurrogate(c), big);
        write(out, Character.lowSurrogate(c), big);
      } else if (c >= 0xD800 && c <= 0xDFFF && !out.passesSurrogates()) {
        write(out, out.handle(i, i + 1, "surrogates not allowed"), big);
      } else {
        write(out, c, big);
      }
    }
    return out.toByteArray();
  }

  private static void write(EncodeErrors out, String text, boolean big) {
    for (int i = 0; i < text.length(); i++) {
      write(out, text.charAt(i), big);
    }
  }

  private static void write(EncodeErrors out, int unit, boolean big) {
    out.write(big ? unit >> 8 : unit);
    out.write(big ? unit : unit >> 8);
  }

  static Object decode(byte[] bytes, String codec, String errors) {
    int i = 0;
    boolean big = codec.equals("utf-16-be");
    if (codec.equals("utf-16") && bytes.length >= 2) {
      int mark = unit(bytes, 0, false);
      big = mark == 0xFFFE;
      i = big || mark == 0xFEFF ? 2 : 0;
    }
    TextBuilder out = new TextBuilder();
    DecodeErrors handler = new DecodeErrors(big ? "utf-16-be" : "utf-16-le", bytes, errors);
    boolean passes = errors.equals("surrogatepass");
    while (i < bytes.length) {
      if (i + 1 == bytes.length) {
        handler.handle(out, i, i + 1, "truncated data");
        break;
      }
      int c = unit(bytes, i, big);
      if (c < 0xD800 || c > 0xDFFF) {
        out.append(c);
      } else if (c < 0xDC00 && i + 3 < bytes.length && isLow(unit(bytes, i + 2, big))) {
        out.append(Character.toCodePoint((char) c, (char) unit(bytes, i + 2, big)));
        i += 2;
      } else if (passes) {
        out.append(c);
      } else if (c >= 0xDC00) {
        handler.handle(out, i, i + 2, "illegal encoding");
      } else if (i + 3 < bytes.length) {
        handler.handle(out, i, i + 2, "illegal UTF-16 surrogate");
      } else {
        handler.handle(out, i, bytes.length, "unexpected end of data");
        break;
      }
      i += 2;
    }
    return out.build();
  }

  private static boolean isLow(int unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
  }

  private static int unit(byte[] bytes, int at, boolean big) {
    int first = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    return big ? first << 8 | second : second << 8 | first;
  }
}
