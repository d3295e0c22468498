package org.pyconc.kernel;

/**
 * Whether a task that wakes another one on a different scheduler tends to wait right afterwards, as
 * one does that asks for something and waits for the answer. Then the two are better off on one
 * scheduler. Compare Linux's synchronous wake-ups ({@code WF_SYNC}). Used by the task's own thread.
 */
final class WakeHabit {
  private static final long SOON_NANOS = 50_000;
  private static final int SURE = 3;

  private int wakes;
  private long lastWake;
  private int score;

  /** The task has woken another one. */
  void wakes() {
    wakes++;
    lastWake = System.nanoTime();
  }

  /** The task is going to wait. */
  void parks() {
    if (wakes > 0) {
      boolean asks = wakes == 1 && System.nanoTime() - lastWake < SOON_NANOS;
      score = asks ? Math.min(score + 1, SURE) : 0;
      wakes = 0;
    }
  }

  /** Whether the task will probably wait as soon as it has woken somebody now. */
  boolean isAsking() {
    return score == SURE && wakes == 0;
  }
}
