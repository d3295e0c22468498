package org.pyconc.kernel;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends time slices: while a running task keeps others waiting, asks its scheduler for attention
 * every slice, and sooner if a timer is due. Sees to it more often that no scheduler sleeps while
 * tasks wait for their turn on another one. Sleeps when there is nobody to ask.
 */
final class Ticker implements Runnable {
  private static final long SHORTEST_NANOS = 100_000;
  private static final long LONGEST_NANOS = 1_000_000;

  private final Kernel kernel;
  private final long slice;
  private volatile boolean armed;
  private @Nullable Thread thread;
  private long sliceEnd;

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
    boolean resting = true;
    while (!kernel.isClosed()) {
      if (!armed) {
        resting = true;
        LockSupport.park(this);
        continue;
      }
      if (resting) {
        resting = false;
        sliceEnd = System.nanoTime() + slice;
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
    long longest = Math.min(slice, LONGEST_NANOS);
    if (first == Deadline.NEVER) {
      return longest;
    }
    return Math.clamp(first - System.nanoTime(), SHORTEST_NANOS, longest);
  }

  /** Returns whether ticks are still needed. */
  private boolean tick() {
    boolean needed = false;
    long now = System.nanoTime();
    boolean sliceOver = now - sliceEnd >= 0;
    if (sliceOver) {
      sliceEnd = now + slice;
    }
    for (Scheduler scheduler : kernel.schedulers()) {
      if (scheduler.isBusy()) {
        boolean due = scheduler.timers.next() <= now;
        if (due || scheduler.isCrowded() || scheduler.isWatching()) {
          if (due || sliceOver) {
            scheduler.wantAttention();
          }
          needed = true;
        } else if (scheduler.timers.next() != Deadline.NEVER) {
          needed = true;
        }
        int surplus = scheduler.surplus();
        if (surplus > 0) {
          kernel.share(scheduler, surplus);
        }
      }
    }
    return needed;
  }
}
