package org.pyconc.operations;

/** UTF-32 in both byte orders; without a given order with a mark, little endian. */
final class Utf32 {
  private Utf32() {}

  static byte[] encode(Object text, String codec, String errors) {
    boolean big = codec.equals("utf-32-be");
    EncodeErrors out = new EncodeErrors(codec, text, errors);
    if (codec.equals("utf-32")) {
      write(out, 0xFEFF, false);
    }
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      if (c >= 0xD800 && c <= 0xDFFF && !out.passesSurrogates()) {
        String by = out.handle(i, i + 1, "surrogates not allowed");
        for (int k = 0; k < by.length(); k++) {
          write(out, by.charAt(k), big);
        }
      } else {
        write(out, c, big);
      }
    }
    return out.toByteArray();
  }

  private static void write(EncodeErrors out, int c, boolean big) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(c >> (big ? 24 - shift : shift));
    }
  }

  static Object decode(byte[] bytes, String codec, String errors) {
    int i = 0;
    boolean big = codec.equals("utf-32-be");
    if (codec.equals("utf-32") && bytes.length >= 4) {
      int mark = unit(bytes, 0, false);
      big = mark == 0xFFFE0000;
      i = big || mark == 0xFEFF ? 4 : 0;
    }
    TextBuilder out = new TextBuilder();
    DecodeErrors handler = new DecodeErrors(big ? "utf-32-be" : "utf-32-le", bytes, errors);
    boolean passes = errors.equals("surrogatepass");
    for (; i < bytes.length; i += 4) {
      if (i + 3 >= bytes.length) {
        handler.handle(out, i, bytes.length, "truncated data");
        break;
      }
      int c = unit(bytes, i, big);
      if (c < 0 || c > Character.MAX_CODE_POINT) {
        handler.handle(out, i, i + 4, "code point not in range(0x110000)");
      } else if (c >= 0xD800 && c <= 0xDFFF && !passes) {
        handler.handle(out, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)");
      } else {
        out.append(c);
      }
    }
    return out.build();
  }

  private static int unit(byte[] bytes, int at, boolean big) {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      unit = unit << 8 | bytes[big ? at + i : at + 3 - i] & 0xFF;
    }
    return unit;
  }
}
