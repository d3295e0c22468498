package org.pyconc.stdlib.decimal;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Sums, products, quotients and roots. */
final class DecimalArithmetic {
  private DecimalArithmetic() {}

  static DecimalValue plus(Rules rules, DecimalValue a) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    boolean isPositive = a.isZero() && rules.rounding != Rounding.ROUND_FLOOR;
    return rules.finish(isPositive ? a.withSign(false) : a);
  }

  static DecimalValue minus(Rules rules, DecimalValue a) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    boolean isPositive = a.isZero() && rules.rounding != Rounding.ROUND_FLOOR;
    return rules.finish(isPositive ? a.withSign(false) : a.negated());
  }

  static DecimalValue abs(Rules rules, DecimalValue a) {
    return a.isNegative() && !a.isNan() ? minus(rules, a) : plus(rules, a);
  }

  static DecimalValue add(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return b.isInfinite() && a.isNegative() != b.isNegative() ? rules.invalid() : a;
    }
    return b.isInfinite() ? b : rules.finish(sum(rules, a, b));
  }

  static DecimalValue subtract(Rules rules, DecimalValue a, DecimalValue b) {
    return add(rules, a, b.isNan() ? b : b.negated());
  }

  /** The sum of two finite numbers, exact as far as the precision can show. */
  private static DecimalValue sum(Rules rules, DecimalValue a, DecimalValue b) {
    long exponent = Math.min(a.exponent(), b.exponent());
    boolean isFloor = rules.rounding == Rounding.ROUND_FLOOR;
    if (a.isZero() && b.isZero()) {
      boolean isNegative = a.isNegative() == b.isNegative() ? a.isNegative() : isFloor;
      return DecimalValue.finite(isNegative, BigInteger.ZERO, exponent);
    }
    if (a.isZero() || b.isZero()) {
      DecimalValue other = a.isZero() ? b : a;
      long least = Math.max(exponent, other.exponent() - rules.prec - 1);
      return Rules.rescaled(other, least, rules.rounding);
    }
    DecimalValue high = a.exponent() >= b.exponent() ? a : b;
    DecimalValue low = a.exponent() >= b.exponent() ? b : a;
    // Digits too far behind those of the other operand only tell that there are some.
    long least = high.exponent() + Math.min(-1, high.digits() - rules.prec - 2);
    if (low.adjusted() < least) {
      low = DecimalValue.finite(low.isNegative(), BigInteger.ONE, least);
    }
    BigInteger sum =
        Digits.shift(high.signed(), high.exponent() - low.exponent()).add(low.signed());
    boolean isNegative = sum.signum() == 0 ? isFloor : sum.signum() < 0;
    return DecimalValue.finite(isNegative, sum.abs(), low.exponent());
  }

  static DecimalValue multiply(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue product = product(rules, a, b);
    return product.isFinite() ? rules.finish(product) : product;
  }

  private static DecimalValue product(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    boolean isNegative = a.isNegative() != b.isNegative();
    if (a.isInfinite() || b.isInfinite()) {
      return a.isZero() || b.isZero() ? rules.invalid() : DecimalValue.infinity(isNegative);
    }
    return DecimalValue.finite(
        isNegative, a.coefficient().multiply(b.coefficient()), a.exponent() + b.exponent());
  }

  /** {@code a * b + c}, rounded once. */
  static DecimalValue fma(Rules rules, DecimalValue a, DecimalValue b, DecimalValue c) {
    DecimalValue product = product(rules, a, b);
    boolean isUndefined = product.isNan() && !a.isNan() && !b.isNan();
    return isUndefined || a.isSignaling() || b.isSignaling() ? product : add(rules, product, c);
  }

  static DecimalValue divide(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    boolean isNegative = a.isNegative() != b.isNegative();
    if (a.isInfinite()) {
      return b.isInfinite() ? rules.invalid() : DecimalValue.infinity(isNegative);
    }
    if (b.isInfinite()) {
      rules.signal(Signal.CLAMPED);
      return DecimalValue.finite(isNegative, BigInteger.ZERO, rules.etiny());
    }
    if (b.isZero()) {
      if (a.isZero()) {
        return rules.invalid(Signal.DIVISION_UNDEFINED);
      }
      rules.signal(Signal.DIVISION_BY_ZERO);
      return DecimalValue.infinity(isNegative);
    }
    long ideal = a.exponent() - b.exponent();
    if (a.isZero()) {
      return rules.finish(DecimalValue.finite(isNegative, BigInteger.ZERO, ideal));
    }
    long shift = b.digits() - (long) a.digits() + rules.prec + 1;
    BigInteger[] parts =
        shift >= 0
            ? Digits.shift(a.coefficient(), shift).divideAndRemainder(b.coefficient())
            : a.coefficient().divideAndRemainder(Digits.shift(b.coefficient(), -shift));
    BigInteger quotient = parts[0];
    long exponent = ideal - shift;
    if (parts[1].signum() != 0) {
      quotient = sticky(quotient);
    } else {
      while (exponent < ideal && quotient.mod(BigInteger.TEN).signum() == 0) {
        quotient = quotient.divide(BigInteger.TEN);
        exponent++;
      }
    }
    return rules.finish(DecimalValue.finite(isNegative, quotient, exponent));
  }

  /** A truncated number that does not look exact, or half way, any more. */
  private static BigInteger sticky(BigInteger n) {
    return n.mod(Digits.FIVE).signum() == 0 ? n.add(BigInteger.ONE) : n;
  }

  /** Quotient without fraction, and remainder, of two numbers of which neither is NaN. */
  private static DecimalValue @Nullable [] divmodFinite(
      Rules rules, DecimalValue a, DecimalValue b) {
    boolean isNegative = a.isNegative() != b.isNegative();
    long ideal = b.isInfinite() ? a.exponent() : Math.min(a.exponent(), b.exponent());
    long difference = a.adjusted() - b.adjusted();
    if (a.isZero() || b.isInfinite() || difference <= -2) {
      return new DecimalValue[] {
        DecimalValue.finite(isNegative, BigInteger.ZERO, 0),
        Rules.rescaled(a, ideal, rules.rounding)
      };
    }
    if (difference <= rules.prec) {
      long least = Math.min(a.exponent(), b.exponent());
      BigInteger[] parts =
          Digits.shift(a.coefficient(), a.exponent() - least)
              .divideAndRemainder(Digits.shift(b.coefficient(), b.exponent() - least));
      if (Digits.count(parts[0]) <= rules.prec) {
        return new DecimalValue[] {
          DecimalValue.finite(isNegative, parts[0], 0),
          DecimalValue.finite(a.isNegative(), parts[1], ideal)
        };
      }
    }
    return null;
  }

  static DecimalValue divideInteger(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    boolean isNegative = a.isNegative() != b.isNegative();
    if (a.isInfinite()) {
      return b.isInfinite() ? rules.invalid() : DecimalValue.infinity(isNegative);
    }
    if (b.isZero()) {
      if (a.isZero()) {
        return rules.invalid(Signal.DIVISION_UNDEFINED);
      }
      rules.signal(Signal.DIVISION_BY_ZERO);
      return DecimalValue.infinity(isNegative);
    }
    DecimalValue[] parts = divmodFinite(rules, a, b);
    return parts == null ? rules.invalid(Signal.DIVISION_IMPOSSIBLE) : parts[0];
  }

  static DecimalValue remainder(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite() || b.isZero()) {
      return rules.invalid(
          b.isZero() && a.isZero() ? Signal.DIVISION_UNDEFINED : Signal.INVALID_OPERATION);
    }
    DecimalValue[] parts = divmodFinite(rules, a, b);
    return parts == null ? rules.invalid(Signal.DIVISION_IMPOSSIBLE) : rules.finish(parts[1]);
  }

  /** Quotient and remainder. */
  static DecimalValue[] divmod(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return new DecimalValue[] {nan, nan};
    }
    boolean isNegative = a.isNegative() != b.isNegative();
    if (a.isInfinite()) {
      DecimalValue invalid = rules.invalid();
      return new DecimalValue[] {
        b.isInfinite() ? invalid : DecimalValue.infinity(isNegative), invalid
      };
    }
    if (b.isZero()) {
      if (a.isZero()) {
        DecimalValue invalid = rules.invalid(Signal.DIVISION_UNDEFINED);
        return new DecimalValue[] {invalid, invalid};
      }
      rules.signal(Signal.DIVISION_BY_ZERO);
      return new DecimalValue[] {DecimalValue.infinity(isNegative), rules.invalid()};
    }
    DecimalValue[] parts = divmodFinite(rules, a, b);
    if (parts == null) {
      DecimalValue invalid = rules.invalid(Signal.DIVISION_IMPOSSIBLE);
      return new DecimalValue[] {invalid, invalid};
    }
    return new DecimalValue[] {parts[0], rules.finish(parts[1])};
  }

  /** The remainder that is nearest to 0. */
  static DecimalValue remainderNear(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite() || b.isZero()) {
      return rules.invalid(
          b.isZero() && a.isZero() ? Signal.DIVISION_UNDEFINED : Signal.INVALID_OPERATION);
    }
    if (b.isInfinite()) {
      return rules.finish(a);
    }
    long ideal = Math.min(a.exponent(), b.exponent());
    if (a.isZero()) {
      return rules.finish(DecimalValue.finite(a.isNegative(), BigInteger.ZERO, ideal));
    }
    long difference = a.adjusted() - b.adjusted();
    if (difference > rules.prec) {
      return rules.invalid(Signal.DIVISION_IMPOSSIBLE);
    }
    if (difference <= -2) {
      return rules.finish(Rules.rescaled(a, ideal, rules.rounding));
    }
    BigInteger divisor = Digits.shift(b.coefficient(), b.exponent() - ideal);
    BigInteger[] parts =
        Digits.shift(a.coefficient(), a.exponent() - ideal).divideAndRemainder(divisor);
    BigInteger quotient = parts[0];
    BigInteger rest = parts[1];
    int half = rest.shiftLeft(1).compareTo(divisor);
    if (half > 0 || half == 0 && quotient.testBit(0)) {
      rest = rest.subtract(divisor);
      quotient = quotient.add(BigInteger.ONE);
    }
    if (Digits.count(quotient) > rules.prec) {
      return rules.invalid(Signal.DIVISION_IMPOSSIBLE);
    }
    boolean isNegative = rest.signum() < 0 ? !a.isNegative() : a.isNegative();
    return rules.finish(DecimalValue.finite(isNegative, rest.abs(), ideal));
  }

  static DecimalValue sqrt(Rules rules, DecimalValue a) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    if (a.isZero()) {
      return rules.finish(DecimalValue.finite(a.isNegative(), BigInteger.ZERO, a.exponent() >> 1));
    }
    if (a.isNegative()) {
      return rules.invalid();
    }
    if (a.isInfinite()) {
      return a;
    }
    long wanted = rules.prec + 1;
    boolean isOdd = (a.exponent() & 1) != 0;
    BigInteger c = isOdd ? a.coefficient().multiply(BigInteger.TEN) : a.coefficient();
    long length = isOdd ? (a.digits() >> 1) + 1 : a.digits() + 1 >> 1;
    long shift = wanted - length;
    boolean isExact = true;
    if (shift >= 0) {
      c = Digits.shift(c, 2 * shift);
    } else {
      BigInteger[] parts = c.divideAndRemainder(Digits.power(-2 * shift));
      c = parts[0];
      isExact = parts[1].signum() == 0;
    }
    long exponent = (a.exponent() >> 1) - shift;
    BigInteger[] root = c.sqrtAndRemainder();
    BigInteger n = root[0];
    isExact &= root[1].signum() == 0;
    if (isExact) {
      n = shift >= 0 ? n.divide(Digits.power(shift)) : Digits.shift(n, -shift);
      exponent += shift;
    } else {
      n = sticky(n);
    }
    Rounding before = rules.rounding;
    rules.rounding = Rounding.ROUND_HALF_EVEN;
    DecimalValue result = rules.finish(DecimalValue.finite(false, n, exponent));
    rules.rounding = before;
    return result;
  }
}
