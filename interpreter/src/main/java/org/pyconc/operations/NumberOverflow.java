package org.pyconc.operations;

/** Whether arithmetic with 64 bits gives what arithmetic with integers of any size would give. */
public final class NumberOverflow {
  private NumberOverflow() {}

  /** Negative if {@code a + b} is not {@code result}. */
  public static long add(long a, long b, long result) {
    return (a ^ result) & (b ^ result);
  }

  /** Negative if {@code a - b} is not {@code result}. */
  public static long subtract(long a, long b, long result) {
    return (a ^ b) & (a ^ result);
  }

  /** Negative if {@code a * b} is not {@code result}. */
  public static long multiply(long a, long b, long result) {
    return Math.multiplyHigh(a, b) == result >> 63 ? 0 : -1;
  }

  /** Whether a division by that fits into 64 bits, whatever is divided. */
  public static boolean isSafeDivisor(long divisor) {
    return divisor != 0 && divisor != -1;
  }

  /** Whether one may divide by that. */
  public static boolean isSafeDivisor(double divisor) {
    return divisor != 0;
  }
}
