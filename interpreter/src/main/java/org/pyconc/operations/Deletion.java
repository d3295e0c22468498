package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyObject;
import org.pyconc.runtime.Forgettable;
import org.pyconc.runtime.Forgotten;

/**
 * {@code del name} and {@code name = None}. If the name was the last reference to a suspended
 * generator or greenlet, that is closed at once, an instance with {@code __del__} is finalized, and
 * weak references are cleared, as a program may expect that knows CPython.
 */
public final class Deletion {
  private Deletion() {}

  /** Asked before: whether something is left to do for the value once nobody refers to it. */
  public static boolean matters(@Nullable Object value) {
    return value instanceof PyObject
        && (value instanceof Forgettable f && f.isWatched()
            || Forgotten.ofProcess().observes(value));
  }

  /**
   * A call has ended that was a statement of its own, or a value assigned: if instances with {@code
   * __del__} were made in it, they may have been its local variables.
   */
  public static void called(Task task) {
    if (task.depth < task.finalizeBelow) {
      task.finalizeBelow = task.depth;
      Forgotten.collectAfterDeletion();
    }
  }

  /** After the name is gone, with what was said before. */
  public static void done(boolean matters) {
    if (matters) {
      Forgotten.collectAfterDeletion();
    }
  }
}
