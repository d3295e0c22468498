package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/** What a {@link SchedulerThread} has in fields, for threads that somebody else made. */
final class ThreadBinding {
  private static final ThreadLocal<@Nullable ThreadBinding> LOCAL = new ThreadLocal<>();

  final @Nullable Scheduler scheduler;
  final @Nullable ThreadCoroutine coroutine;

  private ThreadBinding(@Nullable Scheduler scheduler, @Nullable ThreadCoroutine coroutine) {
    this.scheduler = scheduler;
    this.coroutine = coroutine;
  }

  static @Nullable ThreadBinding current() {
    return LOCAL.get();
  }

  /** Binds the current thread; returns what was bound before. */
  static @Nullable ThreadBinding bind(
      @Nullable Scheduler scheduler, @Nullable ThreadCoroutine coroutine) {
    ThreadBinding before = LOCAL.get();
    LOCAL.set(new ThreadBinding(scheduler, coroutine));
    return before;
  }

  static void restore(@Nullable ThreadBinding before) {
    if (before == null) {
      LOCAL.remove();
    } else {
      LOCAL.set(before);
    }
  }
}
