package org.pyconc.stdlib.decimal;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;

/** Numbers as rows of decimal digits. */
final class Digits {
  static final BigInteger FIVE = BigInteger.valueOf(5);

  private static final double LOG10_OF_2 = 0.30102999566398120;
  private static final int MOST = 100_000_000;

  private Digits() {}

  /** {@code 10 ** n}. */
  static BigInteger power(long n) {
    if (n > MOST) {
      throw Errors.of(ExceptionTypes.MEMORY_ERROR, "");
    }
    if (n < 19) {
      long result = 1;
      for (int i = 0; i < n; i++) {
        result *= 10;
      }
      return BigInteger.valueOf(result);
    }
    return BigInteger.TEN.pow((int) n);
  }

  /** How many digits a number that is not negative has; 1 for 0. */
  static int count(BigInteger n) {
    int bits = n.bitLength();
    if (bits < 63) {
      long value = n.longValue();
      int count = 1;
      while (value >= 10) {
        value /= 10;
        count++;
      }
      return count;
    }
    int least = (int) ((bits - 1) * LOG10_OF_2) + 1;
    return n.compareTo(power(least)) >= 0 ? least + 1 : least;
  }

  /** {@code n * 10 ** by}. */
  static BigInteger shift(BigInteger n, long by) {
    return by == 0 || n.signum() == 0 ? n : n.multiply(power(by));
  }

  /**
   * {@code n / 10 ** drop}, rounded.
   *
   * @param drop more than 0
   */
  static BigInteger drop(BigInteger n, long drop, boolean isNegative, Rounding rounding) {
    if (drop > count(n) + 1L) {
      return rounding.goesUp(isNegative, -1, n.signum() == 0, 0) ? BigInteger.ONE : BigInteger.ZERO;
    }
    BigInteger unit = power(drop);
    BigInteger[] parts = n.divideAndRemainder(unit);
    int half = parts[1].shiftLeft(1).compareTo(unit);
    int last = parts[0].mod(BigInteger.TEN).intValue();
    return rounding.goesUp(isNegative, half, parts[1].signum() == 0, last)
        ? parts[0].add(BigInteger.ONE)
        : parts[0];
  }

  /** Whether the last {@code count} digits of a number are all 0. */
  static boolean endsInZeros(BigInteger n, long count) {
    return n.signum() == 0 || count <= count(n) && n.mod(power(count)).signum() == 0;
  }
}
