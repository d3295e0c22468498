package org.pyconc.builtins;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.BytesIterator;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Text;

/**
 * The type memoryview, for one-dimensional views of bytes (format {@code 'B'}).
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#memory-views">Memory Views</a>
 */
final class MemoryViewType {
  private MemoryViewType() {}

  static void define(TypeBuilder b) {
    b.doc("Create a new memoryview object which references the given object.");
    b.staticMethod("__new__(cls, object)", "Create and return a new object.", a -> make(a[1]));
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self ->
            (((PyMemoryView) self).source() == null ? "<released memory at " : "<memory at ")
                + Text.address(self)
                + ">");
    b.method("__len__(self, /)", "Return len(self).", self -> (long) view(self).length());
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        self -> new BytesIterator(new PyBytes(view(self).toArray())));
    b.method("__getitem__(self, key, /)", "Return self[key].", MemoryViewType::item);
    b.method(
        "__setitem__(self, key, value, /)", "Set self[key] to value.", MemoryViewType::setItem);
    b.method("__eq__(self, value, /)", "Return self==value.", MemoryViewType::isEqual);
    b.method("__hash__(self, /)", "Return hash(self).", MemoryViewType::hash);
    b.method("__enter__(self, /)", "Enter the runtime context.", MemoryViewType::view);
    b.methodN("__exit__(self, /, *args)", "Release the view.", a -> release((PyMemoryView) a[0]));
    b.method(
        "release(self, /)",
        "Release the underlying buffer exposed by the memoryview object.",
        self -> release((PyMemoryView) self));
    b.method(
        "tobytes(self, /, order=None)",
        "Return the data in the buffer as a byte string.",
        (self, order) -> new PyBytes(view(self).toArray()));
    b.method(
        "tolist(self, /)",
        "Return the data in the buffer as a list of elements.",
        self -> {
          PyList list = new PyList();
          for (byte each : view(self).toArray()) {
            list.append((long) (each & 0xFF));
          }
          return list;
        });
    b.method(
        "hex(self, sep=<unrepresentable>, bytes_per_sep=1)",
        "Return the data in the buffer as a str of hexadecimal numbers.",
        (self, sep, group) -> Hex.format(view(self).toArray(), sep, group));
    b.method(
        "toreadonly(self, /)",
        "Return a readonly version of the memoryview.",
        self -> new PyMemoryView(new PyBytes(view(self).toArray()), 0, 1, view(self).length()));
    attributes(b);
  }

  private static void attributes(TypeBuilder b) {
    b.getter("obj", "The underlying object of the memoryview.", MemoryViewType::source);
    b.getter("nbytes", "The amount of bytes.", self -> (long) view(self).length());
    b.getter("itemsize", "The size in bytes of each element.", self -> 1L);
    b.getter("format", "The format of each element.", self -> "B");
    b.getter("ndim", "The number of dimensions.", self -> 1L);
    b.getter(
        "shape", "The length of each dimension.", self -> PyTuple.of((long) view(self).length()));
    b.getter("strides", "Bytes between elements.", self -> PyTuple.of((long) view(self).step()));
    b.getter("readonly", "Whether the memory is read only.", self -> view(self).isReadOnly());
    b.getter("contiguous", "Whether it is contiguous.", self -> view(self).isContiguous());
    b.getter("c_contiguous", "Whether it is contiguous.", self -> view(self).isContiguous());
    b.getter("f_contiguous", "Whether it is contiguous.", self -> view(self).isContiguous());
  }

  private static Object make(Object object) {
    return switch (PyPayloadInstance.unwrap(object)) {
      case PyBytes s -> new PyMemoryView(s, 0, 1, s.size());
      case PyByteArray s -> new PyMemoryView(s, 0, 1, s.size());
      case PyMemoryView v -> view(v).part(0, 1, v.length());
      default ->
          throw Errors.typeError(
              "memoryview: a bytes-like object is required, not '"
                  + PyType.of(object).name()
                  + "'");
    };
  }

  /** The receiver, if it was not released. */
  private static PyMemoryView view(Object self) {
    PyMemoryView view = (PyMemoryView) self;
    if (view.source() == null) {
      throw Errors.valueError("operation forbidden on released memoryview object");
    }
    return view;
  }

  private static Object source(Object self) {
    Object source = view(self).source();
    return source == null ? PySingleton.NONE : source;
  }

  private static Object release(PyMemoryView view) {
    view.release();
    return PySingleton.NONE;
  }

  private static Object item(Object self, Object key) {
    PyMemoryView view = view(self);
    if (key instanceof PySlice slice) {
      Slices.Range r = Slices.resolve(slice, view.length());
      return view.part(r.start(), r.step(), r.length());
    }
    return (long) (view.get(index(view, key)) & 0xFF);
  }

  private static int index(PyMemoryView view, Object key) {
    if (!TextArguments.isIndex(key)) {
      throw Errors.typeError("memoryview: invalid slice key");
    }
    try {
      return TextArguments.index(key, view.length(), "");
    } catch (PyException e) {
      throw Errors.indexError("index out of bounds on dimension 1");
    }
  }

  private static Object setItem(Object self, Object key, Object value) {
    PyMemoryView view = view(self);
    if (view.isReadOnly()) {
      throw Errors.typeError("cannot modify read-only memory");
    }
    if (key instanceof PySlice slice) {
      Slices.Range r = Slices.resolve(slice, view.length());
      byte[] bytes = Buffers.bytes(value).clone();
      if (bytes.length != r.length()) {
        throw Errors.valueError(
            "memoryview assignment: lvalue and rvalue have different structures");
      }
      for (int i = 0, at = r.start(); i < bytes.length; i++, at += r.step()) {
        view.set(at, bytes[i]);
      }
      return PySingleton.NONE;
    }
    int at = index(view, key);
    if (!TextArguments.isIndex(value)) {
      throw Errors.typeError("memoryview: invalid type for format 'B'");
    }
    view.set(at, Buffers.toByte(value, "memoryview: invalid value for format 'B'"));
    return PySingleton.NONE;
  }

  private static Object isEqual(Object self, Object value) {
    if (self == value) {
      return true;
    }
    byte[] other = Buffers.bytesOrNull(value);
    return other == null
        ? PySingleton.NOT_IMPLEMENTED
        : (Object) Arrays.equals(view(self).toArray(), other);
  }

  private static Object hash(Object self) {
    if (!view(self).isReadOnly()) {
      throw Errors.valueError("cannot hash writable memoryview object");
    }
    return Hashing.hash(new PyBytes(view(self).toArray()));
  }
}
