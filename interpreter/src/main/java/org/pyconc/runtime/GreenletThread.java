package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;

/** The greenlets of one thread, as the report of a deadlock asks for them. */
public interface GreenletThread {
  /** What the greenlet that runs was made of; null if it is the thread's own code. */
  @Nullable String runningGreenlet();
}
