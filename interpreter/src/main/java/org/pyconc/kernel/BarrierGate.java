package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Lets tasks through when enough have come. One that times out or is aborted breaks it for all
 * until it is reset, as in <a
 * href="https://docs.python.org/3.11/library/threading.html#barrier-objects">threading.Barrier</a>.
 */
public final class BarrierGate extends KernelObject {
  /** What {@link #await} returns if the barrier is or was broken. */
  public static final int BROKEN = -1;

  private static final class Round {
    boolean open;
    boolean broken;
  }

  private final int parties;
  private final WaitQueue waiters = new WaitQueue(this);

  // Guarded by this.
  private Round round = new Round();
  private int arrived;
  private boolean broken;

  public BarrierGate(int parties, @Nullable Origin origin) {
    super(origin);
    this.parties = parties;
  }

  /**
   * Waits for the others.
   *
   * @param action done by the last to come, before anybody goes on; if it throws, the barrier
   *     breaks
   * @return the order of arrival counted from 0, or {@link #BROKEN}
   */
  public int await(@Nullable Runnable action, long deadline) {
    Task task = Task.require();
    Round mine;
    int index;
    synchronized (this) {
      if (broken) {
        return BROKEN;
      }
      mine = round;
      index = arrived++;
      if (index == parties - 1) {
        round = new Round();
        arrived = 0;
      }
    }
    if (index == parties - 1) {
      runAction(action, mine);
      return index;
    }
    long limit = deadline;
    while (true) {
      TaskWaiter wait;
      synchronized (this) {
        if (mine.open) {
          return index;
        }
        if (mine.broken) {
          return BROKEN;
        }
        if (round != mine) {
          // All have come; only the action is not done yet.
          limit = Deadline.NEVER;
        } else if (Deadline.isPast(limit)) {
          breakRound(mine);
          return BROKEN;
        }
        wait = task.prepare(waiters);
      }
      try {
        task.block(wait, limit);
      } catch (Throwable thrown) {
        synchronized (this) {
          if (round == mine) {
            breakRound(mine);
          }
        }
        throw thrown;
      }
    }
  }

  private void runAction(@Nullable Runnable action, Round mine) {
    boolean done = false;
    try {
      if (action != null) {
        action.run();
      }
      done = true;
    } finally {
      synchronized (this) {
        if (done) {
          mine.open = true;
          waiters.wakeAll();
        } else {
          breakRound(mine);
        }
      }
    }
  }

  private void breakRound(Round which) {
    which.broken = true;
    broken = true;
    arrived = 0;
    waiters.wakeAll();
  }

  /** Breaks the barrier: all who wait and who come later get {@link #BROKEN}. */
  public synchronized void abort() {
    breakRound(round);
  }

  /** Makes it usable again; those who wait now get {@link #BROKEN}. */
  public synchronized void reset() {
    if (arrived > 0) {
      round.broken = true;
    }
    round = new Round();
    arrived = 0;
    broken = false;
    waiters.wakeAll();
  }

  public int parties() {
    return parties;
  }

  /** How many wait now. */
  public synchronized int waiting() {
    return arrived;
  }

  public synchronized boolean isBroken() {
    return broken;
  }

  @Override
  public void wakeAbandoned(WaitNode node) {}

  @Override
  public String describe() {
    return "Barrier";
  }
}
