package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Slices;

/** Arrays and lists of the host as sequences. */
final class HostArrays {
  /** How many elements are fetched at a time. */
  private static final int PORTION = 256;

  private HostArrays() {}

  static void define(TypeBuilder b) {
    b.method("__len__(self, /)", "Return len(self).", self -> (long) length(of(self)));
    b.method("__getitem__(self, key, /)", "Return self[key].", (self, key) -> get(of(self), key));
    b.method(
        "__setitem__(self, key, value, /)",
        "Set self[key] to value.",
        (self, key, value) -> set(of(self), key, value));
    b.method(
        "__delitem__(self, key, /)", "Delete self[key].", (self, key) -> delete(of(self), key));
    b.method("__iter__(self, /)", "Implement iter(self).", self -> new Elements(of(self)));
    b.method(
        "__contains__(self, key, /)",
        "Return key in self.",
        (self, key) -> contains(of(self), key));
    b.method(
        "append(self, object, /)",
        "Append object to the end of the list.",
        (self, value) -> append(of(self), value));
  }

  static void defineBytes(TypeBuilder b, boolean isBuffer) {
    b.method(
        "__bytes__(self, /)",
        "Return bytes(self).",
        self ->
            new PyBytes(
                of(self).tell(byte[].class, isBuffer ? HostArrays::buffer : HostArrays::bytes)));
    if (isBuffer) {
      b.method(
          "__len__(self, /)",
          "Return len(self).",
          self -> of(self).ask((interop, value, heap) -> interop.getBufferSize(value)));
    }
  }

  private static HostObject of(Object self) {
    return HostMethods.self(self);
  }

  private static Object buffer(InteropLibrary interop, Object value, Heap heap) throws Exception {
    byte[] all = new byte[(int) interop.getBufferSize(value)];
    interop.readBuffer(value, 0, all, 0, all.length);
    return all;
  }

  private static Object bytes(InteropLibrary interop, Object value, Heap heap) throws Exception {
    byte[] all = new byte[(int) interop.getArraySize(value)];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) interop.asInt(interop.readArrayElement(value, i));
    }
    return all;
  }

  private static int length(HostObject self) {
    return self.tell(Long.class, (interop, value, heap) -> interop.getArraySize(value)).intValue();
  }

  private static Object get(HostObject self, Object key) {
    if (key instanceof PySlice slice) {
      Slices.Range range = Slices.resolve(slice, length(self));
      PyList part = PyList.withCapacity(range.length());
      for (int i = 0, at = range.start(); i < range.length(); i++, at += range.step()) {
        long index = at;
        part.append(self.ask((interop, value, heap) -> interop.readArrayElement(value, index)));
      }
      return part;
    }
    long wanted = Items.toLong(Items.index(key));
    return self.ask(
        (interop, value, heap) -> interop.readArrayElement(value, index(interop, value, wanted)));
  }

  /** Counts from the end if negative. */
  private static long index(InteropLibrary interop, Object value, long index) throws Exception {
    return index < 0 ? index + interop.getArraySize(value) : index;
  }

  private static Object set(HostObject self, Object key, Object newValue) {
    long wanted = Items.toLong(Items.index(key));
    Object converted = Heap.current(self.program()).toHost(newValue);
    return self.ask(
        (interop, value, heap) -> {
          long index = index(interop, value, wanted);
          if (!interop.isArrayElementModifiable(value, index)) {
            throw refused(interop, value, index);
          }
          interop.writeArrayElement(value, index, converted);
          return PySingleton.NONE;
        });
  }

  private static Exception refused(InteropLibrary interop, Object value, long index) {
    return interop.isArrayElementExisting(value, index)
        ? new NotSupported("it cannot be changed")
        : InvalidArrayIndexException.create(index);
  }

  private static Object delete(HostObject self, Object key) {
    long wanted = Items.toLong(Items.index(key));
    return self.ask(
        (interop, value, heap) -> {
          long index = index(interop, value, wanted);
          if (!interop.isArrayElementRemovable(value, index)) {
            throw refused(interop, value, index);
          }
          interop.removeArrayElement(value, index);
          return PySingleton.NONE;
        });
  }

  private static Object append(HostObject self, Object newValue) {
    Object converted = Heap.current(self.program()).toHost(newValue);
    return self.ask(
        (interop, value, heap) -> {
          long size = interop.getArraySize(value);
          if (!interop.isArrayElementInsertable(value, size)) {
            throw new NotSupported("its length cannot be changed");
          }
          interop.writeArrayElement(value, size, converted);
          return PySingleton.NONE;
        });
  }

  private static Object contains(HostObject self, Object wanted) {
    Elements elements = new Elements(self);
    for (Object each = elements.next(); each != null; each = elements.next()) {
      if (Comparison.equal(each, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Fetches some elements at a time: each trip to the host's thread costs. */
  private static final class Elements extends PyIterator {
    private @Nullable HostObject array;
    private Object[] portion = NO_ARGUMENTS;
    private int position;
    private long fetched;

    Elements(HostObject array) {
      this.array = array;
    }

    @Override
    public @Nullable Object next() {
      if (position < portion.length) {
        return portion[position++];
      }
      HostObject from = array;
      if (from == null) {
        return null;
      }
      long start = fetched;
      // the first ones singly: most loops over lists of the host change nothing, some do
      int most = start == 0 ? 1 : PORTION;
      portion =
          from.tell(
              Object[].class, (interop, value, heap) -> fetch(interop, value, heap, start, most));
      position = 1;
      fetched += portion.length;
      if (portion.length == 0) {
        array = null;
        return null;
      }
      return portion[0];
    }

    private static Object fetch(
        InteropLibrary interop, Object value, Heap heap, long start, int most) throws Exception {
      int count = (int) Math.clamp(interop.getArraySize(value) - start, 0, most);
      Object[] elements = new Object[count];
      for (int i = 0; i < count; i++) {
        elements[i] = heap.toGuest(interop.readArrayElement(value, start + i));
      }
      return elements;
    }

    @Override
    public org.pyconc.objects.PyType type() {
      return HostIterator.TYPE;
    }
  }

  /** The host's object cannot do it: TypeError. */
  static final class NotSupported extends Exception {
    private static final long serialVersionUID = 1L;

    NotSupported(String message) {
      super(message, null, false, false);
    }
  }
}
