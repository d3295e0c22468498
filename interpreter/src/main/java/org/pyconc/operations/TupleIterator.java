package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Goes through a tuple. */
public final class TupleIterator extends PyIterator implements Transferable {
  private final PyTuple tuple;
  private int index;

  public TupleIterator(PyTuple tuple) {
    this.tuple = tuple;
  }

  public PyTuple tuple() {
    return tuple;
  }

  /** The index of the next element. */
  public int index() {
    return index;
  }

  @Override
  public @Nullable Object next() {
    return index < tuple.size() ? tuple.get(index++) : null;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.TUPLE_ITERATOR;
  }

  @Override
  public Object copy(Copier copier) {
    TupleIterator copy = new TupleIterator((PyTuple) copier.copy(tuple));
    copy.index = index;
    return copy;
  }
}
