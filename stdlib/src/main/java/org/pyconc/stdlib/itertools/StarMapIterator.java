package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;

/** {@code itertools.starmap}. */
final class StarMapIterator extends PyIterator {
  static final PyType TYPE =
      BuiltinTypes.iterator("itertools.starmap", false, StarMapIterator::define);

  private final Object function;
  private final PyIterator source;

  private StarMapIterator(Object function, PyIterator source) {
    this.function = function;
    this.source = source;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, function, iterable, /)",
        "Calls the function with the elements of each element as arguments.",
        bound -> new StarMapIterator(bound[1], Iteration.iterator(bound[2])));
  }

  @Override
  public @Nullable Object next() {
    Object arguments = source.next();
    return arguments == null ? null : Calls.call(function, Iteration.toArray(arguments));
  }

  @Override
  public PyTuple reduction() {
    return PyTuple.of(TYPE, PyTuple.of(function, IteratorReductions.seen(source)));
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
