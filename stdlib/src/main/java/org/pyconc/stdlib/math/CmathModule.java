package org.pyconc.stdlib.math;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.Unset;
import org.pyconc.operations.ComplexArithmetic;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.NumberConversion;
import org.pyconc.runtime.NativeModule;

/**
 * The module {@code cmath}.
 *
 * @see <a href="https://docs.python.org/3.11/library/cmath.html">cmath</a>
 */
public final class CmathModule implements NativeModule {
  /** A function of one complex number. */
  private interface Function {
    PyComplex apply(PyComplex z);
  }

  @Override
  public String name() {
    return "cmath";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("pi", Math.PI);
    b.constant("e", Math.E);
    b.constant("tau", 2 * Math.PI);
    b.constant("inf", Double.POSITIVE_INFINITY);
    b.constant("nan", Double.NaN);
    b.constant("infj", new PyComplex(0, Double.POSITIVE_INFINITY));
    b.constant("nanj", new PyComplex(0, Double.NaN));
    function(b, "acos", "Return the arc cosine of z.", ComplexFunctions::acos);
    function(b, "acosh", "Return the inverse hyperbolic cosine of z.", ComplexFunctions::acosh);
    function(b, "asin", "Return the arc sine of z.", ComplexFunctions::asin);
    function(b, "asinh", "Return the inverse hyperbolic sine of z.", ComplexFunctions::asinh);
    function(b, "atan", "Return the arc tangent of z.", ComplexFunctions::atan);
    function(b, "atanh", "Return the inverse hyperbolic tangent of z.", ComplexFunctions::atanh);
    function(b, "cos", "Return the cosine of z.", ComplexFunctions::cos);
    function(b, "cosh", "Return the hyperbolic cosine of z.", ComplexFunctions::cosh);
    function(b, "exp", "Return the exponential value e**z.", ComplexFunctions::exp);
    function(b, "log10", "Return the base-10 logarithm of z.", ComplexFunctions::log10);
    function(b, "sin", "Return the sine of z.", ComplexFunctions::sin);
    function(b, "sinh", "Return the hyperbolic sine of z.", ComplexFunctions::sinh);
    function(b, "sqrt", "Return the square root of z.", ComplexFunctions::sqrt);
    function(b, "tan", "Return the tangent of z.", ComplexFunctions::tan);
    function(b, "tanh", "Return the hyperbolic tangent of z.", ComplexFunctions::tanh);
    b.function(
        "log(z, base=<unrepresentable>, /)",
        "log(z[, base]) -> the logarithm of z to the given base.",
        (z, base) -> log(complex(z), base));
    polar(b);
    classification(b);
  }

  private static void function(ModuleBuilder b, String name, String doc, Function function) {
    b.function(name + "(z, /)", doc, z -> function.apply(complex(z)));
  }

  private static PyComplex complex(Object value) {
    PyComplex known = ComplexArithmetic.orNull(value);
    known = known != null ? known : NumberConversion.complexOrNull(value);
    return known != null ? known : new PyComplex(FloatArithmetic.toDouble(value), 0);
  }

  private static PyComplex log(PyComplex z, Object base) {
    if (base == Unset.UNSET) {
      return ComplexFunctions.log(z);
    }
    PyComplex divisor = ComplexFunctions.log(complex(base));
    PyComplex logarithm = ComplexFunctions.log(z);
    if (divisor.real() == 0 && divisor.imaginary() == 0) {
      throw MathModule.domainError();
    }
    return ComplexArithmetic.divide(logarithm, divisor);
  }

  private static double phase(PyComplex z) {
    return Math.atan2(z.imaginary(), z.real());
  }

  private static double magnitude(PyComplex z) {
    double result = Math.hypot(z.real(), z.imaginary());
    if (Double.isInfinite(result) && isFinite(z)) {
      throw MathModule.rangeError();
    }
    return result;
  }

  private static void polar(ModuleBuilder b) {
    b.function(
        "phase(z, /)",
        "Return argument, also known as the phase angle, of a complex.",
        z -> phase(complex(z)));
    b.function(
        "polar(z, /)",
        "Convert a complex from rectangular coordinates to polar coordinates.",
        z -> PyTuple.of(magnitude(complex(z)), phase(complex(z))));
    b.function(
        "rect(r, phi, /)",
        "Convert from polar coordinates to rectangular coordinates.",
        (r, phi) ->
            ComplexFunctions.rect(FloatArithmetic.toDouble(r), FloatArithmetic.toDouble(phi)));
  }

  private static boolean isFinite(PyComplex z) {
    return ComplexSpecialValues.isFinite(z.real()) && ComplexSpecialValues.isFinite(z.imaginary());
  }

  private static boolean isInfinite(PyComplex z) {
    return Double.isInfinite(z.real()) || Double.isInfinite(z.imaginary());
  }

  private static void classification(ModuleBuilder b) {
    b.function(
        "isfinite(z, /)",
        "Return True if both the real and imaginary parts of z are finite, else False.",
        z -> isFinite(complex(z)));
    b.function(
        "isinf(z, /)",
        "Checks if the real or imaginary part of z is infinite.",
        z -> isInfinite(complex(z)));
    b.function(
        "isnan(z, /)",
        "Checks if the real or imaginary part of z not a number (NaN).",
        z -> Double.isNaN(complex(z).real()) || Double.isNaN(complex(z).imaginary()));
    b.function(
        "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
        "Determine whether two complex numbers are close in value.",
        (a, other, relative, absolute) ->
            isClose(
                complex(a),
                complex(other),
                FloatArithmetic.toDouble(relative),
                FloatArithmetic.toDouble(absolute)));
  }

  private static boolean isClose(PyComplex a, PyComplex b, double relative, double absolute) {
    if (relative < 0 || absolute < 0) {
      throw Errors.valueError("tolerances must be non-negative");
    }
    if (a.real() == b.real() && a.imaginary() == b.imaginary()) {
      return true;
    }
    if (isInfinite(a) || isInfinite(b)) {
      return false;
    }
    double difference = ComplexArithmetic.abs(ComplexArithmetic.subtract(a, b));
    return difference <= relative * ComplexArithmetic.abs(b)
        || difference <= relative * ComplexArithmetic.abs(a)
        || difference <= absolute;
  }
}
