package org.pyconc.embedding;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Ends a program that has been busy for too long. */
final class TimeLimit {
  private final Duration limit;
  private final BooleanSupplier isBusy;
  private final Runnable end;

  /** Guarded by this. */
  private @Nullable Thread watch;

  /**
   * @param limit zero for none
   * @param end what is done when the time is over and the program still busy
   */
  TimeLimit(Duration limit, BooleanSupplier isBusy, Runnable end) {
    this.limit = limit;
    this.isBusy = isBusy;
    this.end = end;
  }

  /** A call from outside begins. Whether the time has begun to run with it. */
  synchronized boolean begin() {
    if (!limit.isPositive() || watch != null) {
      return false;
    }
    watch = Thread.ofVirtual().name("pyconc time limit").start(this::run);
    return true;
  }

  /** A call from outside has ended; what it left running still counts. */
  synchronized void finish() {
    if (watch != null && !isBusy.getAsBoolean()) {
      watch.interrupt();
      watch = null;
    }
  }

  /** The program is over. */
  synchronized void close() {
    if (watch != null) {
      watch.interrupt();
    }
  }

  private void run() {
    try {
      Thread.sleep(limit);
    } catch (InterruptedException over) {
      return;
    }
    synchronized (this) {
      watch = null;
    }
    if (isBusy.getAsBoolean()) {
      end.run();
    }
  }
}
