package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyType;

/** Goes through an object that has only {@code __getitem__}. */
public final class SequenceIterator extends PyIterator {
  private @Nullable Object sequence;
  private long index;

  SequenceIterator(Object sequence) {
    this.sequence = sequence;
  }

  @Override
  public @Nullable Object next() {
    Object s = sequence;
    if (s == null) {
      return null;
    }
    try {
      return Items.get(s, index++);
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
  public PyType type() {
    return BuiltinTypes.ITERATOR;
  }
}
