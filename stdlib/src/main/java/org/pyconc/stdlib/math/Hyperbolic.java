package org.pyconc.stdlib.math;

/** Hyperbolic functions that Java lacks or rounds otherwise than the C library. */
final class Hyperbolic {
  private static final double LN_2 = 0.693147180559945286227;
  private static final double HUGE = 0x1p28;
  private static final double TINY = 0x1p-28;

  /** From here on, exp alone decides cosh. */
  private static final double LARGE = 22;

  private Hyperbolic() {}

  static double cosh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 0.5 * LN_2) {
      double t = Math.expm1(magnitude);
      double w = 1 + t;
      return magnitude < 0x1p-55 ? w : 1 + (t * t) / (w + w);
    }
    if (magnitude < LARGE) {
      double t = Math.exp(magnitude);
      return 0.5 * t + 0.5 / t;
    }
    if (magnitude < Math.log(Double.MAX_VALUE)) {
      return 0.5 * Math.exp(magnitude);
    }
    double w = Math.exp(0.5 * magnitude);
    return 0.5 * w * w;
  }

  static double acosh(double x) {
    if (x < 1) {
      return Double.NaN;
    }
    if (x >= HUGE) {
      return Math.log(x) + LN_2;
    }
    if (x > 2) {
      return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return Math.log1p(t + Math.sqrt(2 * t + t * t));
  }

  static double asinh(double x) {
    double magnitude = Math.abs(x);
    double result;
    if (magnitude < TINY || Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    if (magnitude > HUGE) {
      result = Math.log(magnitude) + LN_2;
    } else {
      double square = x * x;
      double root = Math.sqrt(square + 1);
      result =
          magnitude > 2
              ? Math.log(2 * magnitude + 1 / (root + magnitude))
              : Math.log1p(magnitude + square / (1 + root));
    }
    return Math.copySign(result, x);
  }

  static double atanh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude > 1) {
      return Double.NaN;
    }
    if (magnitude < TINY) {
      return x;
    }
    double twice = magnitude + magnitude;
    double result =
        magnitude < 0.5
            ? 0.5 * Math.log1p(twice + twice * magnitude / (1 - magnitude))
            : 0.5 * Math.log1p(twice / (1 - magnitude));
    return Math.copySign(result, x);
  }
}
