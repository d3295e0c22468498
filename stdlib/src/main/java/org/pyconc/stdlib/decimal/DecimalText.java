package org.pyconc.stdlib.decimal;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Decimal numbers as text, and back. */
final class DecimalText {
  private DecimalText() {}

  static String scientific(DecimalValue v, boolean capitals) {
    return text(v, false, capitals);
  }

  /** With exponents that are multiples of 3. */
  static String engineering(DecimalValue v, boolean capitals) {
    return text(v, true, capitals);
  }

  private static String special(DecimalValue v) {
    String sign = v.isNegative() ? "-" : "";
    if (v.isInfinite()) {
      return sign + "Infinity";
    }
    String payload = v.coefficient().signum() == 0 ? "" : v.coefficient().toString();
    return sign + (v.isSignaling() ? "sNaN" : "NaN") + payload;
  }

  private static String text(DecimalValue v, boolean isEngineering, boolean capitals) {
    if (!v.isFinite()) {
      return special(v);
    }
    String digits = v.coefficient().toString();
    long left = v.exponent() + digits.length();
    long point;
    if (v.exponent() <= 0 && left > -6) {
      point = left;
    } else if (!isEngineering) {
      point = 1;
    } else if (v.isZero()) {
      point = Math.floorMod(left + 1, 3L) - 1;
    } else {
      point = Math.floorMod(left - 1, 3L) + 1;
    }
    StringBuilder result = new StringBuilder(v.isNegative() ? "-" : "");
    layOut(result, digits, point);
    if (left != point) {
      result.append(capitals ? 'E' : 'e').append(left > point ? "+" : "").append(left - point);
    }
    return result.toString();
  }

  /** Digits with a point before the one with an index; zeros where there are none. */
  static void layOut(StringBuilder to, String digits, long point) {
    if (point <= 0) {
      to.append("0.").repeat('0', (int) -point).append(digits);
    } else if (point >= digits.length()) {
      to.append(digits).repeat('0', (int) (point - digits.length()));
    } else {
      to.append(digits, 0, (int) point).append('.').append(digits, (int) point, digits.length());
    }
  }

  /** The number that a text stands for, exactly; null if it stands for none. */
  static @Nullable DecimalValue parse(String given) {
    String text = withoutUnderscores(given);
    int at = 0;
    boolean isNegative = false;
    if (text.startsWith("-") || text.startsWith("+")) {
      isNegative = text.charAt(0) == '-';
      at = 1;
    }
    String rest = text.substring(at);
    if (rest.equalsIgnoreCase("inf") || rest.equalsIgnoreCase("infinity")) {
      return DecimalValue.infinity(isNegative);
    }
    boolean isSignaling = rest.regionMatches(true, 0, "snan", 0, 4);
    if (isSignaling || rest.regionMatches(true, 0, "nan", 0, 3)) {
      String payload = digits(rest.substring(isSignaling ? 4 : 3));
      return payload == null
          ? null
          : new DecimalValue(
              isNegative,
              isSignaling ? DecimalValue.Kind.SIGNALING : DecimalValue.Kind.QUIET,
              payload.isEmpty() ? BigInteger.ZERO : new BigInteger(payload),
              0);
    }
    return number(rest, isNegative);
  }

  private static @Nullable DecimalValue number(String text, boolean isNegative) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    int point = mantissa.indexOf('.');
    String whole = digits(point < 0 ? mantissa : mantissa.substring(0, point));
    String fraction = point < 0 ? "" : digits(mantissa.substring(point + 1));
    if (whole == null || fraction == null || whole.length() + fraction.length() == 0) {
      return null;
    }
    Long exponent = e < 0 ? Long.valueOf(0) : exponent(text.substring(e + 1));
    return exponent == null
        ? null
        : DecimalValue.finite(
            isNegative, new BigInteger(whole + fraction), exponent - fraction.length());
  }

  private static @Nullable Long exponent(String text) {
    boolean hasSign = text.startsWith("-") || text.startsWith("+");
    String number = digits(hasSign ? text.substring(1) : text);
    if (number == null || number.isEmpty()) {
      return null;
    }
    int zeros = 0;
    while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
      zeros++;
    }
    // An exponent with more digits is out of every range.
    long value = number.length() - zeros > 18 ? 4 * Rules.MAX_EMAX : Long.parseLong(number);
    return text.startsWith("-") ? -value : value;
  }

  /** Decimal digits of any script as those of ASCII; null if there is anything else. */
  private static @Nullable String digits(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int digit = c < 128 ? c - '0' : Character.digit(c, 10);
      if (digit < 0 || digit > 9) {
        return null;
      }
      result.append((char) ('0' + digit));
      i += Character.charCount(c);
    }
    return result.toString();
  }

  private static String withoutUnderscores(String text) {
    return text.indexOf('_') < 0 ? text : text.replace("_", "");
  }
}
