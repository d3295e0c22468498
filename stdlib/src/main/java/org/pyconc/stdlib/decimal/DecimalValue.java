package org.pyconc.stdlib.decimal;

import java.math.BigInteger;

/**
 * A decimal number: sign, coefficient and exponent; an infinity; or a NaN with a payload.
 *
 * @param coefficient not negative; the payload of a NaN
 */
record DecimalValue(boolean isNegative, Kind kind, BigInteger coefficient, long exponent) {
  enum Kind {
    FINITE,
    INFINITE,
    QUIET,
    SIGNALING
  }

  static final DecimalValue NAN = new DecimalValue(false, Kind.QUIET, BigInteger.ZERO, 0);
  static final DecimalValue ZERO = of(0);
  static final DecimalValue ONE = of(1);

  static DecimalValue finite(boolean isNegative, BigInteger coefficient, long exponent) {
    return new DecimalValue(isNegative, Kind.FINITE, coefficient, exponent);
  }

  static DecimalValue of(long value) {
    return of(BigInteger.valueOf(value));
  }

  static DecimalValue of(BigInteger value) {
    return finite(value.signum() < 0, value.abs(), 0);
  }

  static DecimalValue infinity(boolean isNegative) {
    return new DecimalValue(isNegative, Kind.INFINITE, BigInteger.ZERO, 0);
  }

  boolean isFinite() {
    return kind == Kind.FINITE;
  }

  boolean isInfinite() {
    return kind == Kind.INFINITE;
  }

  boolean isNan() {
    return kind == Kind.QUIET || kind == Kind.SIGNALING;
  }

  boolean isSignaling() {
    return kind == Kind.SIGNALING;
  }

  boolean isZero() {
    return kind == Kind.FINITE && coefficient.signum() == 0;
  }

  int digits() {
    return Digits.count(coefficient);
  }

  /** The exponent of the first digit. */
  long adjusted() {
    return isFinite() ? exponent + digits() - 1 : 0;
  }

  DecimalValue withSign(boolean negative) {
    return negative == isNegative ? this : new DecimalValue(negative, kind, coefficient, exponent);
  }

  DecimalValue negated() {
    return withSign(!isNegative);
  }

  boolean isInteger() {
    return isFinite() && (exponent >= 0 || Digits.endsInZeros(coefficient, -exponent));
  }

  /** The coefficient with the sign. */
  BigInteger signed() {
    return isNegative ? coefficient.negate() : coefficient;
  }

  /** The number without what is behind the point. */
  BigInteger truncated() {
    if (exponent >= 0) {
      return Digits.shift(signed(), exponent);
    }
    return -exponent >= digits() ? BigInteger.ZERO : signed().divide(Digits.power(-exponent));
  }

  /** Compares two numbers that are no NaN. */
  int compareTo(DecimalValue other) {
    if (isInfinite() || other.isInfinite()) {
      return Integer.compare(infinitySign(), other.infinitySign());
    }
    int sign = signed().signum();
    int otherSign = other.signed().signum();
    if (sign != otherSign || sign == 0) {
      return Integer.compare(sign, otherSign);
    }
    if (adjusted() != other.adjusted()) {
      return adjusted() < other.adjusted() ? -sign : sign;
    }
    long less = Math.min(exponent, other.exponent);
    return Digits.shift(signed(), exponent - less)
        .compareTo(Digits.shift(other.signed(), other.exponent - less));
  }

  private int infinitySign() {
    return isInfinite() ? isNegative ? -1 : 1 : 0;
  }

  @Override
  public String toString() {
    return DecimalText.scientific(this, true);
  }
}
