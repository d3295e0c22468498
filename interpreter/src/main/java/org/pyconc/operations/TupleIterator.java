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
  private static final int ENDED = Integer.MAX_VALUE;

  private final PyTuple tuple;
  private int index;

  public TupleIterator(PyTuple tuple) {
    this.tuple = tuple;
  }

  /** How many elements are to come. */
  public int remaining() {
    return Math.max(0, tuple.size() - index);
  }

  @Override
  public @Nullable Object next() {
    if (index < tuple.size()) {
      return tuple.get(index++);
    }
    index = ENDED;
    return null;
  }

  @Override
  public PyTuple reduction() {
    return index == ENDED
        ? IteratorReductions.iter(PyTuple.EMPTY)
        : IteratorReductions.iterAt(tuple, (long) index);
  }

  @Override
  public void restore(Object state) {
    if (index != ENDED) {
      index = IteratorReductions.place(state, 0, tuple.size());
    }
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
