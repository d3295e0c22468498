package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** A builtin iterator: of a container, or made by {@code zip}, {@code map}, a generator ... */
public abstract class PyIterator extends PyObject {

  /** The next value, or null when there are no more; then it stays null. */
  public abstract @Nullable Object next();

  /**
   * How an equal iterator is made, as {@code __reduce__} says it: a function, its arguments, and
   * what to give to {@link #restore}. Null if it cannot be pickled.
   */
  public @Nullable PyTuple reduction() {
    return null;
  }

  /** Takes over the third part of a {@link #reduction}; only for those that have one. */
  public void restore(Object state) {
    throw new UnsupportedOperationException();
  }
}
