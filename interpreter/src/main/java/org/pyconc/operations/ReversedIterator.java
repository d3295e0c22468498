package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** {@code reversed} of a sequence that has length and subscripts. */
public final class ReversedIterator extends PyIterator {
  private @Nullable Object sequence;
  private long index;

  public ReversedIterator(Object sequence) {
    this.sequence = sequence;
    this.index = Items.length(sequence) - 1L;
  }

  /** How many elements are to come. */
  public long remaining() {
    return sequence == null ? 0 : index + 1;
  }

  @Override
  public @Nullable Object next() {
    Object s = sequence;
    if (s == null || index < 0) {
      sequence = null;
      return null;
    }
    try {
      return Items.get(s, index--);
    } catch (PyException e) {
      PyType raised = e.value().type();
      if (raised.isSubtypeOf(ExceptionTypes.INDEX_ERROR)
          || raised.isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
        sequence = null;
        return null;
      }
      throw e;
    }
  }

  @Override
  public PyTuple reduction() {
    Object s = sequence;
    return s == null
        ? PyTuple.of(BuiltinTypes.REVERSED, PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(BuiltinTypes.REVERSED, PyTuple.of(s), index);
  }

  @Override
  public void restore(Object state) {
    Object s = sequence;
    if (s != null) {
      index = Math.max(-1, Math.min(Items.length(s) - 1L, Items.toLong(state)));
    }
  }

  @Override
  public PyType type() {
    return BuiltinTypes.REVERSED;
  }
}
