package org.pyconc.stdlib.contextvars;

import org.jspecify.annotations.Nullable;

/** A context variable of a native module. */
public final class NativeContextVariable {
  private final PyContextVar variable;

  public NativeContextVariable(String name) {
    this.variable = new PyContextVar(name);
  }

  /** Its value in the current context, or null. */
  public @Nullable Object get() {
    return PyContext.current().value(variable);
  }

  public void set(Object value) {
    PyContext.current().set(variable, value);
  }
}
