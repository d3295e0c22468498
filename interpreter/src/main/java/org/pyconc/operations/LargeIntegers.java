package org.pyconc.operations;

import java.math.BigInteger;
import org.pyconc.kernel.Scheduler;

/**
 * Products of ints with millions of bits, computed in pieces: between two of them other tasks run,
 * and the process can be interrupted and killed.
 */
final class LargeIntegers {
  /** The JDK multiplies two numbers of so many bits in some ten milliseconds. */
  private static final int PIECE = 1 << 22;

  private LargeIntegers() {}

  /** {@code a * b}. */
  static BigInteger multiply(BigInteger a, BigInteger b) {
    return multiply(a, b, PIECE);
  }

  /** The same; what has more bits than {@code piece} is divided. */
  static BigInteger multiply(BigInteger a, BigInteger b, int piece) {
    int x = a.bitLength();
    int y = b.bitLength();
    if (Math.max(x, y) <= piece || Math.min(x, y) <= 64) {
      return a.multiply(b);
    }
    Scheduler.poll();
    if (a.signum() < 0 || b.signum() < 0) {
      BigInteger product = a.equals(b) ? square(a.abs(), piece) : multiply(a.abs(), b.abs(), piece);
      return a.signum() == b.signum() ? product : product.negate();
    }
    if (a.equals(b)) {
      return square(a, piece);
    }
    if (x < y) {
      return multiply(b, a, piece);
    }
    int half = (x / 2 + 63) & -64;
    BigInteger high = a.shiftRight(half);
    BigInteger low = low(a, half);
    if (y <= half) {
      return multiply(high, b, piece).shiftLeft(half).add(multiply(low, b, piece));
    }
    // Karatsuba: three products of halves
    BigInteger otherHigh = b.shiftRight(half);
    BigInteger otherLow = low(b, half);
    BigInteger top = multiply(high, otherHigh, piece);
    BigInteger bottom = multiply(low, otherLow, piece);
    BigInteger cross = multiply(high.add(low), otherHigh.add(otherLow), piece);
    return join(top, cross.subtract(top).subtract(bottom), bottom, half);
  }

  private static BigInteger square(BigInteger a, int piece) {
    if (a.bitLength() <= piece) {
      return a.multiply(a);
    }
    Scheduler.poll();
    int half = (a.bitLength() / 2 + 63) & -64;
    BigInteger high = a.shiftRight(half);
    BigInteger low = low(a, half);
    BigInteger top = square(high, piece);
    BigInteger bottom = square(low, piece);
    BigInteger cross = square(high.add(low), piece).subtract(top).subtract(bottom);
    return join(top, cross, bottom, half);
  }

  private static BigInteger low(BigInteger a, int bits) {
    return a.subtract(a.shiftRight(bits).shiftLeft(bits));
  }

  private static BigInteger join(BigInteger top, BigInteger middle, BigInteger bottom, int half) {
    return top.shiftLeft(half).add(middle).shiftLeft(half).add(bottom);
  }

  /** {@code base ** exponent}. */
  static BigInteger power(BigInteger base, int exponent) {
    return power(base, exponent, PIECE);
  }

  /** The same; what has more bits than {@code piece} is multiplied in pieces. */
  static BigInteger power(BigInteger base, int exponent, int piece) {
    int bits = base.bitLength();
    if ((long) bits * exponent <= piece || base.signum() == 0) {
      return base.pow(exponent);
    }
    int twos = base.getLowestSetBit();
    BigInteger odd = base.shiftRight(twos);
    BigInteger result = BigInteger.ONE;
    if (odd.equals(BigInteger.ONE.negate())) {
      result = (exponent & 1) == 0 ? BigInteger.ONE : odd;
    } else if (!odd.equals(BigInteger.ONE)) {
      for (int bit = 31 - Integer.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
        result = result.signum() < 0 ? square(result.negate(), piece) : square(result, piece);
        if ((exponent >> bit & 1) != 0) {
          result = multiply(result, odd, piece);
        }
      }
    }
    return result.shiftLeft(Math.multiplyExact(twos, exponent));
  }
}
