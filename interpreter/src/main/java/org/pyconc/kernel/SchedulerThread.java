package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A thread on which tasks run: a scheduler's own thread, or one that carries a thread coroutine.
 * {@link Task#current()} reads {@code scheduler.current} from here.
 */
public final class SchedulerThread extends Thread {
  final @Nullable Scheduler scheduler;
  final @Nullable ThreadCoroutine coroutine;

  SchedulerThread(
      String name,
      Runnable body,
      long stackSize,
      @Nullable Scheduler scheduler,
      @Nullable ThreadCoroutine coroutine) {
    super(null, body, name, stackSize, false);
    this.scheduler = scheduler;
    this.coroutine = coroutine;
    setDaemon(true);
  }
}
