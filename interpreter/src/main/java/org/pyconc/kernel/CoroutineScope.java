package org.pyconc.kernel;

/**
 * The layers of coroutines. They nest in this order; suspending an outer one from within an inner
 * one suspends everything in between.
 */
public enum CoroutineScope {
  /** Tasks: resumed by a scheduler. */
  PROCESS,
  /** Greenlets: resumed by their task's trampoline. */
  GREENLET,
  /** Generators and coroutines of the language: resumed by whoever asks for the next value. */
  GENERATOR;

  /**
   * Suspends the innermost running coroutine of this scope, and all that run inside it.
   *
   * @throws PinnedException if a frame in between cannot be suspended; the coroutine goes on
   * @throws IllegalStateException if no coroutine of this scope runs here
   * @throws KillSignal if the coroutine was dropped while it was suspended
   */
  public void suspend() {
    Coroutine.suspend(this);
  }
}
