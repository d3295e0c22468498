package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;

/** {@code itertools.pairwise}. */
final class PairwiseIterator extends PyIterator {
  static final PyType TYPE =
      BuiltinTypes.iterator("itertools.pairwise", false, PairwiseIterator::define);

  private final PyIterator source;
  private @Nullable Object last;

  private PairwiseIterator(PyIterator source) {
    this.source = source;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, iterable, /)",
        "Gives overlapping pairs.",
        bound -> new PairwiseIterator(Iteration.iterator(bound[1])));
  }

  @Override
  public @Nullable Object next() {
    Object first = last == null ? source.next() : last;
    Object second = first == null ? null : source.next();
    last = second;
    return first == null || second == null ? null : PyTuple.of(first, second);
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
