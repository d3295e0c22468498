package org.pyconc.kernel;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices that no task can ever run again. Every wake-up comes from a running task, a timer, a host
 * call or a registered external source; so if two looks in a row see all schedulers idle, nothing
 * outstanding and no scheduler woken in between, nothing can come any more.
 */
final class DeadlockDetector {
  /** Between two looks, in nanoseconds. */
  private static final long LOOK_AGAIN = 20_000_000;

  /** For the cleaner's thread to find out what is garbage, in nanoseconds. */
  private static final long TIME_TO_CLEAN = 50_000_000;

  private final Kernel kernel;
  private final @Nullable Consumer<WaitGraph> callback;
  private final long grace;
  private final AtomicInteger externals = new AtomicInteger();

  // Guarded by this.
  private long seenAt = -1;
  private long reportedAt = -1;
  private long lookAt;
  private long reportAt;
  private long collectedAt = -1;

  DeadlockDetector(Kernel kernel, @Nullable Consumer<WaitGraph> callback, long graceNanos) {
    this.kernel = kernel;
    this.callback = callback;
    this.grace = Math.max(LOOK_AGAIN, graceNanos);
  }

  void externalOpened() {
    externals.incrementAndGet();
  }

  void externalClosed() {
    if (externals.decrementAndGet() == 0 && callback != null) {
      // Somebody has to look again.
      for (Scheduler scheduler : kernel.schedulers()) {
        scheduler.wakeUp();
      }
    }
  }

  /**
   * A scheduler is about to sleep with no timer set.
   *
   * @return how long it should sleep before it looks again, 0 for ever
   */
  long schedulerIdle(Scheduler scheduler) {
    if (callback == null) {
      return 0;
    }
    synchronized (this) {
      long activations = quietAt();
      if (activations < 0 || activations == reportedAt) {
        return 0;
      }
      long now = System.nanoTime();
      if (activations != seenAt) {
        seenAt = activations;
        lookAt = now + LOOK_AGAIN;
        reportAt = now + grace;
      }
      if (now < lookAt) {
        return lookAt - now;
      }
      if (activations != collectedAt && kernel.watchesGarbage()) {
        collectedAt = activations;
        // What somebody waits for may be garbage, such as the last end of a pipe.
        System.gc();
        lookAt = System.nanoTime() + TIME_TO_CLEAN;
        reportAt = Math.max(reportAt, lookAt);
        return TIME_TO_CLEAN;
      }
      if (now < reportAt) {
        return reportAt - now;
      }
      reportedAt = activations;
    }
    WaitGraph graph = WaitGraph.of(kernel);
    if (!graph.waits().isEmpty()) {
      try {
        callback.accept(graph);
      } catch (RuntimeException thrown) {
        kernel.internalError(thrown);
      }
    }
    return 0;
  }

  /** The sum of all activations if nothing can happen, else -1. */
  private long quietAt() {
    List<Scheduler> schedulers = kernel.schedulers();
    long first = sumIfQuiet(schedulers);
    if (first < 0 || externals.get() > 0) {
      return -1;
    }
    return sumIfQuiet(schedulers) == first && kernel.schedulers().size() == schedulers.size()
        ? first
        : -1;
  }

  private static long sumIfQuiet(List<Scheduler> schedulers) {
    long sum = 0;
    for (Scheduler scheduler : schedulers) {
      if (!scheduler.isQuiet()) {
        return -1;
      }
      sum += scheduler.activations();
    }
    return sum;
  }
}
