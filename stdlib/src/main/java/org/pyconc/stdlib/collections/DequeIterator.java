package org.pyconc.stdlib.collections;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyType;

/** Goes through a deque in one of the two directions. */
final class DequeIterator extends PyIterator {
  private static final PyType FORWARDS =
      new PyType("_collections._deque_iterator", BuiltinTypes.ITERATOR, false, null, b -> {});
  private static final PyType BACKWARDS =
      new PyType(
          "_collections._deque_reverse_iterator", BuiltinTypes.ITERATOR, false, null, b -> {});

  private final PyDeque deque;
  private final boolean reversed;
  private final long changes;
  private int passed;

  DequeIterator(PyDeque deque, boolean reversed) {
    this.deque = deque;
    this.reversed = reversed;
    this.changes = deque.changes();
  }

  @Override
  public @Nullable Object next() {
    if (deque.changes() != changes) {
      if (passed == Integer.MAX_VALUE) {
        return null;
      }
      passed = Integer.MAX_VALUE;
      throw Errors.runtimeError("deque mutated during iteration");
    }
    if (passed >= deque.size()) {
      passed = Integer.MAX_VALUE;
      return null;
    }
    int index = reversed ? deque.size() - 1 - passed : passed;
    passed++;
    return deque.get(index);
  }

  @Override
  public PyType type() {
    return reversed ? BACKWARDS : FORWARDS;
  }
}
