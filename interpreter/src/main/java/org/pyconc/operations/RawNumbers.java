package org.pyconc.operations;

/** Numbers as they stand in memory: some bytes in one of the two orders. */
public final class RawNumbers {
  private static final int SMALLEST_HALF = -14;
  private static final int HALF_BITS = 10;

  /** From here on a number is too large for 16 bits. */
  private static final double TOO_LARGE_FOR_HALF = 65_520;

  private RawNumbers() {}

  /** The unsigned number in {@code size} bytes; of 8 bytes the bits of a long. */
  public static long get(byte[] bytes, int at, int size, boolean bigEndian) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | (bytes[at + (bigEndian ? i : size - 1 - i)] & 0xff);
    }
    return value;
  }

  /** The signed number in {@code size} bytes. */
  public static long getSigned(byte[] bytes, int at, int size, boolean bigEndian) {
    int unused = 64 - 8 * size;
    return get(bytes, at, size, bigEndian) << unused >> unused;
  }

  /** Writes the lowest {@code size} bytes of a number. */
  public static void put(byte[] bytes, int at, int size, boolean bigEndian, long value) {
    for (int i = 0; i < size; i++) {
      bytes[at + (bigEndian ? size - 1 - i : i)] = (byte) (value >>> (8 * i));
    }
  }

  /** The real number in 2, 4 or 8 bytes. */
  public static double getReal(byte[] bytes, int at, int size, boolean bigEndian) {
    long bits = get(bytes, at, size, bigEndian);
    return switch (size) {
      case 2 -> Float.float16ToFloat((short) bits);
      case 4 -> Float.intBitsToFloat((int) bits);
      default -> Double.longBitsToDouble(bits);
    };
  }

  /** Writes a real number in 2, 4 or 8 bytes; false if it is too large for them. */
  public static boolean putReal(byte[] bytes, int at, int size, boolean bigEndian, double value) {
    boolean isFinite = Math.abs(value) <= Double.MAX_VALUE;
    long bits;
    switch (size) {
      case 2 -> {
        if (isFinite && Math.abs(value) >= TOO_LARGE_FOR_HALF) {
          return false;
        }
        bits = Float.floatToFloat16((float) (isFinite ? roundedToHalf(value) : value));
      }
      case 4 -> {
        if (isFinite && Float.isInfinite((float) value)) {
          return false;
        }
        bits = Float.floatToRawIntBits((float) value);
      }
      default -> bits = Double.doubleToRawLongBits(value);
    }
    put(bytes, at, size, bigEndian, bits);
    return true;
  }

  /** Rounds once, so that the way over 32 bits does not round a second time. */
  private static double roundedToHalf(double value) {
    int exponent = Math.max(Math.getExponent(value), SMALLEST_HALF) - HALF_BITS;
    double unit = Math.scalb(1.0, exponent);
    return Math.copySign(Math.rint(value / unit) * unit, value);
  }
}
