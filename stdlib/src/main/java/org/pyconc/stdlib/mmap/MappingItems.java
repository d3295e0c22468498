package org.pyconc.stdlib.mmap;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Slices;

/** What {@code mmap.mmap} does with brackets. */
final class MappingItems {
  private MappingItems() {}

  static void define(TypeBuilder b) {
    b.method("__len__(self, /)", "Return len(self).", s -> (long) ((MappedFile) s).length());
    b.method("__getitem__(self, key, /)", "Return self[key].", MappingItems::get);
    b.method("__setitem__(self, key, value, /)", "Set self[key] to value.", MappingItems::set);
    b.method(
        "__delitem__(self, key, /)",
        "Delete self[key].",
        (self, key) -> {
          throw Errors.typeError("mmap doesn't support item deletion");
        });
    b.method("__iter__(self, /)", "Implement iter(self).", s -> new Each((MappedFile) s, 1));
    b.method("__reversed__(self, /)", "From the end.", s -> new Each((MappedFile) s, -1));
  }

  private static Object get(Object self, Object key) {
    MappedFile file = (MappedFile) self;
    if (key instanceof PySlice slice) {
      Slices.Range range = Slices.resolve(slice, file.length());
      if (range.step() == 1) {
        return new PyBytes(file.bytes(range.start(), range.start() + range.length()));
      }
      byte[] found = new byte[range.length()];
      for (int i = 0; i < found.length; i++) {
        found[i] = file.memory().get(range.start() + i * range.step());
      }
      return new PyBytes(found);
    }
    return (long) (file.memory().get(index(file, key)) & 0xff);
  }

  private static int index(MappedFile file, Object key) {
    if (!isIndex(key)) {
      throw Errors.typeError("mmap indices must be integers");
    }
    long given = Items.toLong(key);
    long index = given < 0 ? given + file.length() : given;
    if (index < 0 || index >= file.length()) {
      throw Errors.indexError("mmap index out of range");
    }
    return (int) index;
  }

  private static boolean isIndex(Object value) {
    return value instanceof Long || PyType.of(value).lookup("__index__") != null;
  }

  private static Object set(Object self, Object key, Object value) {
    MappedFile file = (MappedFile) self;
    int size = file.writable().capacity();
    if (key instanceof PySlice slice) {
      Slices.Range range = Slices.resolve(slice, size);
      byte[] bytes = Buffers.bytes(value);
      if (bytes.length != range.length()) {
        throw Errors.indexError("mmap slice assignment is wrong size");
      }
      for (int i = 0; i < bytes.length; i++) {
        file.writable().put(range.start() + i * range.step(), bytes[i]);
      }
      return PySingleton.NONE;
    }
    int index = index(file, key);
    if (!isIndex(value)) {
      throw Errors.typeError("mmap item value must be an int");
    }
    long item = Items.toLong(value);
    if (item < 0 || item > 255) {
      throw Errors.valueError("mmap item value must be in range(0, 256)");
    }
    file.writable().put(index, (byte) item);
    return PySingleton.NONE;
  }

  /** The bytes one after the other, each as bytes. */
  private static final class Each extends PyIterator {
    private static final PyType TYPE = BuiltinTypes.iterator("mmap.iterator", false, b -> {});

    private final MappedFile file;
    private final int step;
    private int index;

    Each(MappedFile file, int step) {
      this.file = file;
      this.step = step;
      this.index = step > 0 ? 0 : file.length() - 1;
    }

    @Override
    public @Nullable Object next() {
      int at = index;
      if (at < 0 || at >= file.length()) {
        return null;
      }
      index += step;
      return new PyBytes(file.bytes(at, at + 1));
    }

    @Override
    public PyType type() {
      return TYPE;
    }
  }
}
