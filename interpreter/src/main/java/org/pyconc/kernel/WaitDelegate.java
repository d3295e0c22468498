package org.pyconc.kernel;

/**
 * Waits in the place of a task, so that other code of the task can run meanwhile: an event loop
 * that switches between greenlets.
 */
public interface WaitDelegate {
  /** A wait for a queue or a deadline. */
  interface Wait {
    boolean isOver();

    /** Has the listener called, on any thread, when the wait is over; it must be short. */
    void whenOver(Runnable listener);
  }

  /** Whether it takes the waits of the code that runs now. */
  boolean takesWaits();

  /**
   * Who owns what the running code takes: the task, or one of the parts of it between which this
   * delegate switches.
   */
  Object owner(Task task);

  /** Lets the other code that is ready run once. */
  void passTurn();

  /** Returns when the wait is over; may return sooner. What it throws ends the wait. */
  void await(Wait wait);
}
