package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/** A piece of work that is due at a deadline. Made by {@link Kernel#schedule}. */
public final class Timer {
  final long deadline;
  final long sequence;
  final Runnable work;
  private final TimerQueue queue;

  /** Place in the heap, -1 when not in it. Guarded by the queue. */
  int index = -1;

  Timer(TimerQueue queue, long deadline, long sequence, Runnable work) {
    this.queue = queue;
    this.deadline = deadline;
    this.sequence = sequence;
    this.work = work;
  }

  /** Returns false if the timer fired or was cancelled before. */
  public boolean cancel() {
    return queue.cancel(this);
  }

  /** Seconds until it is due; not positive if it is past. */
  public double secondsLeft() {
    return (deadline - System.nanoTime()) / 1e9;
  }

  boolean isBefore(@Nullable Timer other) {
    return other == null
        || deadline < other.deadline
        || (deadline == other.deadline && sequence < other.sequence);
  }
}
