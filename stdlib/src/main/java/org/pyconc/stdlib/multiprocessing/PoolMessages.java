package org.pyconc.stdlib.multiprocessing;

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

  /**
   * A task.
   *
   * @param packed function, arguments, keyword arguments as a message
   */
  record Work(long job, long index, Kind kind, Object packed) {}

  /**
   * What came of a task.
   *
   * @param packed the value or exception as a message
   * @param traceback of the exception; empty for a value
   */
  record Outcome(long job, long index, boolean isSuccess, Object packed, String traceback) {}

  /** A worker has ended, or the pool wants to look after its workers. */
  record Change() {}

  /** Ends the worker, which puts it back for the next one. */
  record Stop() {}
}
