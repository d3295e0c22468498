package org.pyconc.stdlib.multiprocessing;

import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;

/** How many items of a JoinableQueue have not been declared done. */
final class TaskCounter extends KernelObject {
  private final WaitQueue waiters = new WaitQueue(this);

  /** Guarded by this. */
  private long count;

  TaskCounter() {
    super(null);
  }

  synchronized void add() {
    count++;
  }

  /** One is done; false if there was none. */
  boolean done() {
    synchronized (this) {
      if (count == 0) {
        return false;
      }
      if (--count > 0) {
        return true;
      }
    }
    waiters.wakeAll();
    return true;
  }

  private synchronized boolean isZero() {
    return count == 0;
  }

  /** Waits until all are done. */
  void await() {
    Task.await(waiters, this::isZero, Deadline.NEVER);
  }

  @Override
  public String describe() {
    return "join of JoinableQueue";
  }
}
