package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/** A flag that tasks wait for. */
public final class EventFlag extends KernelObject {
  private final WaitQueue waiters = new WaitQueue(this);
  private volatile boolean set;

  public EventFlag(@Nullable Origin origin) {
    super(origin);
  }

  public boolean isSet() {
    return set;
  }

  /** Sets the flag and wakes all who wait, even if it is cleared before they run. */
  public synchronized void set() {
    set = true;
    waiters.wakeAll();
  }

  public synchronized void clear() {
    set = false;
  }

  /**
   * Waits until the flag is set.
   *
   * @return false if the deadline came first
   */
  public boolean await(long deadline) {
    if (set) {
      return true;
    }
    if (Deadline.isPast(deadline)) {
      Task.passTurn();
      return set;
    }
    Task task = Task.require();
    TaskWaiter wait;
    synchronized (this) {
      if (set) {
        return true;
      }
      wait = task.prepare(waiters);
    }
    return task.block(wait, deadline) instanceof WaitNode;
  }

  /** Woken when the flag is set. */
  public WaitQueue waiters() {
    return waiters;
  }

  /** All were woken, so nobody waits for the one who died. */
  @Override
  public void wakeAbandoned(WaitNode node) {}

  @Override
  public String describe() {
    return "Event";
  }
}
