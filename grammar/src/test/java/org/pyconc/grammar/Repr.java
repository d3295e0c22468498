package org.pyconc.grammar;

import java.math.BigDecimal;
import java.math.MathContext;

/** Python's {@code repr} of constants. */
final class Repr {
  private Repr() {}

  static String of(String value) {
    char quote = value.indexOf('\'') >= 0 && value.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    value.codePoints().forEach(c -> append(out, c, quote));
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, int c, char quote) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c >= ' ' && c < 0x7f) {
      out.append((char) c);
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else if (c < 0x100) {
      out.append(String.format("\\x%02x", c));
    } else if (c < 0x10000) {
      out.append(String.format("\\u%04x", c));
    } else {
      out.append(String.format("\\U%08x", c));
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static String of(byte[] value) {
    boolean single = false;
    boolean two = false;
    for (byte b : value) {
      single |= b == '\'';
      two |= b == '"';
    }
    char quote = single && !two ? '"' : '\'';
    StringBuilder out = new StringBuilder("b").append(quote);
    for (byte b : value) {
      int c = b & 0xff;
      if (c < 0x7f) {
        StringBuilder one = new StringBuilder();
        append(one, c, quote);
        out.append(one);
      } else {
        out.append(String.format("\\x%02x", c));
      }
    }
    return out.append(quote).toString();
  }

  static String of(double value) {
    if (Double.isInfinite(value)) {
      return "inf";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (decimal.signum() == 0) {
      return "0.0";
    }
    // Java never writes fewer than two digits.
    BigDecimal shorter = decimal.round(new MathContext(1));
    if (shorter.doubleValue() == value) {
      decimal = shorter;
    }
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = decimal.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String digits = decimal.unscaledValue().toString();
    String mantissa = digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "");
    String sign = exponent < 0 ? "-" : "+";
    String power = "" + Math.abs(exponent);
    return mantissa + "e" + sign + (power.length() < 2 ? "0" + power : power);
  }

  static String imaginary(double value) {
    String real = of(value);
    return (real.endsWith(".0") ? real.substring(0, real.length() - 2) : real) + "j";
  }
}
