package org.pyconc.kernel;

/** The two ways to build coroutines. */
public enum CoroutineFactory {
  /** On the JDK's own delimited continuations: ~100 ns a switch, below 1 KB suspended. */
  CONTINUATIONS {
    @Override
    public Coroutine create(CoroutineScope scope, Runnable body) {
      return new ContinuationCoroutine(scope, body);
    }
  },
  /** On platform threads that hand over control: slower, but needs no access to JDK internals. */
  THREADS {
    @Override
    public Coroutine create(CoroutineScope scope, Runnable body) {
      return ThreadCoroutine.create(scope, body);
    }
  };

  /** Creates a coroutine that has not begun. */
  public abstract Coroutine create(CoroutineScope scope, Runnable body);

  /**
   * Continuations where the JVM was started with {@code --add-exports
   * java.base/jdk.internal.vm=ALL-UNNAMED}, threads elsewhere. The access is tested once.
   */
  public static CoroutineFactory best() {
    return Probe.BEST;
  }

  private static final class Probe {
    static final CoroutineFactory BEST = probe();

    private static CoroutineFactory probe() {
      try {
        return ContinuationCoroutine.isSupported() ? CONTINUATIONS : THREADS;
      } catch (LinkageError noAccess) {
        return THREADS;
      }
    }
  }
}
