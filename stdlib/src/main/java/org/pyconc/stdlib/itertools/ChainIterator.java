package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code itertools.chain}. */
final class ChainIterator extends PyIterator implements Transferable {
  static final PyType TYPE =
      new PyType("itertools.chain", BuiltinTypes.ITERATOR, false, null, ChainIterator::define);

  private final PyIterator sources;
  private @Nullable PyIterator current;

  private ChainIterator(PyIterator sources) {
    this.sources = sources;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, *iterables)",
        "Goes through one iterable after the other.",
        bound -> new ChainIterator(Iteration.iterator(bound[1])));
    b.classMethod(
        "from_iterable(cls, iterable, /)",
        "Goes through the iterables that an iterable gives.",
        bound -> new ChainIterator(Iteration.iterator(bound[1])));
  }

  @Override
  public Object copy(Copier copier) {
    ChainIterator made = new ChainIterator((PyIterator) copier.copy(sources));
    made.current = (PyIterator) copier.copyOrNull(current);
    return made;
  }

  @Override
  public @Nullable Object next() {
    while (true) {
      PyIterator source = current;
      if (source == null) {
        Object iterable = sources.next();
        if (iterable == null) {
          return null;
        }
        source = Iteration.iterator(iterable);
        current = source;
      }
      Object value = source.next();
      if (value != null) {
        return value;
      }
      current = null;
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
