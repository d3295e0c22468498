package org.pyconc.stdlib.decimal;

import java.math.BigInteger;

/**
 * How results are rounded, and what has happened while one was computed.
 *
 * @see <a href="https://speleotrove.com/decimal/decarith.html">General Decimal Arithmetic</a>
 */
final class Rules {
  static final long MAX_PREC = 999_999_999_999_999_999L;
  static final long MAX_EMAX = 999_999_999_999_999_999L;
  static final long MIN_EMIN = -999_999_999_999_999_999L;

  long prec = 28;
  Rounding rounding = Rounding.ROUND_HALF_EVEN;
  long emin = -999_999;
  long emax = 999_999;
  boolean capitals = true;
  boolean clamp;

  /** The bits of {@link Signal} of the operation that is under way. */
  int status;

  Rules copy() {
    Rules copy = new Rules();
    copy.prec = prec;
    copy.rounding = rounding;
    copy.emin = emin;
    copy.emax = emax;
    copy.capitals = capitals;
    copy.clamp = clamp;
    return copy;
  }

  /** For results that no limit but the precision applies to. */
  static Rules wide(long prec) {
    Rules rules = new Rules();
    rules.prec = Math.max(1, prec);
    rules.emin = MIN_EMIN;
    rules.emax = MAX_EMAX;
    return rules;
  }

  long etiny() {
    return emin - prec + 1;
  }

  long etop() {
    return emax - prec + 1;
  }

  void signal(int bits) {
    status |= bits;
  }

  /** NaN as the result of what cannot be computed. */
  DecimalValue invalid(int bits) {
    signal(bits);
    return DecimalValue.NAN;
  }

  DecimalValue invalid() {
    return invalid(Signal.INVALID_OPERATION);
  }

  /** The NaN that an operation with one among its operands returns, or null if there is none. */
  @org.jspecify.annotations.Nullable
  DecimalValue nanOf(DecimalValue... operands) {
    for (DecimalValue each : operands) {
      if (each.isSignaling()) {
        signal(Signal.INVALID_OPERATION);
        return quiet(each);
      }
    }
    for (DecimalValue each : operands) {
      if (each.isNan()) {
        return quiet(each);
      }
    }
    return null;
  }

  /** A NaN with as much of its payload as fits. */
  private DecimalValue quiet(DecimalValue nan) {
    long fits = prec - (clamp ? 1 : 0);
    BigInteger payload = nan.coefficient();
    if (nan.digits() > fits) {
      payload = fits == 0 ? BigInteger.ZERO : payload.mod(Digits.power(fits));
    }
    return new DecimalValue(nan.isNegative(), DecimalValue.Kind.QUIET, payload, 0);
  }

  /** Rounds to the precision and into the range. */
  DecimalValue finish(DecimalValue v) {
    if (!v.isFinite()) {
      return v.isNan() && v.digits() > prec - (clamp ? 1 : 0)
          ? new DecimalValue(v.isNegative(), v.kind(), quiet(v).coefficient(), 0)
          : v;
    }
    if (v.isZero()) {
      return finishZero(v);
    }
    long least = v.adjusted() - prec + 1;
    if (v.adjusted() > emax) {
      return overflow(v.isNegative());
    }
    boolean isSubnormal = v.adjusted() < emin;
    least = Math.max(least, etiny());
    if (isSubnormal) {
      signal(Signal.SUBNORMAL);
    }
    if (v.exponent() < least) {
      return finishLong(v, least, isSubnormal);
    }
    if (clamp && v.exponent() > etop()) {
      signal(Signal.CLAMPED);
      return DecimalValue.finite(
          v.isNegative(), Digits.shift(v.coefficient(), v.exponent() - etop()), etop());
    }
    return v;
  }

  private DecimalValue finishZero(DecimalValue v) {
    long exponent = Math.min(Math.max(v.exponent(), etiny()), clamp ? etop() : emax);
    if (exponent == v.exponent()) {
      return v;
    }
    signal(Signal.CLAMPED);
    return DecimalValue.finite(v.isNegative(), BigInteger.ZERO, exponent);
  }

  private DecimalValue finishLong(DecimalValue v, long least, boolean isSubnormal) {
    long drop = least - v.exponent();
    BigInteger rounded = Digits.drop(v.coefficient(), drop, v.isNegative(), rounding);
    boolean isInexact = !Digits.endsInZeros(v.coefficient(), drop);
    long exponent = least;
    signal(Signal.ROUNDED | (isInexact ? Signal.INEXACT : 0));
    if (Digits.count(rounded) > prec) {
      rounded = rounded.divide(BigInteger.TEN);
      exponent++;
    }
    if (exponent > etop()) {
      return overflow(v.isNegative());
    }
    if (isSubnormal && isInexact) {
      signal(Signal.UNDERFLOW);
    }
    if (rounded.signum() == 0) {
      signal(Signal.CLAMPED);
    }
    return DecimalValue.finite(v.isNegative(), rounded, exponent);
  }

  DecimalValue overflow(boolean isNegative) {
    signal(Signal.OVERFLOW | Signal.INEXACT | Signal.ROUNDED);
    return rounding.overflowsToInfinity(isNegative)
        ? DecimalValue.infinity(isNegative)
        : largest(isNegative);
  }

  /** The largest finite number. */
  DecimalValue largest(boolean isNegative) {
    return DecimalValue.finite(isNegative, Digits.power(prec).subtract(BigInteger.ONE), etop());
  }

  /** The number with another exponent; digits that this drops are rounded, without a signal. */
  static DecimalValue rescaled(DecimalValue v, long exponent, Rounding rounding) {
    if (v.isZero()) {
      return DecimalValue.finite(v.isNegative(), BigInteger.ZERO, exponent);
    }
    if (v.exponent() >= exponent) {
      return DecimalValue.finite(
          v.isNegative(), Digits.shift(v.coefficient(), v.exponent() - exponent), exponent);
    }
    return DecimalValue.finite(
        v.isNegative(),
        Digits.drop(v.coefficient(), exponent - v.exponent(), v.isNegative(), rounding),
        exponent);
  }
}
