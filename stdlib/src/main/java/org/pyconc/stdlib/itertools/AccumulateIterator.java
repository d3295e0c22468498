package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;

/** {@code itertools.accumulate}. */
final class AccumulateIterator extends PyIterator {
  static final PyType TYPE =
      new PyType(
          "itertools.accumulate", BuiltinTypes.ITERATOR, false, null, AccumulateIterator::define);

  private final PyIterator source;
  private final Object function;
  private Object initial;
  private @Nullable Object total;

  private AccumulateIterator(PyIterator source, Object function, Object initial) {
    this.source = source;
    this.function = function;
    this.initial = initial;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, iterable, func=None, *, initial=None)",
        "Gives running totals.",
        bound -> new AccumulateIterator(Iteration.iterator(bound[1]), bound[2], bound[3]));
  }

  @Override
  public @Nullable Object next() {
    if (initial != PySingleton.NONE) {
      total = initial;
      initial = PySingleton.NONE;
      return total;
    }
    Object value = source.next();
    if (value == null) {
      return null;
    }
    Object before = total;
    if (before == null) {
      total = value;
    } else {
      total =
          function == PySingleton.NONE
              ? Arithmetic.add(before, value)
              : Calls.call2(function, before, value);
    }
    return total;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
