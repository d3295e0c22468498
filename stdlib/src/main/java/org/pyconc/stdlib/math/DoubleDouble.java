package org.pyconc.stdlib.math;

/** A number as the sum of two doubles, about 106 bits: for results that round correctly. */
record DoubleDouble(double high, double low) {
  static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  /** {@code a + b}, where the magnitude of a is not the smaller one. */
  private static DoubleDouble fastSum(double a, double b) {
    double sum = a + b;
    return new DoubleDouble(sum, b - (sum - a));
  }

  /** {@code a + b} exactly. */
  static DoubleDouble sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
  }

  /** {@code a * b} exactly. */
  static DoubleDouble product(double a, double b) {
    double product = a * b;
    return new DoubleDouble(product, Math.fma(a, b, -product));
  }

  DoubleDouble plus(DoubleDouble other) {
    DoubleDouble sum = sum(high, other.high);
    return fastSum(sum.high, sum.low + low + other.low);
  }

  DoubleDouble minus(DoubleDouble other) {
    return plus(new DoubleDouble(-other.high, -other.low));
  }

  DoubleDouble times(DoubleDouble other) {
    DoubleDouble product = product(high, other.high);
    return fastSum(product.high, product.low + (high * other.low + low * other.high));
  }

  DoubleDouble times(double factor) {
    DoubleDouble product = product(high, factor);
    return fastSum(product.high, product.low + low * factor);
  }

  DoubleDouble dividedBy(DoubleDouble divisor) {
    double first = high / divisor.high;
    DoubleDouble rest = minus(divisor.times(first));
    return fastSum(first, (rest.high + rest.low) / divisor.high);
  }

  DoubleDouble dividedBy(double divisor) {
    return dividedBy(of(divisor));
  }

  /** {@code a / (b + c)} for a small c. */
  static DoubleDouble quotient(double a, double b, double c) {
    return of(a).dividedBy(new DoubleDouble(b, c));
  }
}
