package org.pyconc.objects;

/** A super object: looks attributes up behind {@code start} in the order of {@code objectType}. */
public final class PySuper extends PyObject {
  private final PyType start;
  private final Object self;
  private final PyType objectType;

  public PySuper(PyType start, Object self, PyType objectType) {
    this.start = start;
    this.self = self;
    this.objectType = objectType;
  }

  public PyType start() {
    return start;
  }

  /** The instance, or the class when used in a class method. */
  public Object self() {
    return self;
  }

  public PyType objectType() {
    return objectType;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.SUPER;
  }
}
