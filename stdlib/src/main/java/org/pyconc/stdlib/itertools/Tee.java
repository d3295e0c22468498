package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;

/** {@code itertools.tee}: iterators that share what they have read. */
final class Tee extends PyIterator {
  private static final PyType TYPE = BuiltinTypes.iterator("itertools._tee", false, Tee::define);

  private final PyIterator source;
  private Link link;

  /** An element that has been read, or will be. */
  private static final class Link {
    private @Nullable Object value;
    private @Nullable Link next;
    private boolean isBeingRead;
  }

  private Tee(PyIterator source, Link link) {
    this.source = source;
    this.link = link;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__copy__(self)",
        "Returns an independent iterator.",
        self -> new Tee(((Tee) self).source, ((Tee) self).link));
  }

  static Object split(Object iterable, Object n) {
    long count = Items.toLong(n);
    if (count < 0) {
      throw Errors.valueError("n must be >= 0");
    }
    PyIterator iterator = Iteration.iterator(iterable);
    Tee first = iterator instanceof Tee t ? t : new Tee(iterator, new Link());
    Object[] all = new Object[(int) count];
    for (int i = 0; i < all.length; i++) {
      all[i] = i == 0 ? first : new Tee(first.source, first.link);
    }
    return PyTuple.of(all);
  }

  @Override
  public @Nullable Object next() {
    Link here = link;
    Link following = here.next;
    if (following == null) {
      Object value = read(here);
      if (value == null) {
        return null;
      }
      here.value = value;
      following = new Link();
      here.next = following;
    }
    link = following;
    return here.value;
  }

  /** The next value of the source, which neither itself nor another thread may be asking for. */
  private @Nullable Object read(Link here) {
    if (here.isBeingRead) {
      throw Errors.runtimeError("cannot re-enter the tee iterator");
    }
    here.isBeingRead = true;
    try {
      return source.next();
    } finally {
      here.isBeingRead = false;
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
