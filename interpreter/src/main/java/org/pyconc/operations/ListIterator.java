package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Goes through a list, which may change meanwhile. */
public final class ListIterator extends PyIterator implements Transferable {
  private @Nullable PyList list;
  private int index;

  public ListIterator(PyList list) {
    this.list = list;
  }

  /** The list, or null when the iterator has come to its end. */
  public @Nullable PyList list() {
    return list;
  }

  /** The index of the next element. */
  public int index() {
    return index;
  }

  @Override
  public @Nullable Object next() {
    PyList l = list;
    if (l == null) {
      return null;
    }
    if (index < l.size()) {
      return l.get(index++);
    }
    list = null;
    return null;
  }

  @Override
  public PyTuple reduction() {
    PyList l = list;
    return l == null
        ? IteratorReductions.iter(new PyList())
        : IteratorReductions.iterAt(l, (long) index);
  }

  @Override
  public void restore(Object state) {
    PyList l = list;
    if (l != null) {
      index = IteratorReductions.place(state, 0, l.size());
    }
  }

  @Override
  public PyType type() {
    return BuiltinTypes.LIST_ITERATOR;
  }

  @Override
  public Object copy(Copier copier) {
    PyList l = list;
    ListIterator copy = new ListIterator(l == null ? new PyList() : (PyList) copier.copy(l));
    if (l == null) {
      copy.list = null;
    }
    copy.index = index;
    return copy;
  }
}
