package org.pyconc.operations;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyComplex;
import org.pyconc.runtime.ProcessState;

/** The text of numbers as {@code repr} and the C-like formats give it. */
public final class NumberText {
  /** The least limit that can be set: shorter ints are never refused. */
  public static final int LEAST_LIMIT = 640;

  private static final String ADVICE = "; use sys.set_int_max_str_digits() to increase the limit";

  /** Powers of ten that are exact as floats. */
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** Below this a float has a digit for the half. */
  private static final double MOST_EXACT = 1L << 52;

  private NumberText() {}

  /**
   * Decimal digits of a finite number that is not negative: {@code 0.d1d2d3... * 10**point}.
   *
   * @param digits without zeros in front, except for zero itself
   */
  record Decimal(String digits, int point) {}

  /** A plain int in decimal. */
  public static String integer(Object plain) {
    if (plain instanceof Long l) {
      return Long.toString(l);
    }
    BigInteger value = (BigInteger) plain;
    // 3 bits hold less than a digit: shorter numbers cannot reach the limit.
    if (value.bitLength() > 3L * LEAST_LIMIT) {
      long limit = ProcessState.currentMaxDigits();
      String text = limit > 0 && value.bitLength() > 4L * limit ? "" : value.toString();
      if (limit > 0 && (text.isEmpty() || text.length() - (value.signum() < 0 ? 1 : 0) > limit)) {
        throw Errors.valueError(limit(limit) + " for integer string conversion" + ADVICE);
      }
      return text;
    }
    return DecimalDigits.of(value);
  }

  private static String limit(long digits) {
    return "Exceeds the limit (" + digits + " digits)";
  }

  /** Refuses a decimal literal with too many digits. */
  static void checkDigits(int count) {
    long limit = count > LEAST_LIMIT ? ProcessState.currentMaxDigits() : 0;
    if (limit > 0 && count > limit) {
      throw Errors.valueError(
          limit(limit) + " for integer string conversion: value has " + count + " digits" + ADVICE);
    }
  }

  /** The digits of a plain int's magnitude in base 2, 8 or 16, in lower case. */
  public static String magnitude(Object plain, int base) {
    if (plain instanceof Long l && l != Long.MIN_VALUE) {
      return Long.toString(Math.abs(l), base);
    }
    return Integers.big(plain).abs().toString(base);
  }

  /** {@code bin(n)}, {@code oct(n)}, {@code hex(n)}. */
  public static String prefixed(Object plain, int base) {
    String prefix = base == 2 ? "0b" : base == 8 ? "0o" : "0x";
    return (Integers.signum(plain) < 0 ? "-" : "") + prefix + magnitude(plain, base);
  }

  /** {@code repr} of a float. */
  public static String real(double value) {
    double magnitude = Math.abs(value);
    if (magnitude == 0 || (magnitude >= 1e-3 && magnitude < 1e7)) {
      return Double.toString(value); // here Java writes the shortest digits in the same form
    }
    return format(value, 'r', 0, false, true);
  }

  /** {@code repr} of a complex number. */
  public static String complex(PyComplex c) {
    String imaginary = format(c.imaginary(), 'r', 0, false, false);
    if (c.real() == 0 && Math.copySign(1, c.real()) > 0) {
      return imaginary + "j";
    }
    String sign = imaginary.charAt(0) == '-' ? "" : "+";
    return "(" + format(c.real(), 'r', 0, false, false) + sign + imaginary + "j)";
  }

  /**
   * A float in a C-like format.
   *
   * @param type {@code e f g E F G}, or {@code r} for the shortest text that reads back the same
   * @param precision digits behind the point, or significant ones for {@code g}; unused for r
   * @param alternate keeps the point, and zeros at the end for {@code g}
   * @param addsDotZero appends {@code .0} to what looks like an int
   */
  public static String format(
      double value, char type, int precision, boolean alternate, boolean addsDotZero) {
    char lower = Character.toLowerCase(type);
    if (Double.isNaN(value)) {
      return lower == type ? "nan" : "NAN";
    }
    boolean isNegative = value < 0 || (value == 0 && 1 / value < 0);
    if (Double.isInfinite(value)) {
      String text = isNegative ? "-inf" : "inf";
      return lower == type ? text : text.toUpperCase(java.util.Locale.ROOT);
    }
    double magnitude = Math.abs(value);
    if (type == 'f' && precision > 0 && isFixedExactly(magnitude, precision)) {
      return fixedText(isNegative, magnitude, precision);
    }
    int wanted = lower == 'g' && precision == 0 ? 1 : lower == 'e' ? precision + 1 : precision;
    Decimal decimal =
        switch (lower) {
          case 'r' -> shortest(magnitude);
          case 'f' -> fixed(magnitude, wanted);
          default -> significant(magnitude, wanted);
        };
    int length = decimal.digits().length();
    int point = decimal.point();
    int end = length;
    boolean usesExponent = false;
    switch (lower) {
      case 'e' -> {
        usesExponent = true;
        end = wanted;
      }
      case 'f' -> end = point + wanted;
      case 'g' -> {
        usesExponent = point <= -4 || point > wanted - (addsDotZero ? 1 : 0);
        end = alternate ? wanted : length;
      }
      default -> usesExponent = point <= -4 || point > 16;
    }
    int exponent = point - 1;
    if (usesExponent) {
      point = 1;
    }
    end = Math.max(end, !usesExponent && addsDotZero ? point + 1 : point);
    StringBuilder b = new StringBuilder(end + 8);
    if (isNegative) {
      b.append('-');
    }
    appendDigits(b, decimal.digits(), point, end, alternate);
    if (usesExponent) {
      b.append(lower == type ? 'e' : 'E').append(exponent < 0 ? '-' : '+');
      int size = Math.abs(exponent);
      if (size < 10) {
        b.append('0');
      }
      b.append(size);
    }
    return b.toString();
  }

  private static void appendDigits(
      StringBuilder b, String digits, int point, int end, boolean keepsPoint) {
    if (point <= 0) {
      b.append('0');
      if (end > point || keepsPoint) {
        b.append('.').repeat('0', Math.min(end, 0) - point);
      }
    }
    int known = Math.min(digits.length(), end);
    if (point > 0) {
      b.append(digits, 0, Math.min(known, point)).repeat('0', Math.max(0, point - known));
      if (end > point || keepsPoint) {
        b.append('.');
      }
    }
    int from = Math.max(point, 0);
    if (end > from) {
      if (known > from) {
        b.append(digits, from, known);
      }
      b.repeat('0', end - Math.max(known, from));
    }
  }

  /** The shortest digits that read back as the same number. */
  static Decimal shortest(double value) {
    if (value == 0) {
      return new Decimal("0", 1);
    }
    String text = Double.toString(value);
    int exponent = 0;
    int end = text.indexOf('E');
    if (end >= 0) {
      exponent = Integer.parseInt(text, end + 1, text.length(), 10);
    } else {
      end = text.length();
    }
    int dot = text.indexOf('.');
    StringBuilder digits = new StringBuilder(end).append(text, 0, dot).append(text, dot + 1, end);
    int zeros = 0;
    while (digits.charAt(zeros) == '0') {
      zeros++;
    }
    int length = digits.length();
    while (digits.charAt(length - 1) == '0') {
      length--;
    }
    Decimal decimal = new Decimal(digits.substring(zeros, length), dot - zeros + exponent);
    // Java gives two digits also where one would do, which happens near the smallest numbers.
    return length - zeros == 2 && value < 1e-300 ? oneDigit(value, decimal) : decimal;
  }

  private static Decimal oneDigit(double value, Decimal two) {
    Decimal one = significant(value, 1);
    return Double.parseDouble("." + one.digits() + "e" + one.point()) == value ? one : two;
  }

  /** So many digits behind the point, correctly rounded. */
  static Decimal fixed(double value, int precision) {
    if (isFixedExactly(value, precision)) {
      return fixedExactly(value, precision);
    }
    return of(new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN));
  }

  private static boolean isFixedExactly(double value, int precision) {
    return precision < POWERS.length
        && (value == 0 || value > 1e-200)
        && value * POWERS[precision] < MOST_EXACT;
  }

  /** A number with so many digits, at least one, behind the point. */
  private static String fixedText(boolean isNegative, double magnitude, int precision) {
    String digits = Long.toString(scaled(magnitude, precision));
    int whole = digits.length() - precision;
    StringBuilder b = new StringBuilder(digits.length() + precision + 3);
    if (isNegative) {
      b.append('-');
    }
    if (whole > 0) {
      b.append(digits, 0, whole).append('.').append(digits, whole, digits.length());
    } else {
      b.append("0.").repeat('0', -whole).append(digits);
    }
    return b.toString();
  }

  /**
   * The number times a power of ten, rounded half to even: with the exact product as the sum of two
   * floats.
   */
  private static long scaled(double value, int precision) {
    double high = value * POWERS[precision];
    double low = Math.fma(value, POWERS[precision], -high);
    double floor = Math.floor(high);
    double behindHalf = high - floor - 0.5 + low;
    long number = (long) floor;
    if (behindHalf > 0 || (behindHalf == 0 && (number & 1) == 1)) {
      number++;
    }
    return number;
  }

  private static Decimal fixedExactly(double value, int precision) {
    long number = scaled(value, precision);
    if (number == 0) {
      return new Decimal("0", 1);
    }
    String digits = Long.toString(number);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return new Decimal(digits.substring(0, end), digits.length() - precision);
  }

  /** So many digits, correctly rounded; zeros at the end are left off. */
  static Decimal significant(double value, int digits) {
    return of(
        new BigDecimal(value).round(new java.math.MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  private static Decimal of(BigDecimal value) {
    if (value.signum() == 0) {
      return new Decimal("0", 1);
    }
    String digits = value.unscaledValue().toString();
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return new Decimal(digits.substring(0, end), digits.length() - value.scale());
  }
}
