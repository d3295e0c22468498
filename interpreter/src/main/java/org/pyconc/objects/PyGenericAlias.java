package org.pyconc.objects;

import org.pyconc.operations.Calls;

/** {@code list[int]}: a class with the parameters of an annotation. Called, it makes instances. */
public final class PyGenericAlias extends PyObject {
  private final Object origin;
  private final PyTuple arguments;
  private final boolean isStarred;

  public PyGenericAlias(Object origin, PyTuple arguments) {
    this(origin, arguments, false);
  }

  /**
   * @param isStarred whether it stands for its members: {@code *tuple[int, str]}
   */
  public PyGenericAlias(Object origin, PyTuple arguments, boolean isStarred) {
    this.origin = origin;
    this.arguments = arguments;
    this.isStarred = isStarred;
  }

  public boolean isStarred() {
    return isStarred;
  }

  /** The class without parameters. */
  public Object origin() {
    return origin;
  }

  public PyTuple arguments() {
    return arguments;
  }

  @Override
  public Object call(Object[] callArguments, String[] keywords) {
    return Calls.call(origin, callArguments, keywords);
  }

  @Override
  public PyType type() {
    return BuiltinTypes.GENERIC_ALIAS;
  }
}
