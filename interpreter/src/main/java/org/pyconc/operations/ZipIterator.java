package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** {@code zip(*iterables, strict=strict)}. */
public final class ZipIterator extends PyIterator implements Transferable {
  private final PyIterator[] sources;
  private boolean strict;
  private boolean exhausted;

  public ZipIterator(PyIterator[] sources, boolean strict) {
    this.sources = sources;
    this.strict = strict;
    this.exhausted = sources.length == 0;
  }

  @Override
  public @Nullable Object next() {
    if (exhausted) {
      return null;
    }
    Object[] values = new Object[sources.length];
    for (int i = 0; i < values.length; i++) {
      Object value = sources[i].next();
      if (value == null) {
        exhausted = true;
        if (strict) {
          checkLengths(i);
        }
        return null;
      }
      values[i] = value;
    }
    return PyTuple.of(values);
  }

  /** Refuses iterables of different lengths, after the one at {@code ended} came to its end. */
  private void checkLengths(int ended) {
    if (ended > 0) {
      throw Errors.valueError(
          "zip() argument " + (ended + 1) + " is shorter than argument" + before(ended));
    }
    for (int i = 1; i < sources.length; i++) {
      if (sources[i].next() != null) {
        throw Errors.valueError(
            "zip() argument " + (i + 1) + " is longer than argument" + before(i));
      }
    }
  }

  private static String before(int index) {
    return index == 1 ? " 1" : "s 1-" + index;
  }

  @Override
  public PyTuple reduction() {
    PyTuple arguments = PyTuple.of(IteratorReductions.seen(sources));
    return strict
        ? PyTuple.of(BuiltinTypes.ZIP, arguments, true)
        : PyTuple.of(BuiltinTypes.ZIP, arguments);
  }

  @Override
  public void restore(Object state) {
    strict = Truth.isTrue(state);
  }

  @Override
  public PyType type() {
    return BuiltinTypes.ZIP;
  }

  @Override
  public Object copy(Copier copier) {
    PyIterator[] all = new PyIterator[sources.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (PyIterator) copier.copy(sources[i]);
    }
    ZipIterator copy = new ZipIterator(all, strict);
    copy.exhausted = exhausted;
    return copy;
  }
}
