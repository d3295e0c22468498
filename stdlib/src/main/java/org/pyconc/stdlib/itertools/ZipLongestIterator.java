package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;

/** {@code itertools.zip_longest}. */
final class ZipLongestIterator extends PyIterator {
  static final PyType TYPE =
      new PyType(
          "itertools.zip_longest", BuiltinTypes.ITERATOR, false, null, ZipLongestIterator::define);

  private final @Nullable PyIterator[] sources;
  private final Object fill;
  private int active;

  private ZipLongestIterator(@Nullable PyIterator[] sources, Object fill) {
    this.sources = sources;
    this.fill = fill;
    this.active = sources.length;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, *iterables, fillvalue=None)",
        "Like zip, but goes on until the longest iterable ends.",
        bound -> {
          Object[] iterables = ((PyTuple) bound[2]).items();
          @Nullable PyIterator[] sources = new PyIterator[iterables.length];
          for (int i = 0; i < sources.length; i++) {
            sources[i] = Iteration.iterator(iterables[i]);
          }
          return new ZipLongestIterator(sources, bound[1]);
        });
  }

  @Override
  public @Nullable Object next() {
    if (active == 0) {
      return null;
    }
    Object[] values = new Object[sources.length];
    for (int i = 0; i < values.length; i++) {
      PyIterator source = sources[i];
      Object value = source == null ? fill : source.next();
      if (value == null) {
        sources[i] = null;
        active--;
        if (active == 0) {
          return null;
        }
        value = fill;
      }
      values[i] = value;
    }
    return PyTuple.of(values);
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
