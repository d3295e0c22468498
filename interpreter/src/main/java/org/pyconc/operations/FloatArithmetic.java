package org.pyconc.operations;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** Arithmetic on floats. */
public final class FloatArithmetic {
  private FloatArithmetic() {}

  /** An operand of a float operation as a double; null for what is no real number. */
  public static @Nullable Double orNull(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case Double d -> d;
      case Long l -> (double) l;
      case Boolean b -> b ? 1.0 : 0.0;
      case BigInteger b -> Integers.toDouble(b);
      default -> null;
    };
  }

  /** A value as a double, through {@code __float__} or {@code __index__}: what functions take. */
  public static double toDouble(Object value) {
    Double known = orNull(value);
    if (known != null) {
      return known;
    }
    Object result = Calls.special(value, "__float__");
    if (result != null) {
      if (PyPayloadInstance.unwrap(result) instanceof Double d) {
        return d;
      }
      throw NumberConversion.notFloat(value, result);
    }
    if (PyType.of(value).lookup("__index__") != null) {
      return Integers.toDouble(Items.index(value));
    }
    throw Errors.typeError("must be real number, not " + PyType.of(value).name());
  }

  /** {@code a / b}. */
  public static double divide(double a, double b) {
    if (b == 0) {
      throw Errors.zeroDivision("float division by zero");
    }
    return a / b;
  }

  /** {@code a % b}: the sign of b. */
  public static double modulo(double a, double b) {
    if (b == 0) {
      throw Errors.zeroDivision("float modulo");
    }
    double mod = a % b;
    if (mod == 0) {
      return Math.copySign(0.0, b);
    }
    return b < 0 != mod < 0 ? mod + b : mod;
  }

  /** {@code a // b}. */
  public static double floorDivide(double a, double b) {
    if (b == 0) {
      throw Errors.zeroDivision("float floor division by zero");
    }
    double mod = a % b;
    double quotient = (a - mod) / b;
    if (mod != 0 && b < 0 != mod < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  /** {@code divmod(a, b)}. */
  public static PyTuple divmod(double a, double b) {
    if (b == 0) {
      throw Errors.zeroDivision("float divmod()");
    }
    return PyTuple.of(floorDivide(a, b), modulo(a, b));
  }

  /** {@code a ** b}: a float, or a complex for a fraction of a negative number. */
  public static Object power(double a, double b) {
    if (b == 0 || a == 1) {
      return 1.0;
    }
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.NaN;
    }
    if (Double.isInfinite(b)) {
      double magnitude = Math.abs(a);
      return magnitude == 1 ? 1.0 : (b > 0) == (magnitude > 1) ? Double.POSITIVE_INFINITY : 0.0;
    }
    if (a == 0 && b < 0) {
      throw Errors.zeroDivision("0.0 cannot be raised to a negative power");
    }
    if (a < 0 && b != Math.floor(b) && !Double.isInfinite(a)) {
      return ComplexArithmetic.power(new PyComplex(a, 0), new PyComplex(b, 0));
    }
    double result = Math.pow(a, b);
    if (Double.isInfinite(result) && !Double.isInfinite(a)) {
      throw outOfRange();
    }
    return result;
  }

  /** What the C library's ERANGE becomes. */
  static PyException outOfRange() {
    return Errors.of(
        ExceptionTypes.OVERFLOW_ERROR, new Object[] {34L, "Numerical result out of range"});
  }

  /** {@code round(a)}: the nearest int, half to even. */
  public static Object round(double a) {
    return Integers.fromDouble(Math.rint(a));
  }

  /** {@code round(a, digits)}: correctly rounded, half to even. */
  public static double round(double a, long digits) {
    if (Double.isNaN(a) || Double.isInfinite(a) || a == 0 || digits > 323) {
      return a;
    }
    if (digits < -308) {
      return 0.0 * a;
    }
    double rounded = new BigDecimal(a).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue();
    if (Double.isInfinite(rounded)) {
      throw Errors.overflow("rounded value too large to represent");
    }
    return rounded == 0 ? Math.copySign(0.0, a) : rounded;
  }

  /** {@code a.as_integer_ratio()}. */
  public static PyTuple integerRatio(double a) {
    if (Double.isNaN(a)) {
      throw Errors.valueError("cannot convert NaN to integer ratio");
    }
    if (Double.isInfinite(a)) {
      throw Errors.overflow("cannot convert Infinity to integer ratio");
    }
    if (a == Math.rint(a)) {
      return PyTuple.of(Integers.fromDouble(a), 1L);
    }
    long bits = Double.doubleToRawLongBits(a);
    int biased = (int) (bits >> 52) & 0x7ff;
    long mantissa = bits & 0xfffffffffffffL;
    mantissa = biased == 0 ? mantissa << 1 : mantissa | 1L << 52;
    int zeros = Long.numberOfTrailingZeros(mantissa);
    mantissa >>= zeros;
    return PyTuple.of(
        a < 0 ? -mantissa : mantissa,
        Integers.normalise(BigInteger.ONE.shiftLeft(1075 - biased - zeros)));
  }
}
