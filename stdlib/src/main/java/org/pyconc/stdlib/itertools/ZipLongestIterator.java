package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;

/** {@code itertools.zip_longest}. */
final class ZipLongestIterator extends PyIterator {
  static final PyType TYPE =
      BuiltinTypes.iterator("itertools.zip_longest", false, ZipLongestIterator::define);

  private final @Nullable PyIterator[] sources;
  private Object fill;
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
    IteratorMethods.defineSetState(b);
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
  public PyTuple reduction() {
    Object[] all = new Object[sources.length];
    for (int i = 0; i < all.length; i++) {
      PyIterator source = sources[i];
      all[i] = source == null ? PyTuple.EMPTY : IteratorReductions.seen(source);
    }
    return PyTuple.of(TYPE, PyTuple.of(all), fill);
  }

  @Override
  public void restore(Object state) {
    fill = state;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
