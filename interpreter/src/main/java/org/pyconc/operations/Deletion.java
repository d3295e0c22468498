package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.Forgettable;
import org.pyconc.runtime.Forgotten;

/**
 * {@code del name}. If the name was the last reference to a suspended generator or greenlet, that
 * is closed at once, as a program may expect that knows CPython.
 */
public final class Deletion {
  private Deletion() {}

  /** Asked before: whether something is left to do for the value once nobody refers to it. */
  public static boolean matters(@Nullable Object value) {
    return value instanceof Forgettable f && f.isWatched();
  }

  /** After the name is gone, with what was said before. */
  public static void done(boolean matters) {
    if (matters) {
      Forgotten.collectAfterDeletion();
    }
  }
}
