package org.pyconc.stdlib.multiprocessing;

import org.pyconc.kernel.WaitQueue;

/** A child of a process that can be waited for by its number: a process, or a host's program. */
public interface WaitableChild {
  long pid();

  boolean hasEnded();

  /** Woken at the end. */
  WaitQueue exitQueue();

  /** As the host's {@code waitpid} tells it; once it has ended. */
  long waitStatus();

  /** Its end was told: nobody can wait for it any more. */
  void reap();

  /** Whether only the host knows when it ends. */
  boolean isOutside();

  /** Whether nobody can ask for its end any more except by its number. */
  boolean isForgotten();
}
