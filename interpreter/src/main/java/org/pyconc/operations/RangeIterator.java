package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Goes through a range of longs. */
public final class RangeIterator extends PyIterator implements Transferable {
  /** Every how many values others may run. */
  private static final int POLL_MASK = (1 << 12) - 1;

  private final long first;
  private long value;
  private final long step;
  private long remaining;

  /**
   * @param first the first value
   * @param remaining how many values
   */
  public RangeIterator(long first, long step, long remaining) {
    this.first = first;
    this.value = first;
    this.step = step;
    this.remaining = remaining;
  }

  /** An iterator over a small range. */
  public RangeIterator(PyRange range) {
    this(range.first(), range.distance(), range.length());
  }

  /** How many values are to come. */
  public long remaining() {
    return remaining;
  }

  /** Whether there is another value, which {@link #nextLong} gives. */
  public boolean hasNext() {
    return remaining > 0;
  }

  /** The next value; only after {@link #hasNext} said so. */
  public long nextLong() {
    long v = value;
    value = v + step;
    remaining--;
    return v;
  }

  @Override
  public @Nullable Object next() {
    if ((remaining & POLL_MASK) == 0) {
      Scheduler.poll(); // builtin code may walk through a long one
    }
    return remaining > 0 ? (Object) nextLong() : null;
  }

  @Override
  public PyTuple reduction() {
    PyRange range = new PyRange(first, stop(), step);
    return IteratorReductions.iterAt(range, (value - first) / step);
  }

  /** A whole step behind the last value, unless that is no long any more. */
  private long stop() {
    long end = value + remaining * step;
    boolean fits = step > 0 ? end >= value : end <= value;
    return fits || remaining == 0 ? end : value + (remaining - 1) * step + Long.signum(step);
  }

  @Override
  public void restore(Object state) {
    long length = (value - first) / step + remaining;
    long index = Math.max(0, Math.min(length, Items.toLong(state)));
    value = first + index * step;
    remaining = length - index;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.RANGE_ITERATOR;
  }

  @Override
  public Object copy(Copier copier) {
    RangeIterator copy = new RangeIterator(first, step, remaining);
    copy.value = value;
    return copy;
  }
}
