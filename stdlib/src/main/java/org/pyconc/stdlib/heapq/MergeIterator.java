package org.pyconc.stdlib.heapq;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;

/**
 * Goes through several sorted iterables in common order; equal elements in that of the iterables.
 */
final class MergeIterator extends PyIterator {
  private final Object[] iterables;
  private final Object keyFunction;
  private final boolean reverse;
  private PyIterator @Nullable [] sources;
  private @Nullable Object[] values = {};
  private @Nullable Object[] keys = {};

  MergeIterator(Object[] iterables, Object keyFunction, boolean reverse) {
    this.iterables = iterables;
    this.keyFunction = keyFunction;
    this.reverse = reverse;
  }

  private PyIterator[] start() {
    PyIterator[] started = new PyIterator[iterables.length];
    values = new Object[started.length];
    keys = new Object[started.length];
    for (int i = 0; i < started.length; i++) {
      started[i] = Iteration.iterator(iterables[i]);
      advance(started[i], i);
    }
    sources = started;
    return started;
  }

  private void advance(PyIterator source, int index) {
    Object value = source.next();
    values[index] = value;
    keys[index] = value == null ? null : HeapqModule.key(keyFunction, value);
  }

  @Override
  public @Nullable Object next() {
    PyIterator[] started = sources == null ? start() : sources;
    int best = -1;
    Object bestKey = null;
    for (int i = 0; i < started.length; i++) {
      Object key = keys[i];
      if (key != null
          && (bestKey == null
              || (reverse ? Comparison.less(bestKey, key) : Comparison.less(key, bestKey)))) {
        best = i;
        bestKey = key;
      }
    }
    if (best < 0) {
      return null;
    }
    Object value = values[best];
    advance(started[best], best);
    return value;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.ITERATOR;
  }
}
