package org.pyconc.objects;

/** A set or frozenset. */
public final class PySet extends PyObject {
  private final PyDict table = new PyDict();
  private final boolean frozen;

  /** An empty set. */
  public PySet() {
    this(false);
  }

  /** An empty set or, while it is being filled, frozenset. */
  public PySet(boolean frozen) {
    this.frozen = frozen;
  }

  public boolean isFrozen() {
    return frozen;
  }

  public int size() {
    return table.size();
  }

  /** Adds an element; tells whether it was new. */
  public boolean add(Object element) {
    int before = table.size();
    table.put(element, PySingleton.NONE);
    return table.size() != before;
  }

  public boolean contains(Object element) {
    return table.containsKey(element);
  }

  /** Removes an element; tells whether it was there. */
  public boolean remove(Object element) {
    return table.remove(element) != null;
  }

  public void clear() {
    table.clear();
  }

  /** The position of the first element at or behind {@code from} (0 to begin), or -1. */
  public int next(int from) {
    return table.next(from);
  }

  /** The element at a position that {@link #next} gave. */
  public Object elementAt(int position) {
    return table.keyAt(position);
  }

  @Override
  public PyType type() {
    return frozen ? BuiltinTypes.FROZENSET : BuiltinTypes.SET;
  }
}
