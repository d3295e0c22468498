package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyType;

/** Goes through an iterator of a class that a program defined; never seen by programs. */
public final class MethodIterator extends PyIterator {
  private final Object iterator;

  MethodIterator(Object iterator) {
    this.iterator = iterator;
  }

  Object iterator() {
    return iterator;
  }

  @Override
  public @Nullable Object next() {
    return Iteration.next(iterator);
  }

  @Override
  public PyType type() {
    return BuiltinTypes.ITERATOR;
  }
}
