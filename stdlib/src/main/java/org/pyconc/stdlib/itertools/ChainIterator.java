package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code itertools.chain}. */
final class ChainIterator extends PyIterator implements Transferable {
  static final PyType TYPE = BuiltinTypes.iterator("itertools.chain", false, ChainIterator::define);

  private @Nullable PyIterator sources;
  private @Nullable PyIterator current;

  private ChainIterator(@Nullable PyIterator sources) {
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
    IteratorMethods.defineSetState(b);
  }

  /** An iterator over two iterables. */
  static ChainIterator of(Object first, Object second) {
    return new ChainIterator(Iteration.iterator(PyTuple.of(first, second)));
  }

  @Override
  public Object copy(Copier copier) {
    ChainIterator made = new ChainIterator((PyIterator) copier.copyOrNull(sources));
    made.current = (PyIterator) copier.copyOrNull(current);
    return made;
  }

  @Override
  public @Nullable Object next() {
    while (true) {
      PyIterator source = current;
      if (source == null) {
        PyIterator from = sources;
        Object iterable = from == null ? null : from.next();
        if (iterable == null) {
          sources = null;
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
  public PyTuple reduction() {
    PyIterator from = sources;
    PyIterator now = current;
    if (from == null) {
      return PyTuple.of(TYPE, PyTuple.EMPTY);
    }
    Object seen = IteratorReductions.seen(from);
    return PyTuple.of(
        TYPE,
        PyTuple.EMPTY,
        now == null ? PyTuple.of(seen) : PyTuple.of(seen, IteratorReductions.seen(now)));
  }

  @Override
  public void restore(Object state) {
    Object[] parts = state instanceof PyTuple t ? t.items() : IteratorReductions.parts(state, 1);
    if (parts.length < 1 || parts.length > 2) {
      throw Errors.typeError(
          "function takes at "
              + (parts.length < 1 ? "least 1 argument (0" : "most 2 arguments (" + parts.length)
              + " given)");
    }
    for (Object part : parts) {
      if (PyType.of(part).lookup("__next__") == null) {
        throw Errors.typeError("Arguments must be iterators.");
      }
    }
    sources = Iteration.iterator(parts[0]);
    current = parts.length == 2 ? Iteration.iterator(parts[1]) : null;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
