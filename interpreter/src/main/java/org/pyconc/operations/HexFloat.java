package org.pyconc.operations;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;

/** {@code float.hex} and {@code float.fromhex}. */
public final class HexFloat {
  private HexFloat() {}

  /** {@code value.hex()}. */
  public static String format(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return NumberText.real(value);
    }
    long bits = Double.doubleToRawLongBits(value);
    StringBuilder b = new StringBuilder(26);
    if (bits < 0) {
      b.append('-');
    }
    if (value == 0) {
      return b.append("0x0.0p+0").toString();
    }
    int biased = (int) (bits >> 52) & 0x7ff;
    b.append(biased == 0 ? "0x0." : "0x1.");
    String digits = Long.toHexString(bits & 0xfffffffffffffL);
    b.repeat('0', 13 - digits.length()).append(digits).append('p');
    int exponent = biased == 0 ? -1022 : biased - 1023;
    return b.append(exponent < 0 ? '-' : '+').append(Math.abs(exponent)).toString();
  }

  /** {@code float.fromhex(text)}. */
  public static double parse(String text) {
    String s = text.strip();
    int at = 0;
    boolean isNegative = s.startsWith("-");
    if (isNegative || s.startsWith("+")) {
      at++;
    }
    String rest = s.substring(at).toLowerCase(java.util.Locale.ROOT);
    double magnitude =
        switch (rest) {
          case "inf", "infinity" -> Double.POSITIVE_INFINITY;
          case "nan" -> Double.NaN;
          default -> magnitude(rest.startsWith("0x") ? rest.substring(2) : rest);
        };
    return isNegative ? -magnitude : magnitude;
  }

  private static double magnitude(String s) {
    int at = 0;
    int fraction = 0;
    boolean hasPoint = false;
    StringBuilder digits = new StringBuilder();
    for (; at < s.length(); at++) {
      char c = s.charAt(at);
      if (c == '.' && !hasPoint) {
        hasPoint = true;
      } else if (c < 128 && Character.digit(c, 16) >= 0) {
        digits.append(c);
        fraction += hasPoint ? 1 : 0;
      } else {
        break;
      }
    }
    if (digits.isEmpty()) {
      throw invalid();
    }
    long exponent = 0;
    if (at < s.length()) {
      if (s.charAt(at) != 'p') {
        throw invalid();
      }
      exponent = exponent(s.substring(at + 1));
    }
    BigInteger value = new BigInteger(digits.toString(), 16);
    if (value.signum() == 0) {
      return 0;
    }
    return scaled(value, exponent - 4L * fraction);
  }

  private static PyException invalid() {
    return Errors.valueError("invalid hexadecimal floating-point string");
  }

  private static long exponent(String s) {
    int start = s.startsWith("-") || s.startsWith("+") ? 1 : 0;
    long value = 0;
    for (int i = start; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c < '0' || c > '9') {
        throw invalid();
      }
      value = Math.min(value * 10 + (c - '0'), 1L << 40);
    }
    if (start == s.length()) {
      throw invalid();
    }
    return s.startsWith("-") ? -value : value;
  }

  /** {@code value * 2**exponent}, correctly rounded. */
  private static double scaled(BigInteger value, long exponent) {
    long top = value.bitLength() + exponent;
    double result = 0;
    if (top > 1024) {
      throw tooLarge();
    }
    if (top > -1100) {
      int shift = (int) exponent;
      result =
          shift >= 0
              ? value.shiftLeft(shift).doubleValue()
              : IntegerArithmetic.divide(
                  Integers.normalise(value), Integers.normalise(BigInteger.ONE.shiftLeft(-shift)));
    }
    if (Double.isInfinite(result)) {
      throw tooLarge();
    }
    return result;
  }

  private static PyException tooLarge() {
    return Errors.overflow("hexadecimal value too large to represent as a float");
  }
}
