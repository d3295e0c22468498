package org.pyconc.operations;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Sized;
import org.pyconc.objects.WideString;

/** Subscripts, membership and length. */
public final class Items {
  private Items() {}

  // The fast ways are methods of their own: HotSpot inlines small ones into the generated code.

  /** {@code container[index]}. */
  public static Object get(Object container, Object index) {
    if (container instanceof PyList l && index instanceof Long i) {
      long at = i;
      if (at >= 0 && at < l.size()) {
        return l.get((int) at);
      }
    }
    return getOther(container, index);
  }

  /** {@code container[index]}. */
  public static Object get(Object container, long index) {
    if (container instanceof PyList l && index >= 0 && index < l.size()) {
      return l.get((int) index);
    }
    return getOther(container, (Object) index);
  }

  private static Object getOther(Object container, Object index) {
    if (container instanceof PyDict d) {
      Object value = d.get(index);
      return value == null ? Dicts.missing(d, d, index) : value;
    }
    return index instanceof Long i ? getAt(container, i) : getGeneral(container, index);
  }

  private static Object getAt(Object container, Long index) {
    if (container instanceof PyTuple t) {
      return t.get(position(index, t.size(), "tuple index out of range"));
    }
    if (container instanceof String s) {
      return Text.ofCodePoint(s.charAt(position(index, s.length(), "string index out of range")));
    }
    if (container instanceof PyList l) {
      return l.get(position(index, l.size(), "list index out of range"));
    }
    return getGeneral(container, index);
  }

  /** Where an index points to; a negative one counts from the end. */
  private static int position(long index, int size, String message) {
    long at = index < 0 ? index + size : index;
    if (at < 0 || at >= size) {
      throw Errors.indexError(message);
    }
    return (int) at;
  }

  private static Object getGeneral(Object container, Object index) {
    Object result = Calls.special(container, "__getitem__", index);
    if (result != null) {
      return result;
    }
    if (container instanceof PyType type) {
      Object hook = type.lookup("__class_getitem__");
      if (hook != null) {
        Object function = hook instanceof PyClassMethod c ? c.function() : hook;
        return Calls.call2(function, type, index);
      }
      throw Errors.typeError("type '" + type.name() + "' is not subscriptable");
    }
    throw Errors.typeError("'" + PyType.of(container).name() + "' object is not subscriptable");
  }

  /** {@code container[index] = value}. */
  public static void set(Object container, long index, Object value) {
    if (container instanceof PyList l && index >= 0 && index < l.size()) {
      l.set((int) index, value);
    } else {
      setOther(container, (Object) index, value);
    }
  }

  /** {@code container[index] = value}. */
  public static void set(Object container, Object index, Object value) {
    if (container instanceof PyList l && index instanceof Long i) {
      long at = i;
      if (at >= 0 && at < l.size()) {
        l.set((int) at, value);
        return;
      }
    }
    setOther(container, index, value);
  }

  private static void setOther(Object container, Object index, Object value) {
    if (container instanceof PyDict d) {
      d.put(index, value);
    } else if (container instanceof PyList l && index instanceof Long i) {
      l.set(position(i, l.size(), "list assignment index out of range"), value);
    } else if (Calls.special(container, "__setitem__", index, value) == null) {
      throw Errors.typeError(
          "'" + PyType.of(container).name() + "' object does not support item assignment");
    }
  }

  /** {@code del container[index]}. */
  public static void delete(Object container, Object index) {
    if (Calls.special(container, "__delitem__", index) == null) {
      throw Errors.typeError(
          "'"
              + PyType.of(container).name()
              + (isSequence(PyType.of(container)) && PyType.of(index).lookup("__index__") != null
                  ? "' object doesn't support item deletion"
                  : "' object does not support item deletion"));
    }
  }

  /** Whether CPython has slots for sequences in the type, if only for length or membership. */
  private static boolean isSequence(PyType type) {
    return !type.isNative()
        || type.lookup("__contains__") != null
        || type.lookup("__len__") != null;
  }

  /** {@code value in container}. */
  public static boolean contains(Object container, Object value) {
    switch (container) {
      case PyDict d -> {
        return d.containsKey(value);
      }
      case PyList l -> {
        for (int i = 0; i < l.size(); i++) {
          if (Comparison.equal(l.get(i), value)) {
            return true;
          }
        }
        return false;
      }
      case PyTuple t -> {
        for (Object item : t.items()) {
          if (Comparison.equal(item, value)) {
            return true;
          }
        }
        return false;
      }
      case PySet s -> {
        return Sets.contains(s, value);
      }
      case String s when value instanceof String part -> {
        return s.contains(part);
      }
      default -> {}
    }
    Object method = PyType.of(container).lookup("__contains__");
    if (method == PySingleton.NONE) {
      throw Errors.typeError("'" + PyType.of(container).name() + "' object is not a container");
    }
    if (method != null) {
      return Truth.isTrue(Calls.callUnbound(method, container, value));
    }
    if (PyType.of(container).lookup("__iter__") == null && !PyType.of(container).hasPositions()) {
      throw Errors.typeError(
          "argument of type '" + PyType.of(container).name() + "' is not iterable");
    }
    PyIterator iterator = Iteration.iterator(container);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (Comparison.equal(next, value)) {
        return true;
      }
    }
    return false;
  }

  /** {@code len(value)}. */
  public static int length(Object value) {
    switch (value) {
      case PyList l -> {
        return l.size();
      }
      case String s -> {
        return s.length();
      }
      case PyDict d -> {
        return d.size();
      }
      case PyTuple t -> {
        return t.size();
      }
      case PySet s -> {
        return s.size();
      }
      case PyBytes b -> {
        return b.size();
      }
      case WideString w -> {
        return w.length();
      }
      case Sized s when s.type().isNative() -> {
        return s.size();
      }
      default -> {}
    }
    Object result = Calls.special(value, "__len__");
    if (result == null) {
      throw Errors.typeError("object of type '" + PyType.of(value).name() + "' has no len()");
    }
    return toLength(result);
  }

  private static int toLength(Object result) {
    return switch (PyPayloadInstance.unwrap(result)) {
      case Long l when l < 0 -> throw Errors.valueError("__len__() should return >= 0");
      case Long l when l > Integer.MAX_VALUE ->
          throw Errors.overflow("cannot fit 'int' into an index-sized integer");
      case Long l -> (int) (long) l;
      case Boolean b -> b ? 1 : 0;
      case BigInteger b when b.signum() < 0 ->
          throw Errors.valueError("__len__() should return >= 0");
      case BigInteger b -> throw Errors.overflow("cannot fit 'int' into an index-sized integer");
      default ->
          throw Errors.typeError(
              "'" + PyType.of(result).name() + "' object cannot be interpreted as an integer");
    };
  }

  /** A value used as an index or count, through {@code __index__}: a Long or a BigInteger. */
  public static Object index(Object value) {
    switch (value) {
      case Long l -> {
        return l;
      }
      case BigInteger b -> {
        return b;
      }
      case Boolean b -> {
        return b ? 1L : 0L;
      }
      default -> {}
    }
    if (value instanceof PyPayloadInstance p
        && (p.payload() instanceof Long || p.payload() instanceof BigInteger)) {
      return p.payload();
    }
    Object result = Calls.special(value, "__index__");
    if (result == null) {
      throw Errors.typeError(
          "'" + PyType.of(value).name() + "' object cannot be interpreted as an integer");
    }
    Object plain = PyPayloadInstance.unwrap(result);
    if (plain instanceof Long || plain instanceof BigInteger || plain instanceof Boolean) {
      NumberConversion.warnOfSubclass("__index__", result);
      return Integers.plain(plain);
    }
    throw Errors.typeError("__index__ returned non-int (type " + PyType.of(result).name() + ")");
  }

  /** A value used as an index that must fit into 64 bits, or IndexError. */
  public static long toLong(Object value) {
    if (value instanceof Long l) {
      return l;
    }
    if (index(value) instanceof Long l) {
      return l;
    }
    throw Errors.of(
        ExceptionTypes.INDEX_ERROR,
        "cannot fit '" + PyType.of(value).name() + "' into an index-sized integer");
  }

  /** A value used as a size or count that must fit into 31 bits, or OverflowError. */
  public static int toInt(Object value) {
    if (index(value) instanceof Long l && l >= Integer.MIN_VALUE && l <= Integer.MAX_VALUE) {
      return (int) (long) l;
    }
    throw Errors.overflow("Python int too large to convert to C int");
  }
}
