package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Goes through a set in the order of its table. */
public final class SetIterator extends PyIterator implements Transferable {
  private static final int ALWAYS_WRONG = -1;

  private @Nullable PySet set;
  private int position;
  private int expectedSize;
  private int remaining;

  public SetIterator(PySet set) {
    this.set = set;
    this.expectedSize = set.size();
    this.remaining = expectedSize;
  }

  /** How many elements are to come if the set stays as it is. */
  public int remaining() {
    PySet s = set;
    return s == null || s.size() != expectedSize ? 0 : remaining;
  }

  @Override
  public @Nullable Object next() {
    PySet s = set;
    if (s == null) {
      return null;
    }
    if (expectedSize != s.size()) {
      expectedSize = ALWAYS_WRONG;
      throw Errors.runtimeError("Set changed size during iteration");
    }
    int at = s.next(position);
    if (at < 0) {
      set = null;
      return null;
    }
    position = at + 1;
    remaining--;
    return s.elementAt(at);
  }

  @Override
  public PyTuple reduction() {
    PySet s = set;
    return s == null
        ? IteratorReductions.iter(new PyList())
        : IteratorReductions.iterOfRest(over(s));
  }

  @Override
  public PyType type() {
    return BuiltinTypes.SET_ITERATOR;
  }

  @Override
  public Object copy(Copier copier) {
    PySet s = set;
    PySet its = s == null ? new PySet() : (PySet) copier.copy(s);
    SetIterator copy = over(its);
    if (s == null) {
      copy.set = null;
    }
    return copy;
  }

  /** An iterator at the same place of a set with the same content. */
  private SetIterator over(PySet its) {
    SetIterator copy = new SetIterator(its);
    copy.position = position;
    copy.expectedSize = expectedSize;
    copy.remaining = remaining;
    return copy;
  }
}
