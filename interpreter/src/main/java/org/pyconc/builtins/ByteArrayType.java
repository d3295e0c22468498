package org.pyconc.builtins;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Literals;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Text;

/**
 * The type bytearray: what it has beyond bytes.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#bytearray-objects">Bytearray
 *     Objects</a>
 */
final class ByteArrayType {
  private static final String RANGE = "byte must be in range(0, 256)";

  private ByteArrayType() {}

  static void define(TypeBuilder b) {
    b.doc(
        "bytearray(iterable_of_ints) -> bytearray\n"
            + "bytearray(string, encoding[, errors]) -> bytearray\n"
            + "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
            + "bytearray(int) -> bytes array of size given by the parameter initialized with null"
            + " bytes\n"
            + "bytearray() -> empty bytes array\n\n"
            + "Construct a mutable bytearray object.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> TextArguments.instance(a[0], BuiltinTypes.BYTEARRAY, new PyByteArray(new byte[0])));
    b.methodN(
        "__init__(self, source=<unrepresentable>, encoding=<unrepresentable>,"
            + " errors=<unrepresentable>)",
        "Initialize self.",
        a -> {
          ((PyByteArray) a[0]).replaceAll(ByteOperators.content(a[1], a[2], a[3], "bytearray"));
          return PySingleton.NONE;
        });
    b.wholeMethod("__repr__(self, /)", "Return repr(self).", ByteArrayType::repr);
    b.wholeMethod("__str__(self, /)", "Return str(self).", ByteArrayType::repr);
    b.constant("__hash__", PySingleton.NONE);
    b.method(
        "__sizeof__(self, /)",
        "Returns the size of the bytearray object in memory, in bytes.",
        self -> 56L + allocated(self));
    b.method(
        "__alloc__(self, /)",
        "Return the number of bytes actually allocated.",
        ByteArrayType::allocated);
    b.classMethod(
        "fromhex(cls, string, /)",
        "Create a bytearray object from a string of hexadecimal numbers.",
        a -> {
          PyByteArray bytes = new PyByteArray(Hex.parse(a[1]));
          return a[0] == BuiltinTypes.BYTEARRAY ? bytes : Calls.call1(a[0], bytes);
        });
    ByteOperators.define(b, "bytearray");
    changes(b);
    elements(b);
  }

  private static long allocated(Object self) {
    int size = ((PyByteArray) self).size();
    return size == 0 ? 0 : size + 1L;
  }

  /** CPython escapes every single quote here, whichever quote encloses the literal. */
  private static Object repr(Object self) {
    byte[] bytes = Buffers.bytes(self);
    String literal = Literals.ofBytes(bytes);
    return PyType.of(self).simpleName()
        + "(b"
        + (literal.startsWith("\"") ? literal.replace("'", "\\'") : literal)
        + ")";
  }

  private static void changes(TypeBuilder b) {
    b.method("__setitem__(self, key, value, /)", "Set self[key] to value.", ByteArrayType::setItem);
    b.method("__delitem__(self, key, /)", "Delete self[key].", ByteArrayType::deleteItem);
    b.wholeMethod(
        "__iadd__(self, value, /)",
        "Implement self+=value.",
        (self, value) -> {
          byte[] more = Buffers.bytesOrNull(value);
          if (more == null) {
            throw Errors.typeError(
                "can't concat " + PyType.of(value).name() + " to " + PyType.of(self).name());
          }
          PyByteArray array = (PyByteArray) PyPayloadInstance.unwrap(self);
          insert(array, array.size(), more);
          return self;
        });
    b.wholeMethod(
        "__imul__(self, value, /)",
        "Implement self*=value.",
        (self, count) -> {
          PyByteArray array = (PyByteArray) PyPayloadInstance.unwrap(self);
          array.replaceAll(ByteOperators.repeat(array.toArray(), count));
          return self;
        });
    b.method(
        "clear(self, /)",
        "Remove all items from the bytearray.",
        self -> {
          ((PyByteArray) self).replaceAll(new byte[0]);
          return PySingleton.NONE;
        });
    b.method(
        "copy(self, /)",
        "Return a copy of B.",
        self -> new PyByteArray(((PyByteArray) self).toArray()));
    b.method(
        "reverse(self, /)",
        "Reverse the order of the values in B in place.",
        self -> {
          PyByteArray array = (PyByteArray) self;
          byte[] bytes = array.array();
          for (int i = 0, j = array.size() - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
          }
          return PySingleton.NONE;
        });
  }

  private static void elements(TypeBuilder b) {
    b.method(
        "append(self, item, /)",
        "Append a single item to the end of the bytearray.",
        (self, item) -> {
          PyByteArray array = (PyByteArray) self;
          byte value = Buffers.toByte(item, RANGE);
          int size = array.size();
          array.resize(Text.checkedLength(size + 1L));
          array.array()[size] = value;
          return PySingleton.NONE;
        });
    b.method(
        "extend(self, iterable_of_ints, /)",
        "Append all the items from the iterator or sequence to the end of the bytearray.",
        (self, source) -> {
          byte[] more = Buffers.bytesOrNull(source);
          if (more == null) {
            more = ByteOperators.fromIterable(source, "bytearray");
          }
          if (more == null) {
            throw Errors.typeError("can't extend bytearray with " + PyType.of(source).name());
          }
          insert((PyByteArray) self, ((PyByteArray) self).size(), more);
          return PySingleton.NONE;
        });
    b.method(
        "insert(self, index, item, /)",
        "Insert a single item into the bytearray before the given index.",
        (self, index, item) -> {
          PyByteArray array = (PyByteArray) self;
          long at = TextArguments.size(index);
          byte value = Buffers.toByte(item, RANGE);
          long place = at < 0 ? Math.max(0, at + array.size()) : Math.min(at, array.size());
          insert(array, (int) place, new byte[] {value});
          return PySingleton.NONE;
        });
    b.method(
        "pop(self, index=-1, /)",
        "Remove and return a single item from B.",
        (self, index) -> {
          PyByteArray array = (PyByteArray) self;
          long at = TextArguments.size(index);
          if (array.size() == 0) {
            throw Errors.indexError("pop from empty bytearray");
          }
          long place = at < 0 ? at + array.size() : at;
          if (place < 0 || place >= array.size()) {
            throw Errors.indexError("pop index out of range");
          }
          long removed = array.array()[(int) place] & 0xFF;
          replace(array, (int) place, (int) place + 1, new byte[0]);
          return removed;
        });
    b.method(
        "remove(self, value, /)",
        "Remove the first occurrence of a value in the bytearray.",
        (self, value) -> {
          PyByteArray array = (PyByteArray) self;
          int at = Codecs.latin1(array.toArray()).indexOf(Buffers.toByte(value, RANGE) & 0xFF);
          if (at < 0) {
            throw Errors.valueError("value not found in bytearray");
          }
          replace(array, at, at + 1, new byte[0]);
          return PySingleton.NONE;
        });
  }

  private static void insert(PyByteArray array, int at, byte[] bytes) {
    replace(array, at, at, bytes);
  }

  private static void replace(PyByteArray array, int start, int end, byte[] by) {
    int tail = array.size() - end;
    int size = Text.checkedLength((long) start + by.length + tail);
    byte[] moved = tail == 0 ? by : Arrays.copyOfRange(array.array(), end, end + tail);
    array.resize(size);
    if (tail > 0) {
      System.arraycopy(moved, 0, array.array(), start + by.length, tail);
    }
    System.arraycopy(by, 0, array.array(), start, by.length);
  }

  private static Object setItem(Object self, Object key, Object value) {
    PyByteArray array = (PyByteArray) self;
    if (!(key instanceof PySlice slice)) {
      ByteOperators.requireIndex(key, "bytearray");
      byte number = Buffers.toByte(value, RANGE); // may change the array
      int at = ByteOperators.index(key, array.size(), "bytearray");
      array.array()[at] = number;
      return PySingleton.NONE;
    }
    byte[] bytes = assigned(value);
    Slices.Range r = Slices.resolve(slice, array.size());
    if (r.step() == 1) {
      replace(array, r.start(), Math.max(r.start(), r.stop()), bytes);
      return PySingleton.NONE;
    }
    if (bytes.length == 0) {
      return deleteItem(self, key);
    }
    if (bytes.length != r.length()) {
      throw Errors.valueError(
          "attempt to assign bytes of size "
              + bytes.length
              + " to extended slice of size "
              + r.length());
    }
    for (int i = 0, at = r.start(); i < bytes.length; i++, at += r.step()) {
      array.array()[at] = bytes[i];
    }
    return PySingleton.NONE;
  }

  private static byte[] assigned(Object value) {
    byte[] bytes = Buffers.bytesOrNull(value);
    boolean isNumber = TextArguments.isIndex(value) || TextArguments.textOrNull(value) != null;
    if (bytes == null && !isNumber) {
      bytes = ByteOperators.fromIterable(value, "bytearray");
    }
    if (bytes == null) {
      throw Errors.typeError(
          "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    return bytes.clone();
  }

  private static Object deleteItem(Object self, Object key) {
    PyByteArray array = (PyByteArray) self;
    if (!(key instanceof PySlice slice)) {
      int at = ByteOperators.index(key, array.size(), "bytearray");
      replace(array, at, at + 1, new byte[0]);
      return PySingleton.NONE;
    }
    Slices.Range r = Slices.resolve(slice, array.size());
    if (r.step() == 1) {
      replace(array, r.start(), r.start() + r.length(), new byte[0]);
      return PySingleton.NONE;
    }
    boolean[] deleted = new boolean[array.size()];
    for (int i = 0, at = r.start(); i < r.length(); i++, at += r.step()) {
      deleted[at] = true;
    }
    int size = 0;
    for (int i = 0; i < deleted.length; i++) {
      if (!deleted[i]) {
        array.array()[size++] = array.array()[i];
      }
    }
    array.resize(size);
    return PySingleton.NONE;
  }
}
