package org.pyconc.stdlib.decimal;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;

/** {@code format(decimal, spec)}. */
final class DecimalFormat {
  private final int[] spec;
  private int at;
  private int fill = ' ';
  private char align;
  private char sign = '-';
  private boolean noNegativeZero;
  private int width;
  private boolean hasThousands;
  private int precision = -1;
  private char type;

  private DecimalFormat(int[] spec) {
    this.spec = spec;
  }

  static String format(Rules rules, DecimalValue v, String spec) {
    return new DecimalFormat(spec.codePoints().toArray()).parse(rules).apply(rules, v);
  }

  private static PyException invalid() {
    return Errors.valueError("invalid format string");
  }

  private int peek(int ahead) {
    return at + ahead < spec.length ? spec[at + ahead] : -1;
  }

  private static boolean isAlign(int c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
  }

  private DecimalFormat parse(Rules rules) {
    boolean hasAlign = false;
    if (isAlign(peek(1))) {
      fill = spec[at++];
      align = (char) spec[at++];
      hasAlign = true;
    } else if (isAlign(peek(0))) {
      align = (char) spec[at++];
      hasAlign = true;
    }
    if (peek(0) == '+' || peek(0) == '-' || peek(0) == ' ') {
      sign = (char) spec[at++];
    }
    if (peek(0) == 'z') {
      noNegativeZero = true;
      at++;
    }
    if (peek(0) == '0') {
      if (hasAlign) {
        throw invalid();
      }
      fill = '0';
      align = '=';
      hasAlign = true;
      at++;
    }
    width = Math.max(0, number());
    if (peek(0) == ',') {
      hasThousands = true;
      at++;
    }
    if (peek(0) == '.') {
      at++;
      precision = number();
      if (precision < 0) {
        throw invalid();
      }
    }
    int c = peek(0);
    if (c >= 0 && "eEfFgGn%".indexOf(c) >= 0) {
      type = (char) c;
      at++;
    } else {
      type = rules.capitals ? 'G' : 'g';
      isDefaultType = true;
    }
    if (type == 'n') {
      if (hasThousands) {
        throw invalid();
      }
      type = 'g';
    }
    if (at != spec.length) {
      throw invalid();
    }
    align = hasAlign ? align : '>';
    return this;
  }

  private boolean isDefaultType;

  private int number() {
    int start = at;
    long value = 0;
    while (peek(0) >= '0' && peek(0) <= '9') {
      value = Math.min(value * 10 + spec[at++] - '0', Integer.MAX_VALUE);
    }
    if (value == Integer.MAX_VALUE) {
      throw invalid();
    }
    return at == start ? -1 : (int) value;
  }

  private String apply(Rules rules, DecimalValue given) {
    if (!given.isFinite()) {
      String text = DecimalText.scientific(given.withSign(false), true);
      if (fill == '0' && align == '=') {
        fill = ' ';
        align = '>';
      }
      return padded(signText(given.isNegative()), text + (type == '%' ? "%" : ""));
    }
    DecimalValue v = given;
    if (type == '%') {
      v = DecimalValue.finite(v.isNegative(), v.coefficient(), v.exponent() + 2);
    }
    boolean wasNegative = v.isNegative();
    v = rounded(rules, v);
    if (noNegativeZero && v.isZero()) {
      wasNegative = false;
    }
    String digits = v.coefficient().toString();
    long left = v.exponent() + digits.length();
    long point = left;
    boolean hasExponent = false;
    switch (type) {
      case 'e', 'E' -> {
        point = v.isZero() && precision >= 0 ? 1 - precision : 1;
        hasExponent = true;
        if (v.isZero() && precision >= 0) {
          point = 1;
          left = v.exponent() + 1 + precision;
          digits = "0".repeat(precision + 1);
        }
      }
      case 'g', 'G' -> {
        if (v.exponent() > 0 || left <= -6) {
          point = 1;
        }
      }
      default -> {}
    }
    StringBuilder text = new StringBuilder();
    DecimalText.layOut(text, digits, point);
    StringBuilder end = new StringBuilder();
    if (left != point || hasExponent) {
      end.append(type == 'E' || type == 'G' ? 'E' : 'e');
      end.append(left >= point ? "+" : "").append(left - point);
    }
    if (type == '%') {
      end.append('%');
    }
    String number = text.toString();
    String signText = signText(wasNegative);
    if (hasThousands) {
      int least = fill == '0' && align == '=' ? width - signText.length() - end.length() : 0;
      number = grouped(number, least);
    }
    return padded(signText, number + end);
  }

  private DecimalValue rounded(Rules rules, DecimalValue v) {
    if (precision < 0) {
      return (type == 'f' || type == 'F' || type == '%') && v.exponent() > 0
          ? Rules.rescaled(v, 0, rules.rounding)
          : v;
    }
    switch (type) {
      case 'e', 'E':
        return toDigits(v, precision + 1L, rules.rounding);
      case 'f', 'F', '%':
        return Rules.rescaled(v, -precision, rules.rounding);
      default:
        return v.digits() > Math.max(1, precision)
            ? toDigits(v, Math.max(1, precision), rules.rounding)
            : v;
    }
  }

  private static DecimalValue toDigits(DecimalValue v, long count, Rounding rounding) {
    if (v.isZero()) {
      return v;
    }
    DecimalValue result = Rules.rescaled(v, v.adjusted() + 1 - count, rounding);
    return result.digits() > count
        ? DecimalValue.finite(
            result.isNegative(), result.coefficient().divide(BigInteger.TEN), result.exponent() + 1)
        : result;
  }

  private static String grouped(String number, int least) {
    int end = number.indexOf('.');
    String whole = end < 0 ? number : number.substring(0, end);
    String rest = end < 0 ? "" : number.substring(end);
    StringBuilder result = new StringBuilder();
    int count = 0;
    int room = least - rest.length();
    for (int i = whole.length() - 1; i >= 0 || result.length() < room; i--) {
      if (count > 0 && count % 3 == 0) {
        result.append(',');
      }
      result.append(i >= 0 ? whole.charAt(i) : '0');
      count++;
    }
    return result.reverse() + rest;
  }

  private String signText(boolean isNegative) {
    return isNegative ? "-" : sign == '-' ? "" : String.valueOf(sign);
  }

  private String padded(String signText, String text) {
    int missing = width - signText.length() - text.length();
    if (missing <= 0) {
      return signText + text;
    }
    String filler = Character.toString(fill);
    return switch (align) {
      case '<' -> signText + text + filler.repeat(missing);
      case '^' ->
          filler.repeat(missing / 2) + signText + text + filler.repeat(missing - missing / 2);
      case '=' -> signText + filler.repeat(missing) + text;
      default -> filler.repeat(missing) + signText + text;
    };
  }
}
