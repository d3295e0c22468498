package org.pyconc.operations;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyTuple;

/**
 * Arithmetic on plain ints: {@code Long} or {@code BigInteger} operands.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/stdtypes.html#numeric-types-int-float-complex">
 *     Numeric types</a>
 */
public final class IntegerArithmetic {
  /** BigInteger holds magnitudes of less than 2**31 bits. */
  private static final long MAX_BITS = Integer.MAX_VALUE - 64L;

  /** The square of it fits into 63 bits. */
  private static final long MOST_SQUARED = 3_037_000_499L;

  private IntegerArithmetic() {}

  /** {@code a + b}. */
  public static Object add(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Arithmetic.add(x, y);
    }
    return Integers.normalise(Integers.big(a).add(Integers.big(b)));
  }

  /** {@code a - b}. */
  public static Object subtract(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Arithmetic.subtract(x, y);
    }
    return Integers.normalise(Integers.big(a).subtract(Integers.big(b)));
  }

  /** {@code a * b}. */
  public static Object multiply(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Arithmetic.multiply(x, y);
    }
    if (Integers.bitLength(a) + Integers.bitLength(b) > MAX_BITS) {
      throw noMemory();
    }
    try {
      return Integers.normalise(LargeIntegers.multiply(Integers.big(a), Integers.big(b)));
    } catch (OutOfMemoryError e) {
      throw noMemory();
    }
  }

  private static PyException noMemory() {
    return Errors.of(ExceptionTypes.MEMORY_ERROR, new Object[0]);
  }

  /** {@code a // b}. */
  public static Object floorDivide(Object a, Object b) {
    return divideFloor(a, b, "integer division or modulo by zero")[0];
  }

  /** {@code a % b}. */
  public static Object modulo(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y && y != 0) {
      return Math.floorMod(x, y);
    }
    return divideFloor(a, b, "integer modulo by zero")[1];
  }

  /** {@code divmod(a, b)}. */
  public static PyTuple divmod(Object a, Object b) {
    return PyTuple.of(divideFloor(a, b, "integer division or modulo by zero"));
  }

  private static Object[] divideFloor(Object a, Object b, String byZero) {
    if (Integers.signum(b) == 0) {
      throw Errors.zeroDivision(byZero);
    }
    if (a instanceof Long x && b instanceof Long y && (y != -1 || x != Long.MIN_VALUE)) {
      return new Object[] {Math.floorDiv(x, y), Math.floorMod(x, y)};
    }
    BigInteger divisor = Integers.big(b);
    BigInteger[] both = Integers.big(a).divideAndRemainder(divisor);
    if (both[1].signum() != 0 && both[1].signum() != divisor.signum()) {
      both[0] = both[0].subtract(BigInteger.ONE);
      both[1] = both[1].add(divisor);
    }
    return new Object[] {Integers.normalise(both[0]), Integers.normalise(both[1])};
  }

  /** {@code a / b}, correctly rounded. */
  public static double divide(Object a, Object b) {
    if (Integers.signum(b) == 0) {
      throw Errors.zeroDivision("division by zero");
    }
    if (Integers.bitLength(a) <= 53 && Integers.bitLength(b) <= 53) {
      return Integers.toDouble(a) / Integers.toDouble(b);
    }
    double magnitude = divideMagnitudes(Integers.big(a).abs(), Integers.big(b).abs());
    return Integers.signum(a) < 0 != Integers.signum(b) < 0 ? -magnitude : magnitude;
  }

  /**
   * As in CPython's long_true_divide: a quotient of 55 bits and a sticky bit, then one rounding.
   */
  private static double divideMagnitudes(BigInteger a, BigInteger b) {
    int difference = a.bitLength() - b.bitLength();
    if (a.signum() == 0 || difference < -1080) {
      return 0.0;
    }
    if (difference > 1024) {
      throw tooLargeQuotient();
    }
    int shift = Math.max(difference, -1021) - 55;
    BigInteger[] both =
        shift <= 0
            ? a.shiftLeft(-shift).divideAndRemainder(b)
            : a.divideAndRemainder(b.shiftLeft(shift));
    long x = both[0].longValue();
    int bits = 64 - Long.numberOfLeadingZeros(x);
    int extra = Math.max(bits, -1021 - shift) - 53;
    long half = 1L << (extra - 1);
    long low = x | (both[1].signum() != 0 ? 1 : 0);
    if ((low & half) != 0 && (low & (3 * half - 1)) != 0) {
      low += half;
    }
    double result = Math.scalb((double) (low & -(2 * half)), shift);
    if (Double.isInfinite(result)) {
      throw tooLargeQuotient();
    }
    return result;
  }

  private static PyException tooLargeQuotient() {
    return Errors.overflow("integer division result too large for a float");
  }

  /** {@code a ** b}: an int, or a float for a negative exponent. */
  public static Object power(Object a, Object b) {
    if (Integers.signum(b) < 0) {
      return FloatArithmetic.power(Integers.toDouble(a), Integers.toDouble(b));
    }
    if (a instanceof Long base && (base == 0 || base == 1 || base == -1)) {
      boolean isOdd = b instanceof Long e ? (e & 1) != 0 : ((BigInteger) b).testBit(0);
      return Integers.signum(b) == 0 ? 1L : (Object) (isOdd ? base : base * base);
    }
    if (!(b instanceof Long exponent)
        || exponent > MAX_BITS
        || (Integers.bitLength(a) - 1) * exponent > MAX_BITS) {
      throw noMemory();
    }
    if (a instanceof Long small && exponent * Integers.bitLength(a) < 63) {
      long base = small;
      long result = 1;
      for (long e = exponent; e > 0; e >>= 1) {
        if ((e & 1) != 0) {
          result *= base;
        }
        base *= base;
      }
      return result;
    }
    try {
      return Integers.normalise(LargeIntegers.power(Integers.big(a), (int) (long) exponent));
    } catch (ArithmeticException | OutOfMemoryError e) {
      throw noMemory();
    }
  }

  /** {@code pow(a, b, modulus)}. */
  public static Object power(Object a, Object b, Object modulus) {
    if (a instanceof Long base
        && b instanceof Long exponent
        && modulus instanceof Long m
        && exponent >= 0
        && m > 0
        && m <= MOST_SQUARED) {
      return power((long) base, (long) exponent, (long) m);
    }
    BigInteger m = Integers.big(modulus);
    if (m.signum() == 0) {
      throw Errors.valueError("pow() 3rd argument cannot be 0");
    }
    BigInteger positive = m.abs();
    BigInteger base = Integers.big(a);
    BigInteger exponent = Integers.big(b);
    if (exponent.signum() < 0) {
      if (!base.gcd(positive).equals(BigInteger.ONE)) {
        throw Errors.valueError("base is not invertible for the given modulus");
      }
      base = base.modInverse(positive);
      exponent = exponent.negate();
    }
    BigInteger result = base.modPow(exponent, positive);
    return Integers.normalise(
        m.signum() < 0 && result.signum() != 0 ? result.subtract(positive) : result);
  }

  /** The same where no product leaves 64 bits. */
  private static long power(long a, long b, long modulus) {
    long result = 1 % modulus;
    long square = Math.floorMod(a, modulus);
    for (long rest = b; rest != 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = result * square % modulus;
      }
      square = square * square % modulus;
    }
    return result;
  }

  /** {@code a << b}. */
  public static Object shiftLeft(Object a, Object b) {
    int sign = Integers.signum(b);
    if (sign < 0) {
      throw Errors.valueError("negative shift count");
    }
    if (sign == 0 || Integers.signum(a) == 0) {
      return a;
    }
    if (!(b instanceof Long count)) {
      throw Errors.overflow("too many digits in integer");
    }
    if (a instanceof Long x && count < 63) {
      int n = (int) (long) count;
      long shifted = x << n;
      if (shifted >> n == x) {
        return shifted;
      }
    }
    if (count > MAX_BITS || Integers.bitLength(a) + count > MAX_BITS) {
      throw noMemory();
    }
    try {
      return Integers.normalise(Integers.big(a).shiftLeft((int) (long) count));
    } catch (OutOfMemoryError e) {
      throw noMemory();
    }
  }

  /** {@code a >> b}. */
  public static Object shiftRight(Object a, Object b) {
    if (Integers.signum(b) < 0) {
      throw Errors.valueError("negative shift count");
    }
    long count = Integers.saturated(b);
    if (a instanceof Long x) {
      return x >> Math.min(count, 63);
    }
    return Integers.normalise(((BigInteger) a).shiftRight((int) Math.min(count, MAX_BITS)));
  }

  /** {@code a & b}. */
  public static Object and(Object a, Object b) {
    return a instanceof Long x && b instanceof Long y
        ? (Object) (x & y)
        : Integers.normalise(Integers.big(a).and(Integers.big(b)));
  }

  /** {@code a | b}. */
  public static Object or(Object a, Object b) {
    return a instanceof Long x && b instanceof Long y
        ? (Object) (x | y)
        : Integers.normalise(Integers.big(a).or(Integers.big(b)));
  }

  /** {@code a ^ b}. */
  public static Object xor(Object a, Object b) {
    return a instanceof Long x && b instanceof Long y
        ? (Object) (x ^ y)
        : Integers.normalise(Integers.big(a).xor(Integers.big(b)));
  }

  /** {@code -a}. */
  public static Object negate(Object a) {
    return a instanceof Long x && x != Long.MIN_VALUE
        ? (Object) (-x)
        : Integers.normalise(Integers.big(a).negate());
  }

  /** {@code abs(a)}. */
  public static Object abs(Object a) {
    return Integers.signum(a) < 0 ? negate(a) : a;
  }

  /** {@code ~a}. */
  public static Object invert(Object a) {
    return a instanceof Long x ? (Object) (~x) : Integers.normalise(((BigInteger) a).not());
  }

  /** {@code round(a, digits)}: for negative digits half to even, else the number itself. */
  public static Object round(Object a, Object digits) {
    if (Integers.signum(digits) >= 0) {
      return a;
    }
    long count = -Integers.saturated(digits);
    // A power of ten with more bits than the doubled number rounds it to 0.
    if (count > (Integers.bitLength(a) + 2) / 3 + 1) {
      return 0L;
    }
    BigInteger unit = BigInteger.TEN.pow((int) count);
    BigInteger value = Integers.big(a);
    BigInteger rest = value.mod(unit);
    BigInteger down = value.subtract(rest);
    int order = rest.shiftLeft(1).compareTo(unit);
    boolean up = order > 0 || (order == 0 && down.divide(unit).testBit(0));
    return Integers.normalise(up ? down.add(unit) : down);
  }
}
