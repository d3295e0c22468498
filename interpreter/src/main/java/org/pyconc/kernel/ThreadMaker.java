package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/** Makes the threads of a kernel where they must be of a special kind (an embedding's context). */
@FunctionalInterface
public interface ThreadMaker {
  /**
   * @param stackSize wanted stack size in bytes, 0 for the JVM's default
   * @return a thread that was not started; null for a thread of the kernel's own
   */
  @Nullable Thread make(String name, Runnable body, long stackSize);
}
