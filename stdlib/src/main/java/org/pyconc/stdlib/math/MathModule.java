package org.pyconc.stdlib.math;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.Integers;
import org.pyconc.runtime.NativeModule;

/**
 * The module {@code math}.
 *
 * @see <a href="https://docs.python.org/3.11/library/math.html">math</a>
 */
public final class MathModule implements NativeModule {
  /** A function of one real number. */
  private interface Real {
    double apply(double x);
  }

  /** A function of two real numbers. */
  private interface Real2 {
    double apply(double x, double y);
  }

  @Override
  public String name() {
    return "math";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("pi", Math.PI);
    b.constant("e", Math.E);
    b.constant("tau", 2 * Math.PI);
    b.constant("inf", Double.POSITIVE_INFINITY);
    b.constant("nan", Double.NaN);
    elementary(b);
    logarithms(b);
    parts(b);
    rounding(b);
    classification(b);
    IntegerFunctions.define(b);
    Sums.define(b);
  }

  static PyException domainError() {
    return Errors.valueError("math domain error");
  }

  static PyException rangeError() {
    return Errors.overflow("math range error");
  }

  /** Adds a function; NaN out of a number is a domain error, infinity a domain or range error. */
  private static void real(
      ModuleBuilder b, String name, String doc, boolean canOverflow, Real function) {
    b.function(
        name + "(x, /)",
        doc,
        x -> {
          double value = FloatArithmetic.toDouble(x);
          double result = function.apply(value);
          if (Double.isNaN(result) && !Double.isNaN(value)) {
            throw domainError();
          }
          if (Double.isInfinite(result) && Math.abs(value) <= Double.MAX_VALUE) {
            throw canOverflow ? rangeError() : domainError();
          }
          return result;
        });
  }

  private static void real2(ModuleBuilder b, String signature, String doc, Real2 function) {
    b.function(
        signature,
        doc,
        (x, y) -> function.apply(FloatArithmetic.toDouble(x), FloatArithmetic.toDouble(y)));
  }

  private static void elementary(ModuleBuilder b) {
    real(b, "acos", "Return the arc cosine (measured in radians) of x.", false, Math::acos);
    real(b, "acosh", "Return the inverse hyperbolic cosine of x.", false, Hyperbolic::acosh);
    real(b, "asin", "Return the arc sine (measured in radians) of x.", false, Math::asin);
    real(b, "asinh", "Return the inverse hyperbolic sine of x.", false, Hyperbolic::asinh);
    real(b, "atan", "Return the arc tangent (measured in radians) of x.", false, Math::atan);
    real(b, "atanh", "Return the inverse hyperbolic tangent of x.", false, Hyperbolic::atanh);
    real(b, "cbrt", "Return the cube root of x.", false, Math::cbrt);
    real(b, "cos", "Return the cosine of x (measured in radians).", false, Math::cos);
    real(b, "cosh", "Return the hyperbolic cosine of x.", true, Hyperbolic::cosh);
    real(b, "erf", "Error function at x.", false, SpecialFunctions::erf);
    real(b, "erfc", "Complementary error function at x.", false, SpecialFunctions::erfc);
    real(b, "exp", "Return e raised to the power of x.", true, Math::exp);
    real(b, "exp2", "Return 2 raised to the power of x.", true, x -> Math.pow(2, x));
    real(b, "expm1", "Return exp(x)-1.", true, Math::expm1);
    real(b, "fabs", "Return the absolute value of the float x.", false, Math::abs);
    real(b, "sin", "Return the sine of x (measured in radians).", false, Math::sin);
    real(b, "sinh", "Return the hyperbolic sine of x.", true, Math::sinh);
    real(b, "sqrt", "Return the square root of x.", false, Math::sqrt);
    real(b, "tan", "Return the tangent of x (measured in radians).", false, Math::tan);
    real(b, "tanh", "Return the hyperbolic tangent of x.", false, StrictMath::tanh);
    real(b, "degrees", "Convert angle x from radians to degrees.", true, x -> x * (180 / Math.PI));
    real(b, "radians", "Convert angle x from degrees to radians.", true, x -> x * (Math.PI / 180));
    b.function("gamma(x, /)", "Gamma function at x.", x -> gamma(FloatArithmetic.toDouble(x)));
    b.function(
        "lgamma(x, /)",
        "Natural logarithm of absolute value of Gamma function at x.",
        x -> logGamma(FloatArithmetic.toDouble(x)));
    real2(b, "atan2(y, x, /)", "Return the arc tangent of y/x.", Math::atan2);
    real2(b, "copysign(x, y, /)", "Return x with the sign of y.", Math::copySign);
    real2(b, "pow(x, y, /)", "Return x**y (x to the power of y).", MathModule::pow);
    real2(b, "fmod(x, y, /)", "Return fmod(x, y), according to platform C.", MathModule::fmod);
    real2(
        b,
        "remainder(x, y, /)",
        "Difference between x and the closest integer multiple of y.",
        MathModule::remainder);
    real2(
        b,
        "nextafter(x, y, /)",
        "Return the next floating-point value after x towards y.",
        (x, y) -> x == y ? y : Math.nextAfter(x, y));
  }

  private static double gamma(double x) {
    double result = SpecialFunctions.gamma(x);
    boolean isPole = x == Math.floor(x) && x <= 0;
    if (isPole) {
      throw domainError();
    }
    if (Double.isInfinite(result) && !Double.isInfinite(x)) {
      throw rangeError();
    }
    return result;
  }

  private static double logGamma(double x) {
    if (x == Math.floor(x) && x <= 0 && !Double.isInfinite(x)) {
      throw domainError();
    }
    double result = SpecialFunctions.logGamma(x);
    if (Double.isInfinite(result) && !Double.isInfinite(x)) {
      throw rangeError();
    }
    return result;
  }

  private static double pow(double x, double y) {
    if (x == 1 || y == 0) {
      return 1;
    }
    if (Math.abs(x) == 1 && Double.isInfinite(y)) {
      return 1;
    }
    double result = Math.pow(x, y);
    boolean isFinite = Math.abs(x) <= Double.MAX_VALUE && Math.abs(y) <= Double.MAX_VALUE;
    if (isFinite && Double.isNaN(result)) {
      throw domainError();
    }
    if (isFinite && Double.isInfinite(result)) {
      throw x == 0 ? domainError() : rangeError();
    }
    return result;
  }

  private static double fmod(double x, double y) {
    if (!Double.isNaN(x) && !Double.isNaN(y) && (Double.isInfinite(x) || y == 0)) {
      throw domainError();
    }
    return x % y;
  }

  private static double remainder(double x, double y) {
    if (!Double.isNaN(x) && !Double.isNaN(y) && (Double.isInfinite(x) || y == 0)) {
      throw domainError();
    }
    return Double.isInfinite(y) ? x : Math.IEEEremainder(x, y);
  }

  private static void logarithms(ModuleBuilder b) {
    b.functionN(
        "log(*args)",
        "Return the logarithm of x to the given base; the natural logarithm without one.",
        a -> {
          Object[] given = ((PyTuple) a[0]).items();
          if (given.length < 1 || given.length > 2) {
            throw Errors.typeError("math.log requires 1 to 2 arguments");
          }
          double numerator = logarithm(given[0], Math::log, Math.log(2));
          return given.length == 1
              ? numerator
              : FloatArithmetic.divide(numerator, logarithm(given[1], Math::log, Math.log(2)));
        });
    b.function(
        "log2(x, /)", "Return the base 2 logarithm of x.", x -> logarithm(x, Logarithms::log2, 1));
    b.function(
        "log10(x, /)",
        "Return the base 10 logarithm of x.",
        x -> logarithm(x, Logarithms::log10, Logarithms.log10(2)));
    b.function(
        "log1p(x, /)",
        "Return the natural logarithm of 1+x (base e).",
        x -> {
          double value = FloatArithmetic.toDouble(x);
          if (value <= -1) {
            throw domainError();
          }
          return Math.log1p(value);
        });
  }

  /** A logarithm of a float, or of an int of any size. */
  private static double logarithm(Object x, Real function, double ofTwo) {
    if (PyPayloadInstance.unwrap(x) instanceof BigInteger big) {
      if (big.signum() <= 0) {
        throw domainError();
      }
      double value = big.doubleValue();
      if (Double.isInfinite(value)) {
        int exponent = big.bitLength();
        double fraction = Math.scalb(big.shiftRight(exponent - 64).doubleValue(), -64);
        return function.apply(fraction) + ofTwo * exponent;
      }
      return function.apply(value);
    }
    double value = FloatArithmetic.toDouble(x);
    if (value <= 0) {
      throw domainError();
    }
    return function.apply(value);
  }

  private static void parts(ModuleBuilder b) {
    b.function(
        "frexp(x, /)",
        "Return the mantissa and exponent of x, as pair (m, e).",
        x -> frexp(FloatArithmetic.toDouble(x)));
    b.function(
        "ldexp(x, i, /)", "Return x * (2**i).", (x, i) -> ldexp(FloatArithmetic.toDouble(x), i));
    b.function(
        "modf(x, /)",
        "Return the fractional and integer parts of x.",
        x -> modf(FloatArithmetic.toDouble(x)));
    b.function(
        "ulp(x, /)",
        "Return the value of the least significant bit of the float x.",
        x -> {
          double value = Math.abs(FloatArithmetic.toDouble(x));
          return Math.ulp(value);
        });
  }

  private static PyTuple frexp(double x) {
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return PyTuple.of(x, 0L);
    }
    boolean isSubnormal = Math.abs(x) < Double.MIN_NORMAL;
    int exponent = Math.getExponent(isSubnormal ? x * 0x1p54 : x) + 1 - (isSubnormal ? 54 : 0);
    return PyTuple.of(
        Math.scalb(isSubnormal ? x * 0x1p54 : x, -exponent - (isSubnormal ? 54 : 0)),
        (long) exponent);
  }

  private static Object ldexp(double x, Object exponent) {
    Object plain = Integers.orNull(exponent);
    if (plain == null) {
      throw Errors.typeError("Expected an int as second argument to ldexp.");
    }
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    long count = Math.max(-5000, Math.min(5000, Integers.saturated(plain)));
    double result = Math.scalb(x, (int) count);
    if (Double.isInfinite(result)) {
      throw rangeError();
    }
    return result;
  }

  private static PyTuple modf(double x) {
    if (Double.isInfinite(x)) {
      return PyTuple.of(Math.copySign(0.0, x), x);
    }
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    return PyTuple.of(Math.copySign(x - whole, x), whole);
  }

  private static void rounding(ModuleBuilder b) {
    b.function(
        "floor(x, /)",
        "Return the floor of x as an Integral.",
        x -> rounded(x, "__floor__", Math::floor));
    b.function(
        "ceil(x, /)",
        "Return the ceiling of x as an Integral.",
        x -> rounded(x, "__ceil__", Math::ceil));
    b.function(
        "trunc(x, /)",
        "Truncates the Real x to the nearest Integral toward 0.",
        x -> {
          if (x instanceof Double d) {
            return Integers.fromDouble(d);
          }
          Object result = Calls.special(x, "__trunc__");
          if (result == null) {
            throw Errors.typeError(
                "type " + PyType.of(x).name() + " doesn't define __trunc__ method");
          }
          return result;
        });
  }

  private static Object rounded(Object x, String method, Real function) {
    if (x instanceof Double d) {
      return Integers.fromDouble(function.apply(d));
    }
    Object result = Calls.special(x, method);
    return result != null
        ? result
        : Integers.fromDouble(function.apply(FloatArithmetic.toDouble(x)));
  }

  private static void classification(ModuleBuilder b) {
    b.function(
        "isnan(x, /)",
        "Return True if x is a NaN (not a number), and False otherwise.",
        x -> Double.isNaN(FloatArithmetic.toDouble(x)));
    b.function(
        "isinf(x, /)",
        "Return True if x is a positive or negative infinity, and False otherwise.",
        x -> Double.isInfinite(FloatArithmetic.toDouble(x)));
    b.function(
        "isfinite(x, /)",
        "Return True if x is neither an infinity nor a NaN, and False otherwise.",
        x -> Double.isFinite(FloatArithmetic.toDouble(x)));
    b.functionN(
        "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
        "Determine whether two floating-point numbers are close in value.",
        a ->
            isClose(
                FloatArithmetic.toDouble(a[0]),
                FloatArithmetic.toDouble(a[1]),
                FloatArithmetic.toDouble(a[2]),
                FloatArithmetic.toDouble(a[3])));
  }

  private static boolean isClose(double a, double b, double relative, double absolute) {
    if (relative < 0 || absolute < 0) {
      throw Errors.valueError("tolerances must be non-negative");
    }
    if (a == b) {
      return true;
    }
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return false;
    }
    double difference = Math.abs(b - a);
    return difference <= Math.abs(relative * b)
        || difference <= Math.abs(relative * a)
        || difference <= absolute;
  }
}
