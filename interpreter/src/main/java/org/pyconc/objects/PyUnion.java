package org.pyconc.objects;

/** A union of types: {@code int | str}. */
public final class PyUnion extends PyObject {
  private final PyTuple arguments;

  public PyUnion(PyTuple arguments) {
    this.arguments = arguments;
  }

  /** The members, without duplicates: {@code __args__}. */
  public PyTuple arguments() {
    return arguments;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.UNION;
  }
}
