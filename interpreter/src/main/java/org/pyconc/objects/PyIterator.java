package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** A builtin iterator: of a container, or made by {@code zip}, {@code map}, a generator ... */
public abstract class PyIterator extends PyObject {

  /** The next value, or null when there are no more; then it stays null. */
  public abstract @Nullable Object next();
}
