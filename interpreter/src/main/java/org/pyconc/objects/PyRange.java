package org.pyconc.objects;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A range. Start, stop and step are ints of any size; where all of them and the length fit into a
 * long the range is called small, and works with longs.
 */
public final class PyRange extends PyObject {
  private final Object start;
  private final Object stop;
  private final Object step;
  private final long length;
  private final @Nullable BigInteger bigLength;

  /** A range of longs; {@code step} is not 0. */
  public PyRange(long start, long stop, long step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    BigInteger big = null;
    long count = 0;
    if (step > 0 ? start < stop : start > stop) {
      long distance = step > 0 ? stop - start : start - stop; // unsigned
      long size = step > 0 ? step : -step; // unsigned
      count = Long.divideUnsigned(distance - 1, size) + 1;
      if (count <= 0) {
        big = new BigInteger(Long.toUnsignedString(count));
      }
    }
    this.length = count;
    this.bigLength = big;
  }

  private PyRange(Object start, Object stop, Object step, BigInteger length) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = -1;
    this.bigLength = length;
  }

  /** A range of ints: each a Long or a BigInteger; {@code step} is not 0. */
  public static PyRange of(Object start, Object stop, Object step) {
    if (start instanceof Long a && stop instanceof Long b && step instanceof Long c) {
      return new PyRange(a, b, c);
    }
    BigInteger first = big(start);
    BigInteger end = big(stop);
    BigInteger by = big(step);
    BigInteger distance = by.signum() > 0 ? end.subtract(first) : first.subtract(end);
    BigInteger count =
        distance.signum() <= 0
            ? BigInteger.ZERO
            : distance.subtract(BigInteger.ONE).divide(by.abs()).add(BigInteger.ONE);
    return new PyRange(start, stop, step, count);
  }

  private static BigInteger big(Object value) {
    return value instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) value;
  }

  /** A Long, or a BigInteger where it does not fit into one. */
  public static Object normal(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  /** {@code start}: a Long or a BigInteger. */
  public Object start() {
    return start;
  }

  /** {@code stop}: a Long or a BigInteger. */
  public Object stop() {
    return stop;
  }

  /** {@code step}: a Long or a BigInteger. */
  public Object step() {
    return step;
  }

  /** Whether the range works with longs. */
  public boolean isSmall() {
    return bigLength == null;
  }

  /** The number of elements of a small range. */
  public long length() {
    return length;
  }

  /** The number of elements of any range. */
  public BigInteger bigLength() {
    BigInteger big = bigLength;
    return big == null ? BigInteger.valueOf(length) : big;
  }

  /** The first element of a small range. */
  public long first() {
    return (Long) start;
  }

  /** The distance between elements of a small range. */
  public long distance() {
    return (Long) step;
  }

  /** The element of a small range at an index from 0 to {@code length() - 1}. */
  public long get(long index) {
    return first() + index * distance();
  }

  /** The element at an index that is not checked. */
  public Object get(BigInteger index) {
    return normal(big(start).add(index.multiply(big(step))));
  }

  @Override
  public PyType type() {
    return BuiltinTypes.RANGE;
  }
}
