package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;

/** What goes between a pool and its workers. */
final class PoolMessages {
  private PoolMessages() {}

  /** How a worker calls the function of a task. */
  enum Kind {
    /** With the arguments. */
    APPLY,
    /** With each of a list of arguments. */
    MAP,
    /** With each of a list of lists of arguments. */
    STARMAP
  }

  /** A task. */
  static final class Work {
    final long job;
    final long index;
    final Kind kind;

    /** The function as a message that many tasks share; null if it is part of the other one. */
    final @Nullable Object function;

    /** Function if it is not above, arguments, keyword arguments as a message. */
    final Object packed;

    /** Whether the pool knows what came of it. Used by the pool's process only. */
    boolean isDone;

    Work(long job, long index, Kind kind, @Nullable Object function, Object packed) {
      this.job = job;
      this.index = index;
      this.kind = kind;
      this.function = function;
      this.packed = packed;
    }
  }

  /** What one worker is doing, for the pool to see if it dies. */
  static final class Slot {
    volatile @Nullable Work work;
  }

  /**
   * What came of a task.
   *
   * @param packed the value or exception as a message
   * @param traceback of the exception; empty for a value
   */
  record Outcome(Work work, boolean isSuccess, Object packed, String traceback) {}

  /** A worker has ended, or the pool wants to look after its workers. */
  record Change() {}

  /** Ends the worker, which puts it back for the next one. */
  record Stop() {}
}
