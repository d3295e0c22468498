package org.pyconc.stdlib.random;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.FloatArithmetic;

/** The real-valued distributions of {@code Random}, by CPython's algorithms. */
final class Distributions {
  private static final double TWO_PI = 2 * Math.PI;

  /** {@code 4 exp(-0.5) / sqrt(2)} */
  private static final double NORMAL = 1.7155277699214135;

  /** {@code log(4)} */
  private static final double LOG_4 = 1.3862943611198906;

  /** {@code 1 + log(4.5)} */
  private static final double GAMMA = 2.504077396776274;

  private Distributions() {}

  static void define(TypeBuilder b) {
    b.method(
        "uniform(self, a, b)",
        "Get a random number in the range [a, b) or [a, b] depending on rounding.",
        (self, low, high) ->
            Arithmetic.add(
                low,
                Arithmetic.multiply(Arithmetic.subtract(high, low), ((PyRandom) self).next())));
    b.method(
        "triangular(self, low=0.0, high=1.0, mode=None)",
        "Triangular distribution.",
        (self, low, high, mode) -> triangular((PyRandom) self, low, high, mode));
    b.method(
        "normalvariate(self, mu=0.0, sigma=1.0)",
        "Normal distribution.",
        (self, mu, sigma) -> normal((PyRandom) self, mu, sigma));
    b.method(
        "gauss(self, mu=0.0, sigma=1.0)",
        "Gaussian distribution.",
        (self, mu, sigma) -> gauss((PyRandom) self, mu, sigma));
    b.method(
        "lognormvariate(self, mu, sigma)",
        "Log normal distribution.",
        (self, mu, sigma) ->
            Math.exp(FloatArithmetic.toDouble(normal((PyRandom) self, mu, sigma))));
    b.method(
        "expovariate(self, lambd)",
        "Exponential distribution.",
        (self, rate) -> Arithmetic.divide(-Math.log(1 - ((PyRandom) self).next()), rate));
    b.method(
        "vonmisesvariate(self, mu, kappa)",
        "Circular data distribution.",
        (self, mu, kappa) ->
            vonMises(
                (PyRandom) self, FloatArithmetic.toDouble(mu), FloatArithmetic.toDouble(kappa)));
    b.method(
        "gammavariate(self, alpha, beta)",
        "Gamma distribution.  Not the gamma function!",
        (self, alpha, beta) ->
            gamma(
                (PyRandom) self, FloatArithmetic.toDouble(alpha), FloatArithmetic.toDouble(beta)));
    b.method(
        "betavariate(self, alpha, beta)",
        "Beta distribution.",
        (self, alpha, beta) ->
            beta((PyRandom) self, FloatArithmetic.toDouble(alpha), FloatArithmetic.toDouble(beta)));
    b.method(
        "paretovariate(self, alpha)",
        "Pareto distribution.  alpha is the shape parameter.",
        (self, alpha) ->
            Arithmetic.binary(
                BinaryOp.POW, 1 - ((PyRandom) self).next(), Arithmetic.divide(-1.0, alpha)));
    b.method(
        "weibullvariate(self, alpha, beta)",
        "Weibull distribution.",
        (self, alpha, beta) ->
            Arithmetic.multiply(
                alpha,
                Arithmetic.binary(
                    BinaryOp.POW,
                    -Math.log(1 - ((PyRandom) self).next()),
                    Arithmetic.divide(1.0, beta))));
  }

  private static Object triangular(PyRandom random, Object low, Object high, Object mode) {
    double u = random.next();
    double c;
    try {
      c =
          mode == PySingleton.NONE
              ? 0.5
              : FloatArithmetic.toDouble(
                  Arithmetic.divide(
                      Arithmetic.subtract(mode, low), Arithmetic.subtract(high, low)));
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.ZERO_DIVISION_ERROR)) {
        return low;
      }
      throw e;
    }
    boolean isMirrored = u > c;
    Object from = isMirrored ? high : low;
    Object to = isMirrored ? low : high;
    double root = isMirrored ? Math.sqrt((1 - u) * (1 - c)) : Math.sqrt(u * c);
    return Arithmetic.add(from, Arithmetic.multiply(Arithmetic.subtract(to, from), root));
  }

  /** Kinderman's and Monahan's ratio of uniform deviates. */
  private static Object normal(PyRandom random, Object mu, Object sigma) {
    while (true) {
      double first = random.next();
      double second = 1 - random.next();
      double z = NORMAL * (first - 0.5) / second;
      if (z * z / 4 <= -Math.log(second)) {
        return Arithmetic.add(mu, Arithmetic.multiply(z, sigma));
      }
    }
  }

  private static Object gauss(PyRandom random, Object mu, Object sigma) {
    Object z = random.nextGauss();
    random.setNextGauss(PySingleton.NONE);
    if (z == PySingleton.NONE) {
      double angle = random.next() * TWO_PI;
      double radius = Math.sqrt(-2 * Math.log(1 - random.next()));
      z = Math.cos(angle) * radius;
      random.setNextGauss(Math.sin(angle) * radius);
    }
    return Arithmetic.add(mu, Arithmetic.multiply(z, sigma));
  }

  private static Object vonMises(PyRandom random, double mu, double kappa) {
    if (kappa <= 1e-6) {
      return TWO_PI * random.next();
    }
    double s = 0.5 / kappa;
    double r = s + Math.sqrt(1 + s * s);
    double z;
    while (true) {
      z = Math.cos(Math.PI * random.next());
      double d = z / (r + z);
      double u = random.next();
      if (u < 1 - d * d || u <= (1 - d) * Math.exp(d)) {
        break;
      }
    }
    double q = 1 / r;
    double f = (q + z) / (1 + q * z);
    double angle = Math.acos(f);
    return FloatArithmetic.modulo(random.next() > 0.5 ? mu + angle : mu - angle, TWO_PI);
  }

  private static double gamma(PyRandom random, double alpha, double beta) {
    if (alpha <= 0 || beta <= 0) {
      throw Errors.valueError("gammavariate: alpha and beta must be > 0.0");
    }
    if (alpha > 1) {
      return gammaAboveOne(random, alpha) * beta;
    }
    if (alpha == 1) {
      return -Math.log(1 - random.next()) * beta;
    }
    while (true) {
      double b = (Math.E + alpha) / Math.E;
      double p = b * random.next();
      double x = p <= 1 ? Math.pow(p, 1 / alpha) : -Math.log((b - p) / alpha);
      double u = random.next();
      if (p > 1 ? u <= Math.pow(x, alpha - 1) : u <= Math.exp(-x)) {
        return x * beta;
      }
    }
  }

  /** Cheng's method. */
  private static double gammaAboveOne(PyRandom random, double alpha) {
    double a = Math.sqrt(2 * alpha - 1);
    double b = alpha - LOG_4;
    double c = alpha + a;
    while (true) {
      double first = random.next();
      if (!(first > 1e-7 && first < 0.9999999)) {
        continue;
      }
      double second = 1 - random.next();
      double v = Math.log(first / (1 - first)) / a;
      double x = alpha * Math.exp(v);
      double z = first * first * second;
      double r = b + c * v - x;
      if (r + GAMMA - 4.5 * z >= 0 || r >= Math.log(z)) {
        return x;
      }
    }
  }

  private static Object beta(PyRandom random, double alpha, double beta) {
    double y = gamma(random, alpha, 1);
    return y != 0 ? y / (y + gamma(random, beta, 1)) : 0.0;
  }
}
