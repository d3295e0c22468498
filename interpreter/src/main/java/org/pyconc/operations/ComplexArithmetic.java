package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyPayloadInstance;

/** Arithmetic on complex numbers, by CPython's algorithms. */
public final class ComplexArithmetic {
  private static final double MAX_EXACT_EXPONENT = 100;

  private ComplexArithmetic() {}

  /** An operand of a complex operation; null for what is no number. */
  public static @Nullable PyComplex orNull(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case PyComplex c -> c;
      case Double d -> new PyComplex(d, 0);
      case Long l -> new PyComplex(l, 0);
      case Boolean b -> new PyComplex(b ? 1 : 0, 0);
      case BigInteger b -> new PyComplex(Integers.toDouble(b), 0);
      default -> null;
    };
  }

  public static PyComplex add(PyComplex a, PyComplex b) {
    return new PyComplex(a.real() + b.real(), a.imaginary() + b.imaginary());
  }

  public static PyComplex subtract(PyComplex a, PyComplex b) {
    return new PyComplex(a.real() - b.real(), a.imaginary() - b.imaginary());
  }

  public static PyComplex multiply(PyComplex a, PyComplex b) {
    return new PyComplex(
        a.real() * b.real() - a.imaginary() * b.imaginary(),
        a.real() * b.imaginary() + a.imaginary() * b.real());
  }

  /** {@code a / b} by Smith's method. */
  public static PyComplex divide(PyComplex a, PyComplex b) {
    double real = Math.abs(b.real());
    double imaginary = Math.abs(b.imaginary());
    if (real >= imaginary) {
      if (real == 0) {
        throw Errors.zeroDivision("complex division by zero");
      }
      double ratio = b.imaginary() / b.real();
      double denominator = b.real() + b.imaginary() * ratio;
      return new PyComplex(
          (a.real() + a.imaginary() * ratio) / denominator,
          (a.imaginary() - a.real() * ratio) / denominator);
    }
    if (imaginary >= real) {
      double ratio = b.real() / b.imaginary();
      double denominator = b.real() * ratio + b.imaginary();
      return new PyComplex(
          (a.real() * ratio + a.imaginary()) / denominator,
          (a.imaginary() * ratio - a.real()) / denominator);
    }
    return new PyComplex(Double.NaN, Double.NaN);
  }

  /** {@code a ** b}. */
  public static PyComplex power(PyComplex a, PyComplex b) {
    PyComplex result;
    if (b.imaginary() == 0
        && b.real() == Math.floor(b.real())
        && Math.abs(b.real()) <= MAX_EXACT_EXPONENT) {
      result = powerOfInteger(a, (int) b.real());
    } else {
      result = power(a.real(), a.imaginary(), b.real(), b.imaginary());
    }
    if (Double.isInfinite(result.real()) || Double.isInfinite(result.imaginary())) {
      throw Errors.overflow("complex exponentiation");
    }
    return result;
  }

  private static PyComplex powerOfInteger(PyComplex a, int exponent) {
    PyComplex result = new PyComplex(1, 0);
    PyComplex square = a;
    int n = Math.abs(exponent);
    for (int mask = 1; mask <= n; mask <<= 1) {
      if ((n & mask) != 0) {
        result = multiply(result, square);
      }
      square = multiply(square, square);
    }
    if (exponent > 0) {
      return result;
    }
    if (result.real() == 0 && result.imaginary() == 0) {
      throw zeroToNegative();
    }
    return divide(new PyComplex(1, 0), result);
  }

  private static RuntimeException zeroToNegative() {
    return Errors.zeroDivision("0.0 to a negative or complex power");
  }

  /** A power by way of polar coordinates. */
  private static PyComplex power(double aReal, double aImaginary, double bReal, double bImaginary) {
    if (bReal == 0 && bImaginary == 0) {
      return new PyComplex(1, 0);
    }
    if (aReal == 0 && aImaginary == 0) {
      if (bImaginary != 0 || bReal < 0) {
        throw zeroToNegative();
      }
      return new PyComplex(0, 0);
    }
    double magnitude = Math.hypot(aReal, aImaginary);
    double length = Math.pow(magnitude, bReal);
    double angle = Math.atan2(aImaginary, aReal);
    double phase = angle * bReal;
    if (bImaginary != 0) {
      length *= Math.exp(-angle * bImaginary);
      phase += bImaginary * Math.log(magnitude);
    }
    return new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
  }

  /** {@code abs(a)}. */
  public static double abs(PyComplex a) {
    double result = Math.hypot(a.real(), a.imaginary());
    if (Double.isInfinite(result)
        && !Double.isInfinite(a.real())
        && !Double.isInfinite(a.imaginary())) {
      throw Errors.overflow("absolute value too large");
    }
    return result;
  }

  /** The value of a complex without imaginary part as a real number, to compare it; else null. */
  public static @Nullable Double realOrNull(PyComplex a) {
    return a.imaginary() == 0 ? a.real() : null;
  }
}
