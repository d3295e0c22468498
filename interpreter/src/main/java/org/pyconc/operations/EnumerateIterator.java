package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code enumerate(iterable, start)}. */
public final class EnumerateIterator extends PyIterator implements Transferable {
  private final PyIterator source;
  private Object index;

  /**
   * @param start a Long or BigInteger
   */
  public EnumerateIterator(PyIterator source, Object start) {
    this.source = source;
    this.index = start;
  }

  @Override
  public @Nullable Object next() {
    Object value = source.next();
    if (value == null) {
      return null;
    }
    Object at = index;
    index = Arithmetic.add(at, 1L);
    return PyTuple.of(at, value);
  }

  @Override
  public PyTuple reduction() {
    return PyTuple.of(BuiltinTypes.ENUMERATE, PyTuple.of(IteratorReductions.seen(source), index));
  }

  @Override
  public PyType type() {
    return BuiltinTypes.ENUMERATE;
  }

  @Override
  public Object copy(Copier copier) {
    return new EnumerateIterator((PyIterator) copier.copy(source), index);
  }
}
