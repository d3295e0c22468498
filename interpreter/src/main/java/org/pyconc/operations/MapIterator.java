package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code map(function, *iterables)}. */
public final class MapIterator extends PyIterator implements Transferable {
  private final Object function;
  private final PyIterator[] sources;

  /**
   * @param sources at least one
   */
  public MapIterator(Object function, PyIterator[] sources) {
    this.function = function;
    this.sources = sources;
  }

  @Override
  public @Nullable Object next() {
    Object first = sources[0].next();
    if (first == null) {
      return null;
    }
    try {
      if (sources.length == 1) {
        return Calls.call1(function, first);
      }
      Object[] values = new Object[sources.length];
      values[0] = first;
      for (int i = 1; i < values.length; i++) {
        Object value = sources[i].next();
        if (value == null) {
          return null;
        }
        values[i] = value;
      }
      return Calls.call(function, values);
    } catch (PyException e) {
      if (Calls.isStopIteration(e.value().type())) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public PyTuple reduction() {
    Object[] arguments = Calls.prepend(function, IteratorReductions.seen(sources));
    return PyTuple.of(BuiltinTypes.MAP, PyTuple.of(arguments));
  }

  @Override
  public PyType type() {
    return BuiltinTypes.MAP;
  }

  @Override
  public Object copy(Copier copier) {
    PyIterator[] all = new PyIterator[sources.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (PyIterator) copier.copy(sources[i]);
    }
    return new MapIterator(copier.copy(function), all);
  }
}
