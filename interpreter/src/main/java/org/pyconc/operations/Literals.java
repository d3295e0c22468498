package org.pyconc.operations;

import java.util.HexFormat;
import org.pyconc.objects.WideString;

/** Strs and bytes as literals: what {@code repr} and {@code ascii} give. */
public final class Literals {
  private static final HexFormat HEX = HexFormat.of();

  private Literals() {}

  /** The literal for a str. */
  public static Object ofText(Object text) {
    boolean single = TextSearch.hasCodePoint(text, '\'');
    char quote = single && !TextSearch.hasCodePoint(text, '"') ? '"' : '\'';
    if (text instanceof String s && !needsEscape(s, quote)) {
      return quote + s + quote;
    }
    TextBuilder b = new TextBuilder().append(quote);
    int length = Text.length(text);
    for (int i = 0; i < length; i++) {
      int c = Text.at(text, i);
      if (c == quote || c == '\\') {
        b.append('\\').append(c);
      } else if (UnicodeProperties.isPrintable(c)) {
        b.append(c);
      } else {
        b.append(escape(c));
      }
    }
    return b.append(quote).build();
  }

  private static boolean needsEscape(String s, char quote) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == quote || c == '\\' || !UnicodeProperties.isPrintable(c)) {
        return true;
      }
    }
    return false;
  }

  /** The literal for bytes, without the {@code b}. */
  public static String ofBytes(byte[] bytes) {
    char quote = indexOf(bytes, '\'') >= 0 && indexOf(bytes, '"') < 0 ? '"' : '\'';
    StringBuilder b = new StringBuilder(bytes.length + 2).append(quote);
    for (byte each : bytes) {
      int c = each & 0xFF;
      if (c == quote || c == '\\') {
        b.append('\\').append((char) c);
      } else if (c >= ' ' && c < 0x7F) {
        b.append((char) c);
      } else {
        b.append(escape(c));
      }
    }
    return b.append(quote).toString();
  }

  private static int indexOf(byte[] bytes, char c) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == c) {
        return i;
      }
    }
    return -1;
  }

  /** {@code ascii(value)} for a value whose {@code repr} is known. */
  public static String ascii(Object repr) {
    if (repr instanceof String s && TextPredicates.isAscii(s)) {
      return s;
    }
    StringBuilder b = new StringBuilder();
    int[] points = repr instanceof WideString w ? w.codePoints() : Text.codePoints(repr);
    for (int c : points) {
      b.append(c < 0x80 ? String.valueOf((char) c) : escape(c));
    }
    return b.toString();
  }

  /** The escape sequence of a character that is not shown as it is. */
  static String escape(int c) {
    return switch (c) {
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> hexEscape(c);
    };
  }

  /** The numeric escape sequence of any character. */
  static String hexEscape(int c) {
    return c <= 0xFF
        ? "\\x" + HEX.toHexDigits(c, 2)
        : c <= 0xFFFF ? "\\u" + HEX.toHexDigits(c, 4) : "\\U" + HEX.toHexDigits(c, 8);
  }
}
