package org.pyconc.stdlib.pickle;

import java.nio.charset.StandardCharsets;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;

/** The encoding {@code raw-unicode-escape}, in which protocol 0 writes text. */
final class RawUnicodeEscape {
  private static final int CONTROL_Z = 0x1a;

  private RawUnicodeEscape() {}

  static String encode(Object text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < Text.length(text); i++) {
      int c = Text.at(text, i);
      if (c > 0xffff) {
        escaped.append("\\U").append(hex(c, 8));
      } else if (c > 0xff || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == CONTROL_Z) {
        escaped.append("\\u").append(hex(c, 4));
      } else {
        escaped.append((char) c);
      }
    }
    return escaped.toString();
  }

  private static String hex(int c, int digits) {
    String hex = Integer.toHexString(c);
    return "0".repeat(digits - hex.length()) + hex;
  }

  static Object decode(byte[] bytes) {
    String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
    int[] points = new int[latin1.length()];
    int count = 0;
    int i = 0;
    while (i < latin1.length()) {
      int length = escapeLength(latin1, i);
      int value = length == 0 ? -1 : number(latin1, i + 2, i + length);
      if (value >= 0) {
        points[count++] = value;
        i += length;
      } else if (latin1.charAt(i) == '\\' && i + 1 < latin1.length()) {
        points[count++] = '\\';
        points[count++] = latin1.charAt(i + 1);
        i += 2;
      } else {
        points[count++] = latin1.charAt(i++);
      }
    }
    return WideString.of(java.util.Arrays.copyOf(points, count));
  }

  private static int escapeLength(String text, int at) {
    if (text.charAt(at) != '\\' || at + 1 >= text.length()) {
      return 0;
    }
    int length = text.charAt(at + 1) == 'u' ? 6 : text.charAt(at + 1) == 'U' ? 10 : 0;
    return at + length <= text.length() ? length : 0;
  }

  /** The value of hexadecimal digits, or -1 if they are none or no code point. */
  private static int number(String text, int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value <= Character.MAX_CODE_POINT ? (int) value : -1;
  }
}
