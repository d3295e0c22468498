package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** {@code iter(function, sentinel)}: calls until the sentinel comes. */
public final class CallIterator extends PyIterator {
  private @Nullable Object function;
  private final Object sentinel;

  public CallIterator(Object function, Object sentinel) {
    this.function = function;
    this.sentinel = sentinel;
  }

  @Override
  public @Nullable Object next() {
    Object f = function;
    if (f == null) {
      return null;
    }
    Scheduler.poll(); // builtin code may walk through it for ever
    Object value;
    try {
      value = Calls.call0(f);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
        function = null;
        return null;
      }
      throw e;
    }
    if (Comparison.equal(sentinel, value)) {
      function = null;
      return null;
    }
    return value;
  }

  @Override
  public PyTuple reduction() {
    Object f = function;
    return f == null
        ? IteratorReductions.iter(PyTuple.EMPTY)
        : PyTuple.of(IteratorReductions.builtin(), PyTuple.of(f, sentinel));
  }

  @Override
  public PyType type() {
    return BuiltinTypes.CALLABLE_ITERATOR;
  }
}
