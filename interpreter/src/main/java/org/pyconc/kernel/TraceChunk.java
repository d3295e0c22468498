package org.pyconc.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Some thousand entries of a timeline, filled by one thread and written out by another. */
final class TraceChunk {
  static final int SIZE = 8192;

  private static final VarHandle USED;

  static {
    try {
      USED = MethodHandles.lookup().findVarHandle(TraceChunk.class, "used", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Two for each entry: when, and the length of a slice or the number of an arrow. */
  final long[] numbers = new long[2 * SIZE];

  final Lane[] lanes = new Lane[SIZE];
  final TraceLabel[] labels = new TraceLabel[SIZE];

  @SuppressWarnings("UnusedVariable") // by its handle
  private int used;

  /** How many entries are complete; also for another thread than the one that fills it. */
  int used() {
    return (int) USED.getAcquire(this);
  }

  /**
   * Adds an entry.
   *
   * @return whether it is full now
   */
  boolean add(int index, long time, long second, Lane lane, TraceLabel label) {
    numbers[2 * index] = time;
    numbers[2 * index + 1] = second;
    lanes[index] = lane;
    labels[index] = label;
    USED.setRelease(this, index + 1);
    return index + 1 == SIZE;
  }
}
