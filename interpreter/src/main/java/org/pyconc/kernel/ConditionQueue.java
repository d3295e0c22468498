package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/** Waiting for a change of what a lock protects: the lock is given up while waiting. */
public final class ConditionQueue extends KernelObject {
  private final KernelSemaphore lock;
  private final WaitQueue waiters = new WaitQueue(this);

  /**
   * @param lock a lock, recursive or not
   */
  public ConditionQueue(KernelSemaphore lock, @Nullable Origin origin) {
    super(origin);
    this.lock = lock;
  }

  public KernelSemaphore lock() {
    return lock;
  }

  /**
   * Gives up the lock, waits to be notified, and takes the lock again, which may take beyond the
   * deadline. The caller must hold the lock. What an interrupt handler throws comes out after the
   * lock was taken again.
   *
   * @return false if the deadline came first
   */
  public boolean await(long deadline) {
    Task task = Task.require();
    TaskWaiter wait = task.prepare(waiters);
    int count = lock.releaseAll();
    Object outcome;
    try {
      outcome = task.block(wait, deadline);
    } catch (KillSignal signal) {
      throw signal;
    } catch (Throwable thrown) {
      lock.reacquire(task, count);
      throw thrown;
    }
    lock.reacquire(task, count);
    return outcome instanceof WaitNode;
  }

  /** Wakes up to that many waiters in the order of their arrival; returns how many. */
  public int notify(int count) {
    return waiters.wake(count);
  }

  public void notifyEveryone() {
    waiters.wakeAll();
  }

  /** How many wait. */
  public int waiting() {
    return waiters.size();
  }

  @Override
  public String describe() {
    return "Condition";
  }
}
