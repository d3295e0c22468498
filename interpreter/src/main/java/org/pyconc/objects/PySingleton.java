package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** The values of which there is exactly one: None, Ellipsis and NotImplemented. */
public final class PySingleton extends PyObject {
  public static final PySingleton NONE = new PySingleton("None");
  public static final PySingleton ELLIPSIS = new PySingleton("Ellipsis");
  public static final PySingleton NOT_IMPLEMENTED = new PySingleton("NotImplemented");

  private final String name;

  private PySingleton(String name) {
    this.name = name;
  }

  /** None for null. */
  public static Object orNone(@Nullable Object value) {
    return value == null ? NONE : value;
  }

  /** Null for None. */
  public static @Nullable Object orNull(Object value) {
    return value == NONE ? null : value;
  }

  @Override
  public PyType type() {
    if (this == NONE) {
      return BuiltinTypes.NONE_TYPE;
    }
    return this == ELLIPSIS ? BuiltinTypes.ELLIPSIS_TYPE : BuiltinTypes.NOT_IMPLEMENTED_TYPE;
  }

  @Override
  public String toString() {
    return name;
  }
}
