package org.pyconc.objects;

/** A tuple. The array belongs to the tuple and is not written to after construction. */
public final class PyTuple extends PyObject {
  public static final PyTuple EMPTY = new PyTuple(NO_ARGUMENTS);

  private final Object[] items;

  private PyTuple(Object[] items) {
    this.items = items;
  }

  /** A tuple that takes over the array. */
  public static PyTuple of(Object... items) {
    return items.length == 0 ? EMPTY : new PyTuple(items);
  }

  /** The tuple's own array: read only. */
  public Object[] items() {
    return items;
  }

  public int size() {
    return items.length;
  }

  public Object get(int index) {
    return items[index];
  }

  @Override
  public PyType type() {
    return BuiltinTypes.TUPLE;
  }
}
