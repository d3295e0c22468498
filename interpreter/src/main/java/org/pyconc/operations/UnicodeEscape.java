package org.pyconc.operations;

/**
 * The encoding {@code unicode_escape}: Latin-1 text with the escape sequences of literals; and
 * {@code raw_unicode_escape}: that of raw literals, with escapes for what is not in Latin-1 alone.
 */
final class UnicodeEscape {
  private UnicodeEscape() {}

  static byte[] encode(Object text) {
    StringBuilder out = new StringBuilder();
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      if (c == '\\') {
        out.append("\\\\");
      } else if (c >= ' ' && c < 0x7F) {
        out.append((char) c);
      } else {
        out.append(Literals.escape(c));
      }
    }
    return Codecs.latin1(out.toString());
  }

  static byte[] encodeRaw(Object text) {
    StringBuilder out = new StringBuilder();
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      if (c < 0x100) {
        out.append((char) c);
      } else {
        out.append(Literals.escape(c));
      }
    }
    return Codecs.latin1(out.toString());
  }

  static Object decodeRaw(byte[] bytes, String errors) {
    TextBuilder out = new TextBuilder();
    DecodeErrors handler = new DecodeErrors("rawunicodeescape", bytes, errors);
    int i = 0;
    while (i < bytes.length) {
      int start = i;
      while (i < bytes.length && bytes[i] == '\\') {
        i++;
      }
      boolean isEscape = (i - start) % 2 == 1 && i < bytes.length && (bytes[i] | 0x20) == 'u';
      for (int k = start; k < (isEscape ? i - 1 : i); k++) {
        out.append('\\');
      }
      if (isEscape) {
        i = hex(bytes, i - 1, i + 1, bytes[i], out, handler);
      } else if (i < bytes.length) {
        out.append(bytes[i++] & 0xFF);
      }
    }
    return out.build();
  }

  static Object decode(byte[] bytes, String errors) {
    TextBuilder out = new TextBuilder();
    DecodeErrors handler = new DecodeErrors("unicodeescape", bytes, errors);
    int i = 0;
    while (i < bytes.length) {
      int start = i;
      int c = bytes[i++] & 0xFF;
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (i == bytes.length) {
        handler.handle(out, start, i, "\\ at end of string");
        break;
      }
      int kind = bytes[i++] & 0xFF;
      int simple = "\\'\"abfnrtv\n".indexOf(kind);
      if (simple >= 0) {
        if (kind != '\n') {
          out.append("\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
        }
      } else if (kind == 'x' || kind == 'u' || kind == 'U') {
        i = hex(bytes, start, i, kind, out, handler);
      } else if (kind >= '0' && kind <= '7') {
        int value = kind - '0';
        for (int k = 0; k < 2 && i < bytes.length && bytes[i] >= '0' && bytes[i] <= '7'; k++) {
          value = value * 8 + bytes[i++] - '0';
        }
        out.append(value);
      } else {
        out.append('\\').append(kind);
      }
    }
    return out.build();
  }

  private static int hex(
      byte[] bytes, int start, int from, int kind, TextBuilder out, DecodeErrors handler) {
    int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
    int at = from;
    long value = 0;
    while (at < bytes.length && at < from + digits && Character.digit(bytes[at], 16) >= 0) {
      value = value * 16 + Character.digit(bytes[at++], 16);
    }
    if (at < from + digits) {
      String form = kind == 'x' ? "\\xXX" : kind == 'u' ? "\\uXXXX" : "\\UXXXXXXXX";
      handler.handle(out, start, at, "truncated " + form + " escape");
    } else if (value > Character.MAX_CODE_POINT) {
      handler.handle(out, start, at, "illegal Unicode character");
    } else {
      out.append((int) value);
    }
    return at;
  }
}
