package org.pyconc.stdlib.math;

/** The gamma function by Lanczos' approximation, and the error function. */
final class SpecialFunctions {
  private static final double LOG_PI = 1.144729885849400174143427351353058711647;
  private static final double TWO_BY_ROOT_PI_HIGH = 0x1.20dd750429b6dp0;
  private static final double TWO_BY_ROOT_PI_LOW = 0x1.1ae3a914fed80p-56;

  /** Lanczos' parameter. */
  private static final double G = 6.024680040776729583740234375;

  private static final double G_MINUS_HALF = G - 0.5;

  /** Coefficients of Lanczos' sum as a rational function, lowest power first. */
  private static final double[] NUMERATOR = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786772,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  };

  /** Of {@code x (x + 1) ... (x + 11)}. */
  private static final double[] DENOMINATOR = {
    0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925,
    66, 1,
  };

  private SpecialFunctions() {}

  private static double lanczosSum(double x) {
    double numerator = 0;
    double denominator = 0;
    if (x < 5) {
      for (int i = NUMERATOR.length - 1; i >= 0; i--) {
        numerator = numerator * x + NUMERATOR[i];
        denominator = denominator * x + DENOMINATOR[i];
      }
    } else {
      for (int i = 0; i < NUMERATOR.length; i++) {
        numerator = numerator / x + NUMERATOR[i];
        denominator = denominator / x + DENOMINATOR[i];
      }
    }
    return numerator / denominator;
  }

  /** {@code sin(pi x)} for a finite number. */
  private static double sinPi(double x) {
    double y = Math.abs(x) % 2;
    double result =
        switch ((int) Math.floor(2 * y + 0.5)) {
          case 0 -> Math.sin(Math.PI * y);
          case 1 -> Math.cos(Math.PI * (y - 0.5));
          case 2 -> Math.sin(Math.PI * (1 - y));
          case 3 -> -Math.cos(Math.PI * (y - 1.5));
          default -> Math.sin(Math.PI * (y - 2));
        };
    return Math.copySign(1, x) * result;
  }

  /** The gamma function; NaN or infinity at its poles. */
  static double gamma(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return x > 0 ? x : Double.NaN;
    }
    if (x == Math.floor(x)) {
      if (x <= 0) {
        return Double.NaN;
      }
      if (x <= 23) {
        double factorial = 1;
        for (int i = 2; i < x; i++) {
          factorial *= i;
        }
        return factorial;
      }
    }
    double magnitude = Math.abs(x);
    if (magnitude < 1e-20) {
      return 1 / x;
    }
    if (magnitude > 200) {
      return x < 0 ? 0 / sinPi(x) : Double.POSITIVE_INFINITY;
    }
    double y = magnitude + G_MINUS_HALF;
    // What the sum lost by rounding is made up for to first order.
    double lost =
        magnitude > G_MINUS_HALF ? y - magnitude - G_MINUS_HALF : y - G_MINUS_HALF - magnitude;
    double correction = lost * G / y;
    boolean needsRoot = magnitude >= 140;
    double power = needsRoot ? Math.pow(y, magnitude / 2 - 0.25) : Math.pow(y, magnitude - 0.5);
    double result;
    if (x < 0) {
      result = -Math.PI / sinPi(magnitude) / magnitude * Math.exp(y) / lanczosSum(magnitude);
      result -= correction * result;
      result /= power;
      return needsRoot ? result / power : result;
    }
    result = lanczosSum(magnitude) / Math.exp(y);
    result += correction * result;
    result *= power;
    return needsRoot ? result * power : result;
  }

  /** The logarithm of the gamma function's magnitude. */
  static double logGamma(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Double.isInfinite(x)) {
      return Double.POSITIVE_INFINITY;
    }
    if (x == 1 || x == 2) {
      return 0;
    }
    double magnitude = Math.abs(x);
    if (magnitude < 1e-20) {
      return -Math.log(magnitude);
    }
    double result = Math.log(lanczosSum(magnitude)) - G;
    result += (magnitude - 0.5) * (Math.log(magnitude + G - 0.5) - 1);
    return x < 0
        ? LOG_PI - Math.log(Math.abs(sinPi(magnitude))) - Math.log(magnitude) - result
        : result;
  }

  /** The error function. */
  static double erf(double x) {
    double magnitude = Math.abs(x);
    if (Double.isNaN(x) || magnitude < 1e-300) {
      return x * TWO_BY_ROOT_PI_HIGH;
    }
    if (magnitude > 6) {
      return Math.copySign(1, x);
    }
    return Math.copySign(magnitude < 3 ? series(magnitude).high() : 1 - fraction(magnitude), x);
  }

  /** The complementary error function, {@code 1 - erf(x)} without loss. */
  static double erfc(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x > 28) {
      return 0;
    }
    if (x < -6) {
      return 2;
    }
    if (x < -3) {
      return 2 - fraction(-x);
    }
    if (x > 3) {
      return fraction(x);
    }
    DoubleDouble erf = series(Math.abs(x));
    DoubleDouble one = DoubleDouble.of(1);
    return (x < 0 ? one.plus(erf) : one.minus(erf)).high();
  }

  /** {@code 2/sqrt(pi) * sum of (-1)**n x**(2n+1) / (n! (2n+1))}: for magnitudes up to 3. */
  private static DoubleDouble series(double x) {
    DoubleDouble square = DoubleDouble.product(x, x);
    DoubleDouble power = DoubleDouble.of(x);
    DoubleDouble sum = power;
    for (int n = 1; Math.abs(power.high()) > 1e-36 * x; n++) {
      power = power.times(square).dividedBy(-n);
      sum = sum.plus(power.dividedBy(2 * n + 1));
    }
    return sum.times(new DoubleDouble(TWO_BY_ROOT_PI_HIGH, TWO_BY_ROOT_PI_LOW));
  }

  /** erfc of a number above 3 by its continued fraction. */
  private static double fraction(double x) {
    double square = x * x;
    double tail = 0;
    for (int k = 100; k >= 1; k--) {
      tail = k * (k - 0.5) / (2 * k + 0.5 + square - tail);
    }
    double lost = Math.fma(x, x, -square);
    double power = Math.exp(-square);
    power -= power * lost;
    return power * x / (0.5 + square - tail) * (TWO_BY_ROOT_PI_HIGH / 2);
  }
}
