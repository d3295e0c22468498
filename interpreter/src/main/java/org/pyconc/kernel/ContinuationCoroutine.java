package org.pyconc.kernel;

import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/** A coroutine on the JDK's delimited continuation. Loading it fails where that is not exported. */
final class ContinuationCoroutine extends Continuation implements Coroutine {
  private static final ContinuationScope PROCESS = new ContinuationScope("process");
  private static final ContinuationScope GREENLET = new ContinuationScope("greenlet");
  private static final ContinuationScope GENERATOR = new ContinuationScope("generator");

  ContinuationCoroutine(CoroutineScope scope, Runnable body) {
    super(jdkScope(scope), body);
  }

  /** Initialises the continuation machinery; throws a LinkageError if it is not accessible. */
  static boolean isSupported() {
    try {
      return !new ContinuationCoroutine(CoroutineScope.GENERATOR, () -> {}).isDone();
    } catch (UnsupportedOperationException noContinuationsInThisJvm) {
      return false;
    }
  }

  private static ContinuationScope jdkScope(CoroutineScope scope) {
    return switch (scope) {
      case PROCESS -> PROCESS;
      case GREENLET -> GREENLET;
      case GENERATOR -> GENERATOR;
    };
  }

  static void suspendUpTo(CoroutineScope scope) {
    Continuation.yield(jdkScope(scope));
  }

  @Override
  public void resume() {
    run();
  }

  /** A suspended continuation is garbage once nobody refers to it. */
  @Override
  public void drop() {}

  @Override
  protected void onPinned(Pinned reason) {
    throw new PinnedException(
        switch (reason) {
          case NATIVE -> "a native method is on the stack";
          case MONITOR -> "a Java monitor is held";
          case CRITICAL_SECTION -> "the JVM is in a critical section";
          case EXCEPTION -> "the JVM ran out of memory or stack";
        });
  }
}
