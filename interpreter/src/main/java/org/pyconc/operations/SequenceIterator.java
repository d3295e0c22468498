package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
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
  public PyTuple reduction() {
    Object s = sequence;
    return s == null ? IteratorReductions.iter(PyTuple.EMPTY) : IteratorReductions.iterAt(s, index);
  }

  @Override
  public void restore(Object state) {
    if (sequence != null) {
      index = Math.max(0, Items.toLong(state));
    }
  }

  /** How many elements are to come; NotImplemented where that cannot be said. */
  public Object remaining() {
    Object s = sequence;
    if (s == null) {
      return 0L;
    }
    return PyType.of(s).lookup("__len__") == null
        ? PySingleton.NOT_IMPLEMENTED
        : (Object) Math.max(0, Items.length(s) - index);
  }

  @Override
  public PyType type() {
    return BuiltinTypes.ITERATOR;
  }
}
