package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;

/** {@code itertools.accumulate}. */
final class AccumulateIterator extends PyIterator {
  static final PyType TYPE =
      BuiltinTypes.iterator("itertools.accumulate", false, AccumulateIterator::define);

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
    IteratorMethods.defineSetState(b);
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
  public PyTuple reduction() {
    Object seen = IteratorReductions.seen(source);
    if (initial != PySingleton.NONE) {
      PyIterator all = ChainIterator.of(PyTuple.of(initial), seen);
      return PyTuple.of(TYPE, PyTuple.of(all, function), PySingleton.NONE);
    }
    if (total == PySingleton.NONE) { // as a state it would be none
      PyIterator all = ChainIterator.of(PyTuple.of(total), seen);
      return SliceIterator.behindFirst(new AccumulateIterator(all, function, PySingleton.NONE));
    }
    Object state = total;
    return PyTuple.of(TYPE, PyTuple.of(seen, function), state == null ? PySingleton.NONE : state);
  }

  @Override
  public void restore(Object state) {
    total = state;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
