package org.pyconc.stdlib.support;

import java.lang.ref.Cleaner;
import org.pyconc.kernel.Task;

/** Does what is to be done about objects to which nobody refers any more. */
public final class Garbage {
  private Garbage() {}

  /**
   * Does something, on another thread and at any time, when the object has become garbage.
   *
   * @param action must not refer to the object
   */
  public static Cleaner.Cleanable watch(Object object, Runnable action) {
    return Task.require().process().kernel().cleaner().register(object, action);
  }
}
