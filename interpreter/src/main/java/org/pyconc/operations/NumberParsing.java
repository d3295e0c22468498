package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.WideString;

/** Numbers out of text: {@code int("...")}, {@code float("...")}, {@code complex("...")}. */
public final class NumberParsing {
  /** Texts up to this length are left to BigInteger's quadratic constructor. */
  private static final int SMALL = 600;

  private NumberParsing() {}

  /** The text with any decimal digits and spaces of Unicode replaced by those of ASCII. */
  private static String ascii(Object text) {
    if (text instanceof WideString w) {
      int[] points = w.codePoints();
      char[] chars = new char[points.length];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = ascii(points[i]);
      }
      return new String(chars);
    }
    String s = (String) text;
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) > 127) {
        char[] chars = s.toCharArray();
        for (int j = i; j < chars.length; j++) {
          chars[j] = ascii(chars[j]);
        }
        return new String(chars);
      }
    }
    return s;
  }

  private static char ascii(int c) {
    if (c < 128) {
      return (char) c;
    }
    if (isSpace(c)) {
      return ' ';
    }
    return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
        ? (char) ('0' + Character.digit(c, 10))
        : '?';
  }

  private static boolean isSpace(int c) {
    return (c >= 9 && c <= 13)
        || (c >= 28 && c <= 32)
        || c == 0x85
        || (c > 127 && Character.isSpaceChar(c));
  }

  private static String strip(String s) {
    int start = 0;
    int end = s.length();
    while (start < end && isSpace(s.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(s.charAt(end - 1))) {
      end--;
    }
    return s.substring(start, end);
  }

  /**
   * {@code int(text, base)}.
   *
   * @param text a str
   * @param base 2 to 36, or 0 to go by the prefix
   * @param original what the message shows
   */
  public static Object integer(Object text, int base, Object original) {
    Object value = integerOrNull(strip(ascii(text)), base);
    if (value != null) {
      return value;
    }
    String shown = Text.javaRepr(original);
    throw Errors.valueError(
        "invalid literal for int() with base "
            + base
            + ": "
            + (shown.length() > 200 ? shown.substring(0, 200) : shown));
  }

  private static @Nullable Object integerOrNull(String s, int givenBase) {
    int base = givenBase;
    int at = 0;
    boolean isNegative = false;
    if (!s.isEmpty() && (s.charAt(0) == '-' || s.charAt(0) == '+')) {
      isNegative = s.charAt(0) == '-';
      at = 1;
    }
    boolean zeroOnly = false;
    int prefix = at + 1 < s.length() && s.charAt(at) == '0' ? prefixBase(s.charAt(at + 1)) : 0;
    if (base == 0) {
      base = prefix != 0 ? prefix : 10;
      zeroOnly = prefix == 0 && at < s.length() && s.charAt(at) == '0';
    }
    if (prefix == base) {
      at += 2;
      if (at < s.length() && s.charAt(at) == '_') {
        at++;
      }
    }
    String digits = digits(s, at, base);
    if (digits == null) {
      return null;
    }
    Object value = magnitude(digits, base);
    if (zeroOnly && Integers.signum(value) != 0) {
      return null;
    }
    return isNegative ? IntegerArithmetic.negate(value) : value;
  }

  private static int prefixBase(char c) {
    return switch (c) {
      case 'b', 'B' -> 2;
      case 'o', 'O' -> 8;
      case 'x', 'X' -> 16;
      default -> 0;
    };
  }

  /** The digits from an index to the end without single underscores between them, or null. */
  private static @Nullable String digits(String s, int start, int base) {
    boolean hasUnderscore = false;
    char before = '_';
    for (int i = start; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '_') {
        if (before == '_') {
          return null;
        }
        hasUnderscore = true;
      } else if (c > 127 || Character.digit(c, base) < 0) {
        return null;
      }
      before = c;
    }
    if (before == '_') {
      return null;
    }
    String digits = s.substring(start);
    return hasUnderscore ? digits.replace("_", "") : digits;
  }

  private static Object magnitude(String digits, int base) {
    if (digits.length() <= 12) {
      return Long.parseLong(digits, base);
    }
    if ((base & (base - 1)) != 0) {
      NumberText.checkDigits(digits.length());
    }
    return Integers.normalise(parse(digits, base));
  }

  /** Halves the text, so that the cost is that of multiplication. */
  private static BigInteger parse(String digits, int base) {
    if (digits.length() <= SMALL) {
      return new BigInteger(digits, base);
    }
    int low = digits.length() / 2;
    BigInteger high = parse(digits.substring(0, digits.length() - low), base);
    BigInteger rest = parse(digits.substring(digits.length() - low), base);
    BigInteger scaled =
        (base & (base - 1)) == 0
            ? high.shiftLeft(low * Integer.numberOfTrailingZeros(base))
            : high.multiply(BigInteger.valueOf(base).pow(low));
    return scaled.add(rest);
  }

  /** The value of an int literal of a program, whose form is right. */
  public static Object integerLiteral(String literal) {
    Object value = integerOrNull(literal, 0);
    if (value == null) {
      throw new IllegalArgumentException(literal);
    }
    return value;
  }

  /**
   * {@code float(text)}.
   *
   * @param text a str
   * @param original what the message shows
   */
  public static double real(Object text, Object original) {
    String s = withoutUnderscores(strip(ascii(text)));
    Double value = s == null || endOfReal(s, 0) != s.length() ? null : realOrNull(s);
    if (value == null) {
      throw Errors.valueError("could not convert string to float: " + Text.javaRepr(original));
    }
    return value;
  }

  /** Underscores may stand between digits only; null if one stands elsewhere. */
  private static @Nullable String withoutUnderscores(String s) {
    int at = s.indexOf('_');
    if (at < 0) {
      return s;
    }
    for (; at >= 0; at = s.indexOf('_', at + 1)) {
      if (at == 0
          || at == s.length() - 1
          || !isDigit(s.charAt(at - 1))
          || !isDigit(s.charAt(at + 1))) {
        return null;
      }
    }
    return s.replace("_", "");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where the float that starts at an index ends; the index itself if none starts there. */
  private static int endOfReal(String s, int start) {
    int at = start;
    if (at < s.length() && (s.charAt(at) == '+' || s.charAt(at) == '-')) {
      at++;
    }
    for (String word : new String[] {"infinity", "inf", "nan"}) {
      if (s.regionMatches(true, at, word, 0, word.length())) {
        return at + word.length();
      }
    }
    int digits = 0;
    while (at < s.length() && isDigit(s.charAt(at))) {
      at++;
      digits++;
    }
    if (at < s.length() && s.charAt(at) == '.') {
      at++;
      while (at < s.length() && isDigit(s.charAt(at))) {
        at++;
        digits++;
      }
    }
    if (digits == 0) {
      return start;
    }
    if (at < s.length() && (s.charAt(at) == 'e' || s.charAt(at) == 'E')) {
      int exponent = at + 1;
      if (exponent < s.length() && (s.charAt(exponent) == '+' || s.charAt(exponent) == '-')) {
        exponent++;
      }
      if (exponent < s.length() && isDigit(s.charAt(exponent))) {
        at = exponent;
        while (at < s.length() && isDigit(s.charAt(at))) {
          at++;
        }
      }
    }
    return at;
  }

  /** The value of text whose form {@link #endOfReal} has checked; null for empty text. */
  private static @Nullable Double realOrNull(String s) {
    if (s.isEmpty()) {
      return null;
    }
    char last = s.charAt(s.length() - 1);
    if (isDigit(last) || last == '.') {
      return Double.parseDouble(s);
    }
    boolean isNegative = s.charAt(0) == '-';
    if (last == 'n' || last == 'N') {
      return s.length() >= 3 && (s.charAt(s.length() - 2) | 32) == 'a' ? Double.NaN : null;
    }
    return isNegative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** {@code complex(text)}. */
  public static PyComplex complex(Object text) {
    String s = strip(ascii(text));
    if (s.startsWith("(") && s.endsWith(")")) {
      s = strip(s.substring(1, s.length() - 1));
    }
    s = withoutUnderscores(s);
    if (s == null) {
      throw Errors.valueError("could not convert string to complex: " + Text.javaRepr(text));
    }
    PyComplex value = s.isEmpty() ? null : complexOrNull(s);
    if (value == null) {
      throw Errors.valueError("complex() arg is a malformed string");
    }
    return value;
  }

  private static @Nullable PyComplex complexOrNull(String s) {
    int end = endOfReal(s, 0);
    if (end == s.length()) {
      Double real = realOrNull(s);
      return real == null ? null : new PyComplex(real, 0);
    }
    double real = 0;
    int start = 0;
    if (end > 0 && (s.charAt(end) == '+' || s.charAt(end) == '-')) {
      Double first = realOrNull(s.substring(0, end));
      if (first == null) {
        return null;
      }
      real = first;
      start = end;
      end = endOfReal(s, start);
    }
    if ((s.charAt(s.length() - 1) | 32) != 'j') {
      return null;
    }
    int last = s.length() - 1;
    if (end == last && end > start) {
      Double imaginary = realOrNull(s.substring(start, end));
      return imaginary == null ? null : new PyComplex(real, imaginary);
    }
    String sign = s.substring(start, last);
    return switch (sign) {
      case "", "+" -> new PyComplex(real, 1);
      case "-" -> new PyComplex(real, -1);
      default -> null;
    };
  }
}
