package org.pyconc.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body of code that can be suspended in the middle and resumed later, always on the same thread
 * of control as its resumer. A coroutine is resumed by one caller at a time.
 */
public sealed interface Coroutine permits ContinuationCoroutine, ThreadCoroutine {

  /** Creates a coroutine of the current kernel's kind, or of the best kind outside a kernel. */
  static Coroutine create(CoroutineScope scope, Runnable body) {
    Scheduler scheduler = Scheduler.current();
    CoroutineFactory factory =
        scheduler == null ? CoroutineFactory.best() : scheduler.kernel.coroutines();
    return factory.create(scope, body);
  }

  /**
   * See {@link CoroutineScope#suspend()}. The caller must hold no Java monitor or lock: the JVM
   * does not refuse it, and the next one on this thread that wants it would wait for ever.
   */
  static void suspend(CoroutineScope scope) {
    ThreadCoroutine current = ThreadCoroutine.current();
    if (current != null) {
      current.suspendUpTo(scope);
    } else {
      ContinuationCoroutine.suspendUpTo(scope);
    }
  }

  /**
   * Runs the body until it suspends this coroutine's scope or ends. What the body throws comes out
   * of here. No Java monitor or lock may be held by the caller.
   *
   * @throws IllegalStateException if the coroutine is done or running
   */
  void resume();

  /** Whether the body has returned or thrown. */
  boolean isDone();

  /** Looks at the stack of a suspended coroutine; null if it cannot be seen. */
  @Nullable StackWalker stackWalker(Set<StackWalker.Option> options);

  /**
   * Gives up a suspended coroutine: it will never be resumed. Where it lives on a thread of its
   * own, that thread unwinds with {@link KillSignal} and ends before this method returns.
   */
  void drop();
}
