package org.pyconc.stdlib.collections;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.IteratorReductions;

/** Goes through a deque in one of the two directions. */
final class DequeIterator extends PyIterator {
  static final PyType FORWARDS =
      BuiltinTypes.iterator("_collections._deque_iterator", false, b -> define(b, false));
  static final PyType BACKWARDS =
      BuiltinTypes.iterator("_collections._deque_reverse_iterator", false, b -> define(b, true));

  private static void define(TypeBuilder b, boolean reversed) {
    b.staticMethod(
        "__new__(cls, deque, index=0, /)",
        "Goes through a deque from a place on.",
        bound -> {
          if (!(PyPayloadInstance.unwrap(bound[1]) instanceof PyDeque deque)) {
            throw Errors.typeError("a deque is needed, not " + PyType.of(bound[1]).name());
          }
          DequeIterator made = new DequeIterator(deque, reversed);
          made.passed = IteratorReductions.place(bound[2], 0, deque.size());
          return made;
        });
    b.method(
        "__length_hint__(self, /)",
        "Private method returning an estimate of len(list(it)).",
        self -> {
          DequeIterator i = (DequeIterator) self;
          return (long) Math.max(0, i.deque.size() - i.passed);
        });
  }

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
      return null;
    }
    int index = reversed ? deque.size() - 1 - passed : passed;
    passed++;
    return deque.get(index);
  }

  @Override
  public PyTuple reduction() {
    return PyTuple.of(type(), PyTuple.of(deque, (long) Math.min(passed, deque.size())));
  }

  @Override
  public PyType type() {
    return reversed ? BACKWARDS : FORWARDS;
  }
}
