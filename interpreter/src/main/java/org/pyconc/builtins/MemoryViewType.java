package org.pyconc.builtins;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BufferSource;
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
import org.pyconc.objects.Unset;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.ItemFormat;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Text;

/**
 * The type memoryview, for views of one dimension.
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
    b.method("__len__(self, /)", "Return len(self).", self -> (long) view(self).count());
    b.method(
        "__iter__(self, /)", "Implement iter(self).", self -> Iteration.iter(list(view(self))));
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
        self -> list(view(self)));
    b.method(
        "hex(self, sep=<unrepresentable>, bytes_per_sep=1)",
        "Return the data in the buffer as a str of hexadecimal numbers.",
        (self, sep, group) -> Hex.format(view(self).toArray(), sep, group));
    b.method(
        "toreadonly(self, /)",
        "Return a readonly version of the memoryview.",
        self -> view(self).readOnly());
    b.method(
        "cast(self, /, format, shape=<unrepresentable>)",
        "Cast a memoryview to a new format or shape.",
        MemoryViewType::cast);
    b.method("__contains__(self, key, /)", "Return key in self.", MemoryViewType::contains);
    attributes(b);
  }

  private static void attributes(TypeBuilder b) {
    b.getter("obj", "The underlying object of the memoryview.", MemoryViewType::source);
    b.getter("nbytes", "The amount of bytes.", self -> (long) view(self).length());
    b.getter(
        "itemsize", "The size in bytes of each element.", self -> (long) view(self).itemSize());
    b.getter("format", "The format of each element.", self -> view(self).format());
    b.getter(
        "ndim",
        "The number of dimensions.",
        self -> {
          PyMemoryView ignored = view(self);
          return 1L;
        });
    b.getter(
        "suboffsets",
        "Used by views of pointers alone: empty.",
        self -> {
          PyMemoryView ignored = view(self);
          return PyTuple.EMPTY;
        });
    b.getter(
        "shape", "The length of each dimension.", self -> PyTuple.of((long) view(self).count()));
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
      case PyMemoryView v -> view(v).part(0, 1, v.count());
      case BufferSource s -> PyMemoryView.of(s);
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
      Slices.Range r = Slices.resolve(slice, view.count());
      return view.part(r.start(), r.step(), r.length());
    }
    return ItemFormat.read(view.format(), one(view, index(view, key)), 0);
  }

  private static int index(PyMemoryView view, Object key) {
    if (key instanceof PyTuple tuple) {
      throw manyDimensions(tuple);
    }
    if (!TextArguments.isIndex(key)) {
      throw Errors.typeError("memoryview: invalid slice key");
    }
    try {
      return TextArguments.index(key, view.count(), "");
    } catch (PyException e) {
      throw Errors.indexError("index out of bounds on dimension 1");
    }
  }

  private static PyException manyDimensions(PyTuple key) {
    boolean areSlices = key.size() > 0;
    boolean areIndices = true;
    for (Object each : key.items()) {
      areSlices &= each instanceof PySlice;
      areIndices &= TextArguments.isIndex(each);
    }
    if (areIndices) {
      return key.size() == 0
          ? Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, "sub-views are not implemented")
          : Errors.typeError("cannot index 1-dimension view with " + key.size() + "-element tuple");
    }
    return areSlices
        ? Errors.of(
            ExceptionTypes.NOT_IMPLEMENTED_ERROR, "multi-dimensional slicing is not implemented")
        : Errors.typeError("memoryview: invalid slice key");
  }

  private static Object setItem(Object self, Object key, Object value) {
    PyMemoryView view = view(self);
    if (view.isReadOnly()) {
      throw Errors.typeError("cannot modify read-only memory");
    }
    if (key instanceof PySlice slice) {
      Slices.Range r = Slices.resolve(slice, view.count());
      byte[] bytes = Buffers.bytes(value).clone();
      if (bytes.length != r.length() * view.itemSize()
          || (value instanceof PyMemoryView v && !v.format().equals(view.format()))) {
        throw Errors.valueError(
            "memoryview assignment: lvalue and rvalue have different structures");
      }
      PyMemoryView part = view.part(r.start(), r.step(), r.length());
      for (int i = 0; i < bytes.length; i++) {
        part.set(i, bytes[i]);
      }
      return PySingleton.NONE;
    }
    int at = index(view, key);
    byte[] item = ItemFormat.write(view.format(), value);
    for (int i = 0; i < item.length; i++) {
      view.set(at * item.length + i, item[i]);
    }
    return PySingleton.NONE;
  }

  private static Object isEqual(Object self, Object value) {
    if (self == value) {
      return true;
    }
    if (((PyMemoryView) self).source() == null
        || value instanceof PyMemoryView v && v.source() == null) {
      return false;
    }
    byte[] other = Buffers.bytesOrNull(value);
    if (other == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    PyMemoryView view = view(self);
    String format =
        switch (PyPayloadInstance.unwrap(value)) {
          case PyMemoryView v -> v.format();
          case BufferSource s -> s.itemFormat();
          default -> "B";
        };
    if (format.equals(view.format())) {
      return Arrays.equals(view.toArray(), other);
    }
    int size = ItemFormat.size(format);
    if (size == 0 || other.length / size != view.count()) {
      return false;
    }
    byte[] own = view.toArray();
    for (int i = 0; i < view.count(); i++) {
      if (!Comparison.equal(
          ItemFormat.read(view.format(), own, i * view.itemSize()),
          ItemFormat.read(format, other, i * size))) {
        return false;
      }
    }
    return true;
  }

  private static PyList list(PyMemoryView view) {
    byte[] bytes = view.toArray();
    PyList list = PyList.withCapacity(view.count());
    for (int i = 0; i < view.count(); i++) {
      list.append(ItemFormat.read(view.format(), bytes, i * view.itemSize()));
    }
    return list;
  }

  private static Object contains(Object self, Object value) {
    return Items.contains(list(view(self)), value);
  }

  private static byte[] one(PyMemoryView view, int index) {
    byte[] item = new byte[view.itemSize()];
    for (int i = 0; i < item.length; i++) {
      item[i] = view.get(index * item.length + i);
    }
    return item;
  }

  private static Object cast(Object self, Object given, Object shape) {
    PyMemoryView view = view(self);
    String format = Text.javaArgument(given, "cast", "format");
    int size = ItemFormat.size(format);
    if (!view.isContiguous()) {
      throw Errors.typeError("memoryview: casts are restricted to C-contiguous views");
    }
    if (size == 0) {
      throw Errors.valueError(
          "memoryview: destination format must be a native single character format prefixed"
              + " with an optional '@'");
    }
    if (!isByte(format) && !isByte(view.format())) {
      throw Errors.typeError("memoryview: cannot cast between two non-byte formats");
    }
    if (view.length() % size != 0) {
      throw Errors.typeError("memoryview: length is not a multiple of itemsize");
    }
    if (shape != Unset.UNSET) {
      Object[] dimensions = Iteration.toArray(shape);
      if (dimensions.length != 1) {
        throw Errors.of(
            ExceptionTypes.NOT_IMPLEMENTED_ERROR,
            "memoryview: only views of one dimension are supported");
      }
      if (Items.toLong(dimensions[0]) * size != view.length()) {
        throw Errors.typeError("memoryview: product(shape) * itemsize != buffer size");
      }
    }
    return view.cast(format, size);
  }

  private static boolean isByte(String format) {
    return ItemFormat.size(format) == 1 && !format.endsWith("?");
  }

  private static Object hash(Object self) {
    if (!view(self).isReadOnly()) {
      throw Errors.valueError("cannot hash writable memoryview object");
    }
    if (!isByte(view(self).format())) {
      throw Errors.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    return Hashing.hash(new PyBytes(view(self).toArray()));
  }
}
