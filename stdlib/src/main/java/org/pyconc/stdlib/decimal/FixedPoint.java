package org.pyconc.stdlib.decimal;

import java.math.BigInteger;

/** Functions on numbers with a fixed count of digits behind the point, by their series. */
final class FixedPoint {
  private static final int MORE = 12;

  private FixedPoint() {}

  /** A number as a multiple of {@code 10 ** -places}. */
  private static BigInteger fixed(DecimalValue v, long places) {
    long shift = v.exponent() + places;
    BigInteger n = v.signed();
    return shift >= 0
        ? Digits.shift(n, shift)
        : -shift > v.digits() ? BigInteger.ZERO : n.divide(Digits.power(-shift));
  }

  /** {@code 2 * atanh(1 / n)} times a factor, as a multiple of 1 / unit. */
  private static BigInteger atanhOfInverse(int n, int factor, BigInteger unit) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger term = unit.multiply(BigInteger.valueOf(factor)).divide(BigInteger.valueOf(n));
    BigInteger sum = term;
    for (long k = 3; term.signum() != 0; k += 2) {
      term = term.divide(square);
      sum = sum.add(term.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }

  /** The natural logarithm of 10, as a multiple of {@code 10 ** -places}. */
  private static BigInteger ln10(long places) {
    BigInteger unit = Digits.power(places + MORE);
    return atanhOfInverse(31, 46, unit)
        .add(atanhOfInverse(49, 34, unit))
        .add(atanhOfInverse(161, 20, unit))
        .divide(Digits.power(MORE));
  }

  /** {@code exp(x / unit) * unit} for a small x. */
  private static BigInteger expOfSmall(BigInteger x, BigInteger unit) {
    int halvings = 8 + unit.bitLength() / 100;
    BigInteger fine = unit.shiftLeft(2 * halvings + 8);
    BigInteger small = x.shiftLeft(halvings + 8);
    BigInteger sum = fine;
    BigInteger term = fine;
    for (long k = 1; term.signum() != 0; k++) {
      term = term.multiply(small).divide(fine).divide(BigInteger.valueOf(k));
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum).divide(fine);
    }
    return sum.shiftRight(2 * halvings + 8);
  }

  static DecimalValue exp(DecimalValue v, long digits) {
    long whole = Math.max(0, v.adjusted() + 1);
    long places = digits + whole + MORE;
    return exp(fixed(v, places), places);
  }

  /** {@code exp(x * 10 ** -places)}. */
  private static DecimalValue exp(BigInteger x, long places) {
    BigInteger unit = Digits.power(places);
    BigInteger ln10 = ln10(places);
    BigInteger[] parts = x.divideAndRemainder(ln10);
    if (parts[1].signum() < 0) {
      parts[0] = parts[0].subtract(BigInteger.ONE);
      parts[1] = parts[1].add(ln10);
    }
    BigInteger power = expOfSmall(parts[1], unit);
    return DecimalValue.finite(false, power, parts[0].longValueExact() - places);
  }

  /** {@code ln(v)} as a multiple of {@code 10 ** -places}. */
  private static BigInteger lnFixed(DecimalValue v, long places) {
    long more = places + MORE + Long.toString(Math.abs(v.adjusted())).length();
    BigInteger unit = Digits.power(more);
    // v = m * 10 ** k, where m is near 1.
    long k = v.adjusted();
    DecimalValue m = DecimalValue.finite(false, v.coefficient(), v.exponent() - k);
    if (m.compareTo(DecimalValue.finite(false, BigInteger.valueOf(32), -1)) > 0) {
      k++;
      m = DecimalValue.finite(false, v.coefficient(), v.exponent() - k);
    }
    BigInteger y = fixed(m, more);
    // Square roots bring it nearer to 1, where the series is short.
    int roots = 4 + (int) Math.sqrt(unit.bitLength()) / 4;
    BigInteger fine = unit.shiftLeft(2 * roots + 8);
    BigInteger z = y.shiftLeft(2 * roots + 8);
    for (int i = 0; i < roots; i++) {
      z = z.multiply(fine).sqrt();
    }
    BigInteger t = z.subtract(fine).multiply(fine).divide(z.add(fine));
    BigInteger square = t.multiply(t).divide(fine);
    BigInteger sum = t;
    BigInteger term = t;
    for (long n = 3; term.signum() != 0; n += 2) {
      term = term.multiply(square).divide(fine);
      sum = sum.add(term.divide(BigInteger.valueOf(n)));
    }
    BigInteger log = sum.shiftLeft(roots + 1).shiftRight(2 * roots + 8);
    log = log.add(ln10(more).multiply(BigInteger.valueOf(k)));
    return log.divide(Digits.power(more - places));
  }

  /** How many zeros follow the point in {@code v - 1}: logarithms near 0 lose so many digits. */
  private static long zerosNearOne(DecimalValue v) {
    if (v.adjusted() < -1 || v.adjusted() > 0) {
      return 0;
    }
    DecimalValue difference =
        DecimalArithmetic.subtract(Rules.wide(v.digits() + 5L), v, DecimalValue.ONE);
    return difference.isZero() ? 0 : Math.max(0, -difference.adjusted());
  }

  private static DecimalValue value(BigInteger fixed, long places) {
    return DecimalValue.finite(fixed.signum() < 0, fixed.abs(), -places);
  }

  static DecimalValue ln(DecimalValue v, long digits) {
    long places = digits + zerosNearOne(v) + 2;
    return value(lnFixed(v, places), places);
  }

  static DecimalValue log10(DecimalValue v, long digits) {
    long places = digits + zerosNearOne(v) + 3;
    BigInteger ln = lnFixed(v, places + MORE);
    BigInteger result = Digits.shift(ln, places).divide(ln10(places + MORE));
    return value(result, places);
  }

  static DecimalValue power(DecimalValue base, DecimalValue exponent, long digits) {
    long places =
        digits
            + zerosNearOne(base)
            + Math.max(0, exponent.adjusted())
            + Long.toString(Math.abs(base.adjusted())).length()
            + MORE;
    BigInteger ln = lnFixed(base, places);
    DecimalValue product =
        DecimalValue.finite(
            (ln.signum() < 0) != exponent.isNegative(),
            ln.abs().multiply(exponent.coefficient()),
            exponent.exponent() - places);
    return exp(fixed(product, places), places);
  }
}
