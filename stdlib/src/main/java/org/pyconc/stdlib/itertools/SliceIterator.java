package org.pyconc.stdlib.itertools;

import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.IteratorReductions;

/** {@code itertools.islice}. */
final class SliceIterator extends PyIterator {
  static final PyType TYPE =
      BuiltinTypes.iterator("itertools.islice", false, SliceIterator::define);

  private @Nullable PyIterator source;
  private long next;
  private final long stop;
  private final long step;
  private long position;

  private SliceIterator(PyIterator source, long start, long stop, long step) {
    this.source = source;
    this.next = start;
    this.stop = stop;
    this.step = step;
  }

  private static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, *args)",
        "Gives some of the elements: islice(iterable, stop), islice(iterable, start, stop, step).",
        bound -> make((PyTuple) bound[1]));
    IteratorMethods.defineSetState(b);
  }

  private static Object make(PyTuple args) {
    int given = args.size();
    if (given < 2 || given > 4) {
      throw Errors.typeError(
          "islice expected at " + (given < 2 ? "least 2" : "most 4") + " arguments, got " + given);
    }
    long start = given == 2 ? 0 : bound(args.get(1), 0, "Indices");
    long stop = bound(args.get(given == 2 ? 1 : 2), Long.MAX_VALUE, "Stop argument");
    long step = given == 4 ? bound(args.get(3), 1, "Step") : 1;
    if (step == 0) {
      throw invalid("Step");
    }
    return new SliceIterator(Iteration.iterator(args.get(0)), start, stop, step);
  }

  private static long bound(Object value, long whenNone, String what) {
    if (value == PySingleton.NONE) {
      return whenNone;
    }
    if (PyType.of(value).lookup("__index__") == null
        || !(Items.index(value) instanceof Long l)
        || l < 0) {
      throw invalid(what);
    }
    return l;
  }

  private static RuntimeException invalid(String what) {
    return Errors.valueError(
        switch (what) {
          case "Step" -> "Step for islice() must be a positive integer or None.";
          case "Indices" ->
              "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
          default ->
              "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        });
  }

  @Override
  public @Nullable Object next() {
    PyIterator from = source;
    if (from == null) {
      return null;
    }
    long wanted = Math.min(next, stop);
    Object value = null;
    while (position < wanted && (value = from.next()) != null) {
      position++;
    }
    value = position < wanted || position >= stop ? null : from.next();
    if (value == null) {
      source = null;
      return null;
    }
    position++;
    next = next + step < 0 ? stop : Math.min(next + step, stop);
    return value;
  }

  /** A recipe for what an iterator gives behind its next value. */
  static PyTuple behindFirst(PyIterator iterator) {
    return PyTuple.of(TYPE, PyTuple.of(iterator, 1L, PySingleton.NONE));
  }

  @Override
  public PyTuple reduction() {
    PyIterator from = source;
    if (from == null) {
      return PyTuple.of(TYPE, PyTuple.of(Iteration.iterator(new PyList()), 0L), 0L);
    }
    Object end = stop == Long.MAX_VALUE ? PySingleton.NONE : (Object) stop;
    return PyTuple.of(TYPE, PyTuple.of(IteratorReductions.seen(from), next, end, step), position);
  }

  @Override
  public void restore(Object state) {
    position = Items.toLong(state);
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
