package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** Goes through a list backwards. */
public final class ListReverseIterator extends PyIterator {
  private @Nullable PyList list;
  private int index;

  public ListReverseIterator(PyList list) {
    this.list = list;
    this.index = list.size() - 1;
  }

  /** How many elements are to come. */
  public int remaining() {
    PyList l = list;
    return l == null || index >= l.size() ? 0 : index + 1;
  }

  @Override
  public @Nullable Object next() {
    PyList l = list;
    if (l != null && index >= 0 && index < l.size()) {
      return l.get(index--);
    }
    list = null;
    return null;
  }

  @Override
  public PyTuple reduction() {
    PyList l = list;
    return l == null
        ? IteratorReductions.iter(new PyList())
        : PyTuple.of(BuiltinTypes.REVERSED, PyTuple.of(l), (long) index);
  }

  @Override
  public void restore(Object state) {
    PyList l = list;
    if (l != null) {
      index = IteratorReductions.place(state, -1, l.size() - 1);
    }
  }

  @Override
  public PyType type() {
    return BuiltinTypes.LIST_REVERSE_ITERATOR;
  }
}
