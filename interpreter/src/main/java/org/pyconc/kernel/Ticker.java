package org.pyconc.kernel;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends time slices: while a running task keeps others waiting, asks its scheduler for attention
 * every slice, and sooner if a timer is due. Sleeps when there is nobody to ask.
 */
final class Ticker implements Runnable {
  private static final long SHORTEST_NANOS = 100_000;

  private final Kernel kernel;
  private final long slice;
  private volatile boolean armed;
  private @Nullable Thread thread;

  Ticker(Kernel kernel, long sliceNanos) {
    this.kernel = kernel;
    this.slice = sliceNanos;
  }

  /** Somebody may have to wait for a running task. Cheap if that is known already. */
  void arm() {
    if (!armed) {
      armed = true;
      wakeUp();
    }
  }

  private synchronized void wakeUp() {
    if (thread == null) {
      Thread made = new Thread(null, this, "ticker", 0, false);
      made.setDaemon(true);
      thread = made;
      made.start();
    } else {
      LockSupport.unpark(thread);
    }
  }

  synchronized void close() {
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void run() {
    while (!kernel.isClosed()) {
      if (!armed) {
        LockSupport.park(this);
        continue;
      }
      LockSupport.parkNanos(this, nanosToNextTick());
      if (!tick()) {
        armed = false;
        if (tick()) {
          armed = true;
        }
      }
    }
  }

  private long nanosToNextTick() {
    long first = Deadline.NEVER;
    for (Scheduler scheduler : kernel.schedulers()) {
      if (scheduler.isBusy()) {
        first = Math.min(first, scheduler.timers.next());
      }
    }
    if (first == Deadline.NEVER) {
      return slice;
    }
    return Math.clamp(first - System.nanoTime(), SHORTEST_NANOS, slice);
  }

  /** Returns whether ticks are still needed. */
  private boolean tick() {
    boolean needed = false;
    long now = System.nanoTime();
    for (Scheduler scheduler : kernel.schedulers()) {
      if (scheduler.isBusy()) {
        if (scheduler.hasWork(now)) {
          scheduler.attention = true;
          needed = true;
        } else if (scheduler.timers.next() != Deadline.NEVER) {
          needed = true;
        }
      }
    }
    return needed;
  }
}
