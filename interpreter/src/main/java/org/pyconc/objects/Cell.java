package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** A variable that a function shares with the functions defined inside it. */
public final class Cell extends PyObject {
  /** The value; null while the variable is not bound. */
  public @Nullable Object value;

  public Cell() {}

  public Cell(@Nullable Object value) {
    this.value = value;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.CELL;
  }
}
