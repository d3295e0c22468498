package org.pyconc.stdlib.array;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/**
 * The methods of array.
 *
 * @see <a href="https://docs.python.org/3.11/library/array.html">array</a>
 */
final class ArrayMethods {
  private static final PySingleton NONE = PySingleton.NONE;

  private ArrayMethods() {}

  static ArrayObject of(Object self) {
    return (ArrayObject) self;
  }

  static void define(TypeBuilder b) {
    b.doc("array(typecode [, initializer]) -> array");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> make((PyType) a[0], (PyTuple) a[1], (PyDict) a[2]));
    b.methodN("__init__(self, /, *args, **kwargs)", "Initialize self.", a -> NONE);
    b.getter("typecode", "the typecode character", s -> String.valueOf(of(s).kind().code));
    b.getter("itemsize", "the size, in bytes, of one array item", s -> (long) of(s).kind().size);
    b.method(
        "append(self, v, /)",
        "Append new value v to the end.",
        (s, v) -> none(() -> of(s).append(v)));
    b.method(
        "buffer_info(self, /)",
        "Return a tuple (address, length).",
        s -> PyTuple.of(Text.id(s), (long) of(s).count()));
    b.method("byteswap(self, /)", "Byteswap all items of the array.", s -> swap(of(s)));
    b.method("count(self, v, /)", "Return number of occurrences of v.", ArrayMethods::count);
    b.method("extend(self, bb, /)", "Append items to the end.", (s, v) -> extend(of(s), v));
    b.method("fromlist(self, list, /)", "Append items from list.", (s, v) -> fromList(of(s), v));
    b.method(
        "frombytes(self, buffer, /)", "Appends items from bytes.", (s, v) -> fromBytes(of(s), v));
    b.method("fromfile(self, f, n, /)", "Read n objects from a file.", ArrayMethods::fromFile);
    b.method("fromunicode(self, ustr, /)", "Extends by text.", (s, v) -> fromText(of(s), v));
    b.method(
        "index(self, v, start=0, stop=9223372036854775807, /)",
        "Return index of first occurrence of v in the array.",
        ArrayMethods::index);
    b.method(
        "insert(self, i, v, /)", "Insert a new item v before position i.", ArrayMethods::insert);
    b.method(
        "pop(self, i=-1, /)", "Return the i-th element and delete it.", (s, i) -> pop(of(s), i));
    b.method("remove(self, v, /)", "Remove the first occurrence of v.", ArrayMethods::remove);
    b.method("reverse(self, /)", "Reverse the order of the items.", s -> reverse(of(s)));
    b.method("tobytes(self, /)", "Convert to bytes.", s -> new PyBytes(of(s).toBytes()));
    b.method(
        "tofile(self, f, /)",
        "Write all items to a file.",
        (s, file) -> none(() -> Calls.method(file, "write", new PyBytes(of(s).toBytes()))));
    b.method("tolist(self, /)", "Convert to a list.", s -> list(of(s)));
    b.method("tounicode(self, /)", "Convert to text.", s -> text(of(s)));
    b.method("__copy__(self, /)", "Return a copy.", s -> copy(of(s)));
    b.method("__deepcopy__(self, unused, /)", "Return a copy.", (s, memo) -> copy(of(s)));
    b.method(
        "__reduce_ex__(self, protocol, /)",
        "Return state information for pickling.",
        (s, protocol) ->
            PyTuple.of(
                PyType.of(s),
                PyTuple.of(
                    String.valueOf(of(s).kind().code),
                    of(s).kind() == ItemKind.TEXT ? text(of(s)) : list(of(s))),
                Reductions.defaultState(s, false)));
  }

  private static Object none(Runnable action) {
    action.run();
    return NONE;
  }

  static ArrayObject copy(ArrayObject array) {
    return new ArrayObject(array.kind()).of(array.toBytes());
  }

  private static Object make(PyType cls, PyTuple args, PyDict kwargs) {
    if (kwargs.size() > 0 && cls == ArrayObject.TYPE) {
      throw Errors.typeError("array.array() takes no keyword arguments");
    }
    if (args.size() == 0 || args.size() > 2) {
      throw Errors.typeError(
          args.size() == 0
              ? "array() takes at least 1 argument (0 given)"
              : "array() takes at most 2 arguments (" + args.size() + " given)");
    }
    Object code = PyPayloadInstance.unwrap(args.get(0));
    if (!Text.isText(code) || Text.length(code) != 1) {
      throw Errors.typeError(
          "array() argument 1 must be a unicode character, not " + PyType.of(args.get(0)).name());
    }
    ItemKind kind = ItemKind.of(Text.at(code, 0));
    if (kind == null) {
      throw Errors.valueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    }
    ArrayObject array = new ArrayObject(cls, kind);
    if (args.size() == 2) {
      fill(array, args.get(1));
    }
    return array;
  }

  private static void fill(ArrayObject array, Object initial) {
    Object plain = PyPayloadInstance.unwrap(initial);
    if (plain instanceof PyBytes || plain instanceof PyByteArray) {
      fromBytes(array, plain);
    } else if (Text.isText(plain)) {
      if (array.kind() != ItemKind.TEXT) {
        throw Errors.typeError(
            "cannot use a str to initialize an array with typecode '" + array.kind().code + "'");
      }
      fromText(array, plain);
    } else {
      PyIterator items = Iteration.iterator(initial);
      for (Object item = items.next(); item != null; item = items.next()) {
        array.append(item);
      }
    }
  }

  private static Object swap(ArrayObject array) {
    byte[] bytes = array.toBytes();
    int size = array.kind().size;
    for (int start = 0; start < bytes.length; start += size) {
      for (int i = 0; i < size / 2; i++) {
        byte kept = bytes[start + i];
        bytes[start + i] = bytes[start + size - 1 - i];
        bytes[start + size - 1 - i] = kept;
      }
    }
    array.of(bytes);
    return NONE;
  }

  private static Object count(Object self, Object value) {
    long count = 0;
    for (int i = 0; i < of(self).count(); i++) {
      count += Comparison.equal(of(self).get(i), value) ? 1 : 0;
    }
    return count;
  }

  static Object extend(ArrayObject array, Object more) {
    if (more instanceof ArrayObject other) {
      if (other.kind() != array.kind()) {
        throw Errors.typeError("can only extend with array of same kind");
      }
      array.replace(array.count(), array.count(), other.toBytes());
      return NONE;
    }
    PyIterator items = Iteration.iterator(more);
    for (Object item = items.next(); item != null; item = items.next()) {
      array.append(item);
    }
    return NONE;
  }

  private static Object fromList(ArrayObject array, Object given) {
    if (!(PyPayloadInstance.unwrap(given) instanceof PyList list)) {
      throw Errors.typeError("arg must be list");
    }
    ArrayObject added = new ArrayObject(array.kind());
    for (int i = 0; i < list.size(); i++) {
      added.append(list.get(i));
    }
    return extend(array, added);
  }

  private static Object fromBytes(ArrayObject array, Object given) {
    byte[] bytes = Buffers.bytes(given);
    if (bytes.length % array.kind().size != 0) {
      throw Errors.valueError("bytes length not a multiple of item size");
    }
    array.replace(array.count(), array.count(), bytes);
    return NONE;
  }

  private static Object fromFile(Object self, Object file, Object n) {
    ArrayObject array = of(self);
    long count = Items.toLong(n);
    if (count < 0) {
      throw Errors.valueError("negative count");
    }
    int size = array.kind().size;
    Object read = Calls.method(file, "read", count * size);
    if (!(PyPayloadInstance.unwrap(read) instanceof PyBytes bytes)) {
      throw Errors.typeError("read() didn't return bytes");
    }
    boolean isShort = bytes.size() != count * size;
    fromBytes(array, bytes);
    if (isShort) {
      throw Errors.of(ExceptionTypes.EOF_ERROR, "read() didn't return enough bytes");
    }
    return NONE;
  }

  private static Object fromText(ArrayObject array, Object given) {
    if (array.kind() != ItemKind.TEXT) {
      throw Errors.valueError("fromunicode() may only be called on unicode type arrays");
    }
    Object text = PyPayloadInstance.unwrap(given);
    if (!Text.isText(text)) {
      throw Errors.typeError("fromunicode() argument must be str, not " + PyType.of(given).name());
    }
    for (int i = 0; i < Text.length(text); i++) {
      array.append(Text.ofCodePoint(Text.at(text, i)));
    }
    return NONE;
  }

  private static @Nullable Integer find(ArrayObject array, Object value, long from, long to) {
    long start = from < 0 ? Math.max(0, from + array.count()) : from;
    long stop = Math.min(array.count(), to < 0 ? to + array.count() : to);
    for (long i = start; i < stop; i++) {
      if (Comparison.equal(array.get((int) i), value)) {
        return (int) i;
      }
    }
    return null;
  }

  private static Object index(Object self, Object value, Object start, Object stop) {
    Integer found = find(of(self), value, Items.toLong(start), Items.toLong(stop));
    if (found == null) {
      throw Errors.valueError("array.index(x): x not in array");
    }
    return (long) found;
  }

  private static Object insert(Object self, Object at, Object value) {
    ArrayObject array = of(self);
    long i = Items.toLong(at);
    long index = i < 0 ? Math.max(0, i + array.count()) : Math.min(i, array.count());
    array.insert((int) index, value);
    return NONE;
  }

  private static Object pop(ArrayObject array, Object at) {
    if (array.count() == 0) {
      throw Errors.indexError("pop from empty array");
    }
    long i = Items.toLong(at);
    long index = i < 0 ? i + array.count() : i;
    if (index < 0 || index >= array.count()) {
      throw Errors.indexError("pop index out of range");
    }
    Object value = array.get((int) index);
    array.replace((int) index, (int) index + 1, new byte[0]);
    return value;
  }

  private static Object remove(Object self, Object value) {
    Integer found = find(of(self), value, 0, Long.MAX_VALUE);
    if (found == null) {
      throw Errors.valueError("array.remove(x): x not in array");
    }
    of(self).replace(found, found + 1, new byte[0]);
    return NONE;
  }

  private static Object reverse(ArrayObject array) {
    array.of(array.slice(array.count() - 1, -1, array.count()));
    return NONE;
  }

  static PyList list(ArrayObject array) {
    PyList list = PyList.withCapacity(array.count());
    for (int i = 0; i < array.count(); i++) {
      list.append(array.get(i));
    }
    return list;
  }

  static Object text(ArrayObject array) {
    if (array.kind() != ItemKind.TEXT) {
      throw Errors.valueError("tounicode() may only be called on unicode type arrays");
    }
    TextBuilder text = new TextBuilder();
    for (int i = 0; i < array.count(); i++) {
      text.append(array.get(i));
    }
    return text.build();
  }
}
