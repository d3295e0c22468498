package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** {@code filter(function, iterable)}. */
public final class FilterIterator extends PyIterator {
  private final Object function;
  private final PyIterator source;

  /**
   * @param function None for the truth of the values themselves
   */
  public FilterIterator(Object function, PyIterator source) {
    this.function = function == BuiltinTypes.BOOL ? PySingleton.NONE : function;
    this.source = source;
  }

  @Override
  public @Nullable Object next() {
    try {
      for (Object value = source.next(); value != null; value = source.next()) {
        if (Truth.isTrue(function == PySingleton.NONE ? value : Calls.call1(function, value))) {
          return value;
        }
      }
      return null;
    } catch (PyException e) {
      if (Calls.isStopIteration(e.value().type())) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public PyTuple reduction() {
    return PyTuple.of(BuiltinTypes.FILTER, PyTuple.of(function, IteratorReductions.seen(source)));
  }

  @Override
  public PyType type() {
    return BuiltinTypes.FILTER;
  }
}
