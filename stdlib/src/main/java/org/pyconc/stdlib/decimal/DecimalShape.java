package org.pyconc.stdlib.decimal;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Operations on the form of numbers: exponents, neighbours, order, digits. */
final class DecimalShape {
  private DecimalShape() {}

  /** The number with the exponent of another. */
  static DecimalValue quantize(Rules rules, DecimalValue a, DecimalValue pattern) {
    DecimalValue nan = rules.nanOf(a, pattern);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite() || pattern.isInfinite()) {
      return a.isInfinite() && pattern.isInfinite() ? a : rules.invalid();
    }
    long exponent = pattern.exponent();
    if (exponent < rules.etiny() || exponent > rules.emax) {
      return rules.invalid();
    }
    if (a.isZero()) {
      return rules.finish(DecimalValue.finite(a.isNegative(), BigInteger.ZERO, exponent));
    }
    if (a.adjusted() > rules.emax || a.adjusted() - exponent + 1 > rules.prec) {
      return rules.invalid();
    }
    DecimalValue result = Rules.rescaled(a, exponent, rules.rounding);
    if (result.adjusted() > rules.emax || result.digits() > rules.prec) {
      return rules.invalid();
    }
    if (!result.isZero() && result.adjusted() < rules.emin) {
      rules.signal(Signal.SUBNORMAL);
    }
    if (exponent > a.exponent()) {
      rules.signal(Signal.ROUNDED);
      if (result.compareTo(a) != 0) {
        rules.signal(Signal.INEXACT);
      }
    }
    return rules.finish(result);
  }

  /** The number without trailing zeros. */
  static DecimalValue normalize(Rules rules, DecimalValue a) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    DecimalValue v = rules.finish(a);
    if (!v.isFinite()) {
      return v;
    }
    if (v.isZero()) {
      return DecimalValue.finite(v.isNegative(), BigInteger.ZERO, 0);
    }
    long most = rules.clamp ? rules.etop() : rules.emax;
    BigInteger c = v.coefficient();
    long exponent = v.exponent();
    while (exponent < most) {
      BigInteger[] parts = c.divideAndRemainder(BigInteger.TEN);
      if (parts[1].signum() != 0) {
        break;
      }
      c = parts[0];
      exponent++;
    }
    return DecimalValue.finite(v.isNegative(), c, exponent);
  }

  static DecimalValue toIntegral(Rules rules, DecimalValue a, boolean isExact) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    if (!a.isFinite() || a.exponent() >= 0) {
      return a;
    }
    DecimalValue result = Rules.rescaled(a, 0, rules.rounding);
    if (isExact && !a.isZero()) {
      rules.signal(Signal.ROUNDED | (result.compareTo(a) != 0 ? Signal.INEXACT : 0));
    }
    return result;
  }

  static DecimalValue compare(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    return nan != null ? nan : DecimalValue.of(a.compareTo(b));
  }

  static DecimalValue compareSignal(Rules rules, DecimalValue a, DecimalValue b) {
    if (a.isNan() || b.isNan()) {
      rules.signal(Signal.INVALID_OPERATION);
    }
    return compare(rules, a, b);
  }

  /** The total order: -NaN, -sNaN, -Infinity, ..., Infinity, sNaN, NaN; 12.0 before 12. */
  static int compareTotal(DecimalValue a, DecimalValue b) {
    if (a.isNegative() != b.isNegative()) {
      return a.isNegative() ? -1 : 1;
    }
    int sign = a.isNegative() ? -1 : 1;
    int kind = Integer.compare(totalRank(a), totalRank(b));
    if (kind != 0) {
      return kind * sign;
    }
    if (a.isNan()) {
      return a.coefficient().compareTo(b.coefficient()) * sign;
    }
    int order = a.compareTo(b);
    return order != 0 ? order : Long.compare(a.exponent(), b.exponent()) * sign;
  }

  private static int totalRank(DecimalValue v) {
    return switch (v.kind()) {
      case FINITE, INFINITE -> 0;
      case SIGNALING -> 1;
      case QUIET -> 2;
    };
  }

  /** The largest or smallest of two numbers; a quiet NaN beside a number does not count. */
  static DecimalValue extreme(
      Rules rules, DecimalValue a, DecimalValue b, boolean isMax, boolean byMagnitude) {
    if (a.isNan() || b.isNan()) {
      if (a.kind() == DecimalValue.Kind.QUIET && !b.isNan()) {
        return rules.finish(b);
      }
      if (b.kind() == DecimalValue.Kind.QUIET && !a.isNan()) {
        return rules.finish(a);
      }
      DecimalValue nan = rules.nanOf(a, b);
      return nan == null ? DecimalValue.NAN : nan;
    }
    int order = byMagnitude ? a.withSign(false).compareTo(b.withSign(false)) : a.compareTo(b);
    order = order != 0 ? order : compareTotal(a, b);
    return rules.finish(isMax == order > 0 || order == 0 ? a : b);
  }

  static DecimalValue nextMinus(Rules rules, DecimalValue a) {
    return next(rules, a, true);
  }

  static DecimalValue nextPlus(Rules rules, DecimalValue a) {
    return next(rules, a, false);
  }

  private static DecimalValue next(Rules rules, DecimalValue a, boolean isDown) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return a.isNegative() == isDown ? a : rules.largest(a.isNegative());
    }
    Rules work = rules.copy();
    work.rounding = isDown ? Rounding.ROUND_FLOOR : Rounding.ROUND_CEILING;
    DecimalValue same = work.finish(a);
    if (same.compareTo(a) != 0) {
      return same;
    }
    DecimalValue tiny = DecimalValue.finite(isDown, BigInteger.ONE, rules.etiny() - 1);
    return DecimalArithmetic.add(work, a, tiny);
  }

  static DecimalValue nextToward(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    int order = a.compareTo(b);
    if (order == 0) {
      return a.withSign(b.isNegative());
    }
    DecimalValue result = next(rules, a, order > 0);
    if (result.isInfinite()) {
      rules.signal(Signal.OVERFLOW | Signal.INEXACT | Signal.ROUNDED);
    } else if (result.adjusted() < rules.emin) {
      rules.signal(Signal.UNDERFLOW | Signal.SUBNORMAL | Signal.INEXACT | Signal.ROUNDED);
      if (result.isZero()) {
        rules.signal(Signal.CLAMPED);
      }
    }
    return result;
  }

  static DecimalValue logb(Rules rules, DecimalValue a) {
    DecimalValue nan = rules.nanOf(a);
    if (nan != null) {
      return nan;
    }
    if (a.isInfinite()) {
      return DecimalValue.infinity(false);
    }
    if (a.isZero()) {
      rules.signal(Signal.DIVISION_BY_ZERO);
      return DecimalValue.infinity(true);
    }
    return rules.finish(DecimalValue.of(a.adjusted()));
  }

  static DecimalValue scaleb(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    long most = 2 * (rules.emax + rules.prec);
    Long by = smallInteger(b, most);
    if (by == null) {
      return rules.invalid();
    }
    return a.isInfinite()
        ? a
        : rules.finish(DecimalValue.finite(a.isNegative(), a.coefficient(), a.exponent() + by));
  }

  /** An operand that has to be an integer from {@code -most} to {@code most}, or null. */
  private static @Nullable Long smallInteger(DecimalValue b, long most) {
    if (!b.isFinite() || b.exponent() != 0 || b.digits() > 19) {
      return null;
    }
    BigInteger value = b.signed();
    return value.abs().compareTo(BigInteger.valueOf(most)) > 0
        ? null
        : Long.valueOf(value.longValue());
  }

  static DecimalValue rotate(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    Long by = smallInteger(b, rules.prec);
    if (by == null) {
      return rules.invalid();
    }
    if (a.isInfinite()) {
      return a;
    }
    BigInteger c = fitting(rules, a);
    long left = by < 0 ? by + rules.prec : by;
    BigInteger[] parts = c.divideAndRemainder(Digits.power(rules.prec - left));
    BigInteger turned = Digits.shift(parts[1], left).add(parts[0]);
    return DecimalValue.finite(a.isNegative(), turned, a.exponent());
  }

  static DecimalValue shift(Rules rules, DecimalValue a, DecimalValue b) {
    DecimalValue nan = rules.nanOf(a, b);
    if (nan != null) {
      return nan;
    }
    Long by = smallInteger(b, rules.prec);
    if (by == null) {
      return rules.invalid();
    }
    if (a.isInfinite()) {
      return a;
    }
    BigInteger c = fitting(rules, a);
    BigInteger shifted =
        by < 0 ? c.divide(Digits.power(-by)) : Digits.shift(c, by).mod(Digits.power(rules.prec));
    return DecimalValue.finite(a.isNegative(), shifted, a.exponent());
  }

  /** The coefficient's last digits, as many as the precision has. */
  private static BigInteger fitting(Rules rules, DecimalValue a) {
    return a.digits() > rules.prec
        ? a.coefficient().mod(Digits.power(rules.prec))
        : a.coefficient();
  }

  /** Digit by digit; each has to be 0 or 1. */
  static DecimalValue logical(Rules rules, DecimalValue a, DecimalValue b, String kind) {
    if (!isLogical(a) || !isLogical(b)) {
      return rules.invalid();
    }
    String x = a.coefficient().toString();
    String y = b.coefficient().toString();
    int length = (int) Math.min(rules.prec, Math.max(x.length(), y.length()));
    StringBuilder result = new StringBuilder();
    for (int i = length; i > 0; i--) {
      boolean p = i <= x.length() && x.charAt(x.length() - i) == '1';
      boolean q = i <= y.length() && y.charAt(y.length() - i) == '1';
      boolean isOne =
          switch (kind) {
            case "and" -> p && q;
            case "or" -> p || q;
            default -> p != q;
          };
      result.append(isOne ? '1' : '0');
    }
    return DecimalValue.of(new BigInteger(result.toString()));
  }

  static DecimalValue logicalInvert(Rules rules, DecimalValue a) {
    BigInteger ones =
        Digits.power(rules.prec).subtract(BigInteger.ONE).divide(BigInteger.valueOf(9));
    return logical(rules, a, DecimalValue.of(ones), "xor");
  }

  private static boolean isLogical(DecimalValue v) {
    if (!v.isFinite() || v.isNegative() || v.exponent() != 0) {
      return false;
    }
    String digits = v.coefficient().toString();
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) > '1') {
        return false;
      }
    }
    return true;
  }

  static String numberClass(Rules rules, DecimalValue v) {
    if (v.isNan()) {
      return v.isSignaling() ? "sNaN" : "NaN";
    }
    String sign = v.isNegative() ? "-" : "+";
    if (v.isInfinite()) {
      return sign + "Infinity";
    }
    if (v.isZero()) {
      return sign + "Zero";
    }
    return sign + (v.adjusted() < rules.emin ? "Subnormal" : "Normal");
  }
}
