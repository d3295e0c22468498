package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** Going through the elements of any iterable value. */
public final class Iteration {
  private Iteration() {}

  /** {@code iter(value)}: the iterator as the program sees it. */
  public static Object iter(Object value) {
    if (value instanceof PyIterator i && i.type() != BuiltinTypes.COROUTINE) {
      return i;
    }
    Object method = PyType.of(value).lookup("__iter__");
    if (method == null) {
      if (PyType.of(value).hasPositions()) {
        return new SequenceIterator(value);
      }
      throw notIterable(value);
    }
    if (method == PySingleton.NONE) {
      throw notIterable(value);
    }
    Object iterator = Calls.callUnbound(method, value);
    if (!(iterator instanceof PyIterator) && PyType.of(iterator).lookup("__next__") == null) {
      throw Errors.typeError(
          "iter() returned non-iterator of type '" + PyType.of(iterator).name() + "'");
    }
    return iterator;
  }

  /** Whether {@code iter(value)} finds a method to call. */
  public static boolean isIterable(Object value) {
    return value instanceof PyIterator
        || PyType.of(value).lookup("__iter__") != null
        || PyType.of(value).hasPositions();
  }

  private static PyException notIterable(Object value) {
    return Errors.typeError("'" + PyType.of(value).name() + "' object is not iterable");
  }

  /** An iterator over a value for a loop in Java. */
  public static PyIterator iterator(Object value) {
    if (value instanceof PyList l) {
      return new ListIterator(l);
    }
    if (value instanceof PyIterator i && i.type() != BuiltinTypes.COROUTINE) {
      return i;
    }
    return switch (value) {
      case PyRange r when r.isSmall() -> new RangeIterator(r);
      case PyDict d -> new DictIterator(d, DictIterator.Part.KEYS);
      case PyTuple t -> new TupleIterator(t);
      case String s -> new StrIterator(s);
      case PySet s -> new SetIterator(s);
      default -> wrap(iter(value));
    };
  }

  /** The value if it is a range that can be counted with longs, or null. */
  public static @Nullable PyRange smallRange(Object value) {
    return value instanceof PyRange r && r.isSmall() ? r : null;
  }

  /** The length of a range, or -1 if it does not fit a long or there is no such range. */
  public static long rangeLength(long start, long stop, long step) {
    long distance = step > 0 ? stop - start : start - stop;
    if (step > 0 ? start >= stop : start <= stop) {
      return step == 0 ? -1 : 0;
    }
    if (distance < 0 || step == 0 || step == Long.MIN_VALUE) {
      return -1;
    }
    return step == 1 ? distance : (distance - 1) / Math.abs(step) + 1;
  }

  /** What {@link #iter} gave, for a loop in Java. */
  public static PyIterator wrap(Object iterator) {
    return iterator instanceof PyIterator i ? i : new MethodIterator(iterator);
  }

  /** {@code next(iterator)}, or null at the end. */
  public static @Nullable Object next(Object iterator) {
    if (iterator instanceof PyIterator i && i.type() != BuiltinTypes.COROUTINE) {
      return i.next();
    }
    Object method = PyType.of(iterator).lookup("__next__");
    if (method == null) {
      throw Errors.typeError("'" + PyType.of(iterator).name() + "' object is not an iterator");
    }
    try {
      return Calls.callUnbound(method, iterator);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
        return null;
      }
      throw e;
    }
  }

  /** All elements in a new array. */
  public static Object[] toArray(Object value) {
    if (value instanceof PyList l) {
      return l.toArray();
    }
    if (value instanceof PyTuple t) {
      return t.items().clone();
    }
    if (value instanceof PyDict d) {
      return keys(d);
    }
    return toList(value).toArray();
  }

  private static Object[] keys(PyDict dict) {
    Object[] keys = new Object[dict.size()];
    int count = 0;
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      keys[count++] = dict.keyAt(i);
    }
    return keys;
  }

  /** All elements in a new list. */
  public static PyList toList(Object value) {
    if (value instanceof PyList l) {
      return PyList.of(l.toArray());
    }
    PyList list = new PyList();
    PyIterator iterator = iterator(value);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      list.append(next);
    }
    return list;
  }

  /** All elements in a new list; the program is asked how many there will be. */
  public static PyList collect(Object value) {
    if (value instanceof PyList) {
      return toList(value);
    }
    PyList list = new PyList();
    addAll(list, value);
    return list;
  }

  /** Appends all elements; the program is asked how many there will be. */
  public static void addAll(PyList list, Object value) {
    PyIterator iterator = iterator(value);
    LengthHints.ask(value);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      list.append(next);
    }
  }

  /** Exactly {@code count} elements for an assignment to so many targets. */
  public static Object[] unpack(Object value, int count) {
    if (value instanceof PyTuple t && t.size() == count) {
      return t.items();
    }
    if (value instanceof PyList l && l.size() == count) {
      return l.toArray();
    }
    PyIterator iterator = unpackingIterator(value);
    Object[] items = new Object[count];
    for (int i = 0; i < count; i++) {
      Object next = iterator.next();
      if (next == null) {
        throw Errors.valueError(
            "not enough values to unpack (expected " + count + ", got " + i + ")");
      }
      items[i] = next;
    }
    if (iterator.next() != null) {
      throw Errors.valueError("too many values to unpack (expected " + count + ")");
    }
    return items;
  }

  /**
   * The elements for an assignment with a starred target: {@code before} of them, a list, {@code
   * after} of them.
   */
  public static Object[] unpackStarred(Object value, int before, int after) {
    PyList all = new PyList();
    PyIterator iterator = unpackingIterator(value);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      all.append(next);
    }
    if (all.size() < before + after) {
      throw Errors.valueError(
          "not enough values to unpack (expected at least "
              + (before + after)
              + ", got "
              + all.size()
              + ")");
    }
    Object[] items = new Object[before + after + 1];
    System.arraycopy(all.array(), 0, items, 0, before);
    int starred = all.size() - before - after;
    Object[] middle = new Object[starred];
    System.arraycopy(all.array(), before, middle, 0, starred);
    items[before] = PyList.of(middle);
    System.arraycopy(all.array(), before + starred, items, before + 1, after);
    return items;
  }

  private static PyIterator unpackingIterator(Object value) {
    try {
      return iterator(value);
    } catch (PyException e) {
      if (PyType.of(value).lookup("__iter__") == null
          && e.value().type() == ExceptionTypes.TYPE_ERROR) {
        throw Errors.typeError("cannot unpack non-iterable " + PyType.of(value).name() + " object");
      }
      throw e;
    }
  }
}
