package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyPayloadInstance;

/** The representation of ints: a Long, or a BigInteger for what does not fit. */
public final class Integers {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private Integers() {}

  /** A Long if the value fits into one, else the value itself. */
  public static Object normalise(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /** The plain int of an int, a bool or an instance of a subclass; null for other values. */
  public static @Nullable Object orNull(Object value) {
    return switch (value) {
      case Long l -> l;
      case BigInteger b -> b;
      case Boolean b -> b ? 1L : 0L;
      case PyPayloadInstance p -> {
        Object plain = p.payload();
        yield plain instanceof Long || plain instanceof BigInteger ? plain : null;
      }
      default -> null;
    };
  }

  /** Whether a value is an int, a bool or an instance of a subclass. */
  public static boolean isInt(Object value) {
    return orNull(value) != null;
  }

  /** The plain int of a value that is known to be an int or bool. */
  public static Object plain(Object value) {
    return value instanceof Boolean b ? (b ? 1L : 0L) : value;
  }

  /** A plain int as a BigInteger. */
  public static BigInteger big(Object plain) {
    return plain instanceof BigInteger b ? b : BigInteger.valueOf((long) plain);
  }

  /** -1, 0 or 1. */
  public static int signum(Object plain) {
    return plain instanceof Long l ? Long.signum(l) : ((BigInteger) plain).signum();
  }

  /** The number of bits of the magnitude: {@code int.bit_length}. */
  public static long bitLength(Object plain) {
    if (plain instanceof Long l) {
      return 64 - Long.numberOfLeadingZeros(Math.abs(l));
    }
    return ((BigInteger) plain).abs().bitLength();
  }

  /** An int as a double, correctly rounded, or OverflowError. */
  public static double toDouble(Object plain) {
    if (plain instanceof Long l) {
      return (double) l;
    }
    double d = ((BigInteger) plain).doubleValue();
    if (Double.isInfinite(d)) {
      throw Errors.overflow("int too large to convert to float");
    }
    return d;
  }

  /** The int nearest to zero in a finite double's direction; ValueError or OverflowError else. */
  public static Object fromDouble(double value) {
    if (value >= -0x1p63 && value < 0x1p63) {
      return (long) value;
    }
    if (Double.isNaN(value)) {
      throw Errors.valueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw Errors.overflow("cannot convert float infinity to integer");
    }
    int exponent = Math.getExponent(value) - 52;
    long bits = Double.doubleToRawLongBits(value);
    BigInteger magnitude =
        BigInteger.valueOf((bits & 0xfffffffffffffL) | 0x10000000000000L).shiftLeft(exponent);
    return normalise(value < 0 ? magnitude.negate() : magnitude);
  }

  /** An int reduced to 64 bits for APIs that saturate: the nearest long. */
  public static long saturated(Object plain) {
    if (plain instanceof Long l) {
      return l;
    }
    return ((BigInteger) plain).compareTo(MAX) > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
  }
}
