package org.pyconc.stdlib.decimal;

import java.math.BigInteger;

/** Exponential function, logarithms and powers. Each result is rounded correctly. */
final class DecimalPowers {
  /** A power with up to so many digits is computed as a product. */
  private static final long EXACT_DIGITS = 20_000;

  /** How many digits more than the precision are computed at first. */
  private static final int GUARD = 5;

  private static final int MOST_GUARD = 60;

  private DecimalPowers() {}

  /** Computes an irrational number with at least so many right digits. */
  private interface Approximation {
    DecimalValue compute(long digits);
  }

  /** Rounds what can only be approximated: with more and more digits until these decide. */
  private static DecimalValue rounded(Rules rules, Approximation approximation) {
    for (long guard = GUARD; ; guard *= 2) {
      DecimalValue v = approximation.compute(rules.prec + guard);
      long drop = v.digits() - rules.prec - 1;
      BigInteger unit = Digits.power(drop).multiply(Digits.FIVE);
      BigInteger rest = v.coefficient().mod(unit);
      BigInteger margin = BigInteger.TEN;
      boolean isClear = rest.compareTo(margin) > 0 && unit.subtract(rest).compareTo(margin) > 0;
      if (isClear) {
        return rules.finish(v);
      }
      if (guard > MOST_GUARD) {
        // So near that it must be this number itself.
        Rules exact = Rules.wide(rules.prec + 1);
        DecimalValue near = exact.finish(v);
        rules.signal(Signal.INEXACT | Signal.ROUNDED);
        return rules.finish(near);
      }
    }
  }

  static DecimalValue exp(Rules rules, DecimalValue a) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return a.isNegative() ? DecimalValue.ZERO : a;
    }
    if (a.isZero()) {
      return DecimalValue.ONE;
    }
    Rounding before = rules.rounding;
    rules.rounding = Rounding.ROUND_HALF_EVEN;
    DecimalValue result = expRounded(rules, a);
    rules.rounding = before;
    return result;
  }

  private static DecimalValue expRounded(Rules rules, DecimalValue a) {
    if (a.adjusted() > 19) {
      return farOut(rules, a.isNegative());
    }
    if (a.adjusted() < -rules.prec - 1) {
      BigInteger nearOne = Digits.power(rules.prec + 1);
      BigInteger c =
          a.isNegative()
              ? nearOne.multiply(BigInteger.TEN).subtract(BigInteger.ONE)
              : nearOne.add(BigInteger.ONE);
      return rules.finish(
          DecimalValue.finite(false, c, a.isNegative() ? -rules.prec - 2 : -rules.prec - 1));
    }
    double size = Double.parseDouble(a.toString()) / Math.log(10);
    if (size > rules.emax + 1.0 || size < rules.etiny() - 1.0) {
      return farOut(rules, a.isNegative());
    }
    return rounded(rules, digits -> FixedPoint.exp(a, digits));
  }

  /** A power that is too large or too small. */
  private static DecimalValue farOut(Rules rules, boolean isSmall) {
    return rules.finish(
        DecimalValue.finite(
            false, BigInteger.ONE, isSmall ? rules.etiny() - rules.prec - 2 : rules.emax + 1));
  }

  static DecimalValue ln(Rules rules, DecimalValue a) {
    DecimalValue special = logarithmOfSpecial(rules, a);
    if (special != null) {
      return special;
    }
    if (a.compareTo(DecimalValue.ONE) == 0) {
      return DecimalValue.ZERO;
    }
    Rounding before = rules.rounding;
    rules.rounding = Rounding.ROUND_HALF_EVEN;
    DecimalValue result = rounded(rules, digits -> FixedPoint.ln(a, digits));
    rules.rounding = before;
    return result;
  }

  static DecimalValue log10(Rules rules, DecimalValue a) {
    DecimalValue special = logarithmOfSpecial(rules, a);
    if (special != null) {
      return special;
    }
    Rounding before = rules.rounding;
    rules.rounding = Rounding.ROUND_HALF_EVEN;
    boolean isPowerOfTen =
        a.coefficient().mod(BigInteger.TEN).signum() == 0 || a.coefficient().equals(BigInteger.ONE);
    DecimalValue result;
    if (isPowerOfTen && a.coefficient().equals(Digits.power(a.digits() - 1L))) {
      result = rules.finish(DecimalValue.of(a.adjusted()));
    } else {
      result = rounded(rules, digits -> FixedPoint.log10(a, digits));
    }
    rules.rounding = before;
    return result;
  }

  private static @org.jspecify.annotations.Nullable DecimalValue logarithmOfSpecial(
      Rules rules, DecimalValue a) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    if (a.isZero()) {
      return DecimalValue.infinity(true);
    }
    if (a.isNegative()) {
      return rules.invalid();
    }
    return a.isInfinite() ? a : null;
  }

  static DecimalValue power(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    if (b.isZero()) {
      return a.isZero() ? rules.invalid() : DecimalValue.ONE;
    }
    boolean isInteger = b.isInteger();
    boolean isNegative = false;
    if (a.isNegative()) {
      if (isInteger) {
        isNegative = isOdd(b);
      } else if (!a.isZero() && !b.isInfinite() || b.isInfinite()) {
        return rules.invalid();
      }
    }
    DecimalValue base = a.withSign(false);
    if (base.isZero() || base.isInfinite()) {
      boolean isZero = base.isZero() != b.isNegative();
      return isZero
          ? DecimalValue.finite(isNegative, BigInteger.ZERO, 0)
          : DecimalValue.infinity(isNegative);
    }
    int order = base.compareTo(DecimalValue.ONE);
    if (b.isInfinite()) {
      if (order == 0) {
        return one(rules, isNegative, true);
      }
      return order > 0 != b.isNegative() ? DecimalValue.infinity(false) : DecimalValue.ZERO;
    }
    if (order == 0) {
      return powerOfOne(rules, base, b, isInteger, isNegative);
    }
    DecimalValue result = magnitude(rules, base, b, isInteger, isNegative);
    return result;
  }

  private static boolean isOdd(DecimalValue integer) {
    if (integer.exponent() > 0 || !integer.isFinite()) {
      return false;
    }
    if (-integer.exponent() >= integer.digits()) {
      return false;
    }
    return integer.coefficient().divide(Digits.power(-integer.exponent())).testBit(0);
  }

  /** 1 with as many zeros as the precision has place for. */
  private static DecimalValue one(Rules rules, boolean isNegative, boolean isInexact) {
    rules.signal(Signal.ROUNDED | (isInexact ? Signal.INEXACT : 0));
    return DecimalValue.finite(isNegative, Digits.power(rules.prec - 1), 1 - rules.prec);
  }

  private static DecimalValue powerOfOne(
      Rules rules, DecimalValue base, DecimalValue b, boolean isInteger, boolean isNegative) {
    if (!isInteger) {
      return one(rules, isNegative, true);
    }
    if (base.exponent() == 0) {
      return DecimalValue.ONE.withSign(isNegative);
    }
    BigInteger times = b.isNegative() ? BigInteger.ZERO : b.truncated();
    BigInteger exponent = times.multiply(BigInteger.valueOf(base.exponent()));
    if (exponent.compareTo(BigInteger.valueOf(1 - rules.prec)) < 0) {
      return one(rules, isNegative, false);
    }
    long e = exponent.longValue();
    return DecimalValue.finite(isNegative, Digits.power(-e), e);
  }

  private static DecimalValue magnitude(
      Rules rules, DecimalValue base, DecimalValue b, boolean isInteger, boolean isNegative) {
    double size = log10(base) * Double.parseDouble(b.toString());
    if (size > rules.emax + 5.0 || size < rules.etiny() - 5.0) {
      boolean isSmall = size < 0;
      return rules.finish(
          DecimalValue.finite(
              isNegative,
              BigInteger.ONE,
              isSmall ? rules.etiny() - rules.prec - 2 : rules.emax + 1));
    }
    if (isInteger && b.adjusted() < 9) {
      int n = b.truncated().abs().intValueExact();
      if ((long) n * base.digits() <= EXACT_DIGITS) {
        DecimalValue power =
            DecimalValue.finite(isNegative, base.coefficient().pow(n), base.exponent() * n);
        return b.isNegative()
            ? DecimalArithmetic.divide(rules, DecimalValue.ONE, power)
            : rules.finish(power);
      }
    }
    DecimalValue result = rounded(rules, digits -> FixedPoint.power(base, b, digits));
    return result.withSign(isNegative);
  }

  /** A rough decimal logarithm of a number above 0. */
  private static double log10(DecimalValue v) {
    String digits = v.coefficient().toString();
    String first = digits.substring(0, Math.min(17, digits.length()));
    double mantissa = Double.parseDouble(first.charAt(0) + "." + first.substring(1) + "0");
    double log = Math.log10(mantissa) + v.adjusted();
    if (log == 0 || Math.abs(log) < 1e-9) {
      // Near 1 the logarithm is the difference.
      DecimalValue difference = DecimalArithmetic.subtract(Rules.wide(30), v, DecimalValue.ONE);
      return Double.parseDouble(difference.toString()) / Math.log(10);
    }
    return log;
  }

  /** {@code a ** b % m} for integers. */
  static DecimalValue powerModulo(Rules rules, DecimalValue a, DecimalValue b, DecimalValue m) {
    DecimalValue nan = rules.nanOf(a, b, m);
    if (nan != null) {
      return nan;
    }
    boolean isPossible =
        a.isInteger()
            && b.isInteger()
            && m.isInteger()
            && !b.isNegative()
            && !m.isZero()
            && m.adjusted() < rules.prec
            && !(a.isZero() && b.isZero());
    if (!isPossible) {
      return rules.invalid();
    }
    boolean isNegative = isOdd(b) && a.isNegative();
    BigInteger modulus = m.truncated().abs();
    BigInteger base = a.truncated().abs().mod(modulus);
    return DecimalValue.finite(isNegative, base.modPow(b.truncated(), modulus), 0);
  }
}
