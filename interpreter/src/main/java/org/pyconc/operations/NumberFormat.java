package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.WideString;

/**
 * {@code format(number, spec)}.
 *
 * @see <a href="https://docs.python.org/3.11/library/string.html#formatspec">Format Specification
 *     Mini-Language</a>
 */
public final class NumberFormat {
  private static final int DEFAULT_PRECISION = 6;

  private NumberFormat() {}

  /** {@code int.__format__}: a String or WideString. */
  public static Object integer(Object value, Object spec) {
    if (spec.equals("")) {
      return Text.str(value);
    }
    FormatSpec f = FormatSpec.forNumber(value, spec, 'd');
    if (f.isPlainDecimal() && value instanceof Long l) {
      return decimal(l, f);
    }
    Object plain = Integers.plain(value);
    return switch (f.type()) {
      case 'd', 'n', 'b', 'o', 'x', 'X', 'c' -> {
        if (f.precision() >= 0) {
          throw Errors.valueError("Precision not allowed in integer format specifier");
        }
        if (f.noNegativeZero()) {
          throw Errors.valueError(
              "Negative zero coercion (z) not allowed in integer format specifier");
        }
        yield f.type() == 'c' ? character(plain, f) : integer(plain, f);
      }
      case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> real(value, Integers.toDouble(plain), f);
      default -> throw f.unknownType(value);
    };
  }

  /** The usual case: digits, and blanks or zeros in front or blanks behind. */
  private static Object decimal(long value, FormatSpec f) {
    String digits = Long.toString(value);
    int missing = f.width() - digits.length();
    if (missing <= 0) {
      return digits;
    }
    StringBuilder b = new StringBuilder(f.width());
    switch (f.align()) {
      case '<' -> b.append(digits).repeat(f.fill(), missing);
      case '>' -> b.repeat(f.fill(), missing).append(digits);
      default -> {
        int sign = value < 0 ? 1 : 0;
        b.append(digits, 0, sign).repeat(f.fill(), missing).append(digits, sign, digits.length());
      }
    }
    return b.toString();
  }

  private static Object character(Object plain, FormatSpec f) {
    if (f.sign() != 0) {
      throw Errors.valueError("Sign not allowed with integer format specifier 'c'");
    }
    if (f.alternate()) {
      throw Errors.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if (!(plain instanceof Long)) {
      throw Errors.overflow("Python int too large to convert to C long");
    }
    long code = (long) plain;
    if (code < 0 || code > Character.MAX_CODE_POINT) {
      throw Errors.overflow("%c arg not in range(0x110000)");
    }
    return f.pad(WideString.of(new int[] {(int) code}));
  }

  private static Object integer(Object plain, FormatSpec f) {
    int base =
        switch (f.type()) {
          case 'b' -> 2;
          case 'o' -> 8;
          case 'x', 'X' -> 16;
          default -> 10;
        };
    String digits;
    if (base == 10) {
      digits = NumberText.integer(plain);
      digits = digits.charAt(0) == '-' ? digits.substring(1) : digits;
    } else {
      digits = NumberText.magnitude(plain, base);
    }
    String prefix = "";
    if (f.alternate() && base != 10) {
      prefix = base == 2 ? "0b" : base == 8 ? "0o" : "0x";
    }
    if (f.type() == 'X') {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
      prefix = prefix.toUpperCase(java.util.Locale.ROOT);
    }
    return assemble(f, Integers.signum(plain) < 0, prefix, digits, "", base == 10 ? 3 : 4);
  }

  /** {@code float.__format__}: a String or WideString. */
  public static Object real(double value, Object spec) {
    if (spec.equals("")) {
      return NumberText.real(value);
    }
    FormatSpec f = FormatSpec.forNumber(value, spec, 0);
    return real(value, value, f);
  }

  private static Object real(Object original, double value, FormatSpec f) {
    boolean addsPercent = f.type() == '%';
    String text =
        switch (f.type()) {
          case 0 ->
              NumberText.format(
                  value, f.precision() < 0 ? 'r' : 'g', f.precision(), f.alternate(), true);
          case 'e', 'E', 'f', 'F', 'g', 'G' ->
              NumberText.format(value, (char) f.type(), precision(f), f.alternate(), false);
          case 'n' -> NumberText.format(value, 'g', precision(f), f.alternate(), false);
          case '%' -> NumberText.format(value * 100, 'f', precision(f), f.alternate(), false);
          default -> throw f.unknownType(original);
        };
    return assembleReal(f, addsPercent ? text + "%" : text);
  }

  private static int precision(FormatSpec f) {
    return f.precision() < 0 ? DEFAULT_PRECISION : f.precision();
  }

  private static Object assembleReal(FormatSpec f, String text) {
    boolean isNegative = text.charAt(0) == '-';
    int start = isNegative ? 1 : 0;
    if (isNegative && f.noNegativeZero() && isZero(text)) {
      isNegative = false;
    }
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return assemble(f, isNegative, "", text.substring(start, end), text.substring(end), 3);
  }

  private static boolean isZero(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c != '0' && c != '.' && c != '%') {
        return false;
      }
    }
    return true;
  }

  /** Puts sign, prefix, grouped and padded digits and the rest together. */
  private static Object assemble(
      FormatSpec f, boolean isNegative, String prefix, String digits, String rest, int group) {
    String sign = isNegative ? "-" : f.sign() == '+' ? "+" : f.sign() == ' ' ? " " : "";
    int fixed = sign.length() + prefix.length() + rest.length();
    boolean padsInside = f.align() == '=';
    boolean padsWithZeros = padsInside && f.fill() == '0';
    String body = digits;
    if (!digits.isEmpty()) {
      int least = padsWithZeros ? f.width() - fixed : 0;
      body = group(digits, least, f.grouping(), group);
    }
    if (!padsInside) {
      String head = sign + prefix;
      return f.pad(head.isEmpty() && rest.isEmpty() ? body : head + body + rest);
    }
    int missing = f.width() - fixed - body.length();
    if (missing <= 0) {
      return sign + prefix + body + rest;
    }
    StringBuilder b = new StringBuilder(f.width());
    b.append(sign).append(prefix).repeat(f.fill(), missing).append(body).append(rest);
    return WideString.of(b.toString());
  }

  /** Zeros up to a least width, separators between groups of digits. */
  private static String group(String digits, int leastWidth, char separator, int size) {
    if (separator == 0) {
      int zeros = leastWidth - digits.length();
      return zeros <= 0 ? digits : "0".repeat(zeros) + digits;
    }
    StringBuilder reversed = new StringBuilder();
    int remaining = digits.length();
    int width = leastWidth;
    while (true) {
      int length = Math.min(size, Math.max(Math.max(remaining, width), 1));
      for (int i = 0; i < length; i++) {
        reversed.append(remaining > 0 ? digits.charAt(--remaining) : '0');
      }
      width -= length;
      if (remaining <= 0 && width <= 0) {
        return reversed.reverse().toString();
      }
      reversed.append(separator);
      width--;
    }
  }

  /** {@code complex.__format__}: a String or WideString. */
  public static Object complex(PyComplex value, Object spec) {
    if (spec.equals("")) {
      return NumberText.complex(value);
    }
    FormatSpec f = FormatSpec.forNumber(value, spec, 0);
    boolean isPlain = f.type() == 0;
    char type =
        switch (f.type()) {
          case 0 -> f.precision() < 0 ? 'r' : 'g';
          case 'n' -> 'g';
          case 'e', 'E', 'f', 'F', 'g', 'G' -> (char) f.type();
          default -> throw f.unknownType(value);
        };
    if (f.fill() == '0') {
      throw Errors.valueError("Zero padding is not allowed in complex format specifier");
    }
    if (f.align() == '=') {
      throw Errors.valueError("'=' alignment flag is not allowed in complex format specifier");
    }
    boolean skipsReal = isPlain && value.real() == 0 && Math.copySign(1, value.real()) > 0;
    FormatSpec part =
        new FormatSpec(
            ' ', '>', f.sign(), f.noNegativeZero(), f.alternate(), 0, f.grouping(), 0, type);
    FormatSpec signed =
        new FormatSpec(' ', '>', '+', f.noNegativeZero(), f.alternate(), 0, f.grouping(), 0, type);
    String imaginary =
        Text.java(assembleReal(skipsReal ? part : signed, digits(value.imaginary(), type, f)))
            + "j";
    if (skipsReal) {
      return f.pad(imaginary);
    }
    String both = Text.java(assembleReal(part, digits(value.real(), type, f))) + imaginary;
    return f.pad(isPlain ? "(" + both + ")" : both);
  }

  private static String digits(double value, char type, FormatSpec f) {
    return NumberText.format(value, type, precision(f), f.alternate(), false);
  }

  /**
   * The digits of {@code '%d' % n} and its like, with sign and prefix, before padding.
   *
   * @param plain a plain int
   * @param type {@code d i u o x X}
   * @param precision at least so many digits; -1 if not given
   */
  public static String percentInteger(Object plain, char type, boolean alternate, int precision) {
    int base = type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
    boolean isNegative = Integers.signum(plain) < 0;
    String digits = base == 10 ? NumberText.integer(plain) : NumberText.magnitude(plain, base);
    if (digits.charAt(0) == '-') {
      digits = digits.substring(1);
    }
    if (precision > digits.length()) {
      digits = "0".repeat(precision - digits.length()) + digits;
    }
    String prefix = !alternate || base == 10 ? "" : base == 8 ? "0o" : "0x";
    String text = (isNegative ? "-" : "") + prefix + digits;
    return type == 'X' ? text.toUpperCase(java.util.Locale.ROOT) : text;
  }

  /**
   * The digits of {@code '%f' % x} and its like, with the sign of negative numbers, before padding.
   *
   * @param type {@code e E f F g G}
   * @param precision -1 if not given
   */
  public static String percentReal(double value, char type, boolean alternate, int precision) {
    return NumberText.format(
        value, type, precision < 0 ? DEFAULT_PRECISION : precision, alternate, false);
  }
}
