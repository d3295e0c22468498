package org.pyconc.stdlib.multiprocessing;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Values of a type of C one after the other, in memory that processes share. */
final class CArray extends PyInstance implements Transferable {
  final CType element;
  final int length;
  final byte[] memory;

  CArray(CType element, int length) {
    this(element, length, new byte[Math.multiplyExact(element.size, length)]);
  }

  private CArray(CType element, int length, byte[] memory) {
    super(ARRAY);
    this.element = element;
    this.length = length;
    this.memory = memory;
  }

  static final PyType ARRAY =
      new PyType(
          "multiprocessing.sharedctypes.c_array",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          CArray::define);

  private static void define(TypeBuilder b) {
    b.method("__len__(self, /)", "len(self)", self -> (long) ((CArray) self).length);
    b.method("__getitem__(self, key, /)", "An item or several.", CArray::get);
    b.method("__setitem__(self, key, value, /)", "Sets an item or several.", CArray::set);
    b.method("__repr__(self, /)", "repr(self)", self -> ((CArray) self).repr());
    b.getSet("value", "The text before the first zero.", CArray::text, CArray::setText);
    b.getSet("raw", "All bytes.", CArray::raw, CArray::setRaw);
  }

  private String repr() {
    return "<multiprocessing.sharedctypes."
        + element.type.name()
        + "_Array_"
        + length
        + " object at "
        + Text.address(this)
        + ">";
  }

  void fill(Object[] values) {
    for (int i = 0; i < length; i++) {
      element.store(memory, i, values[i]);
    }
  }

  private int index(Object key) {
    if (PyType.of(key).lookup("__index__") == null) {
      throw Errors.typeError("indices must be integers");
    }
    long at = Items.toLong(key);
    if (at < 0) {
      at += length;
    }
    if (at < 0 || at >= length) {
      throw Errors.indexError("invalid index");
    }
    return (int) at;
  }

  static Object get(Object o, Object key) {
    CArray self = (CArray) o;
    VarHandle.acquireFence(); // others may write: do not keep what was read before
    if (!(key instanceof PySlice slice)) {
      return self.element.load(self.memory, self.index(key));
    }
    Slices.Range range = Slices.resolve(slice, self.length);
    switch (self.element) {
      case CHAR -> {
        byte[] bytes = new byte[range.length()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = self.memory[range.start() + i * range.step()];
        }
        return new PyBytes(bytes);
      }
      case WCHAR -> {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < range.length(); i++) {
          text.append(Text.java(self.element.load(self.memory, range.start() + i * range.step())));
        }
        return WideString.of(text.toString());
      }
      default -> {
        PyList items = new PyList();
        for (int i = 0; i < range.length(); i++) {
          items.append(self.element.load(self.memory, range.start() + i * range.step()));
        }
        return items;
      }
    }
  }

  static Object set(Object o, Object key, Object value) {
    CArray self = (CArray) o;
    if (key instanceof PySlice slice) {
      Slices.Range range = Slices.resolve(slice, self.length);
      Object[] values = Iteration.toArray(value);
      if (values.length != range.length()) {
        throw Errors.valueError("Can only assign sequence of same size");
      }
      for (int i = 0; i < values.length; i++) {
        self.element.store(self.memory, range.start() + i * range.step(), values[i]);
      }
    } else {
      self.element.store(self.memory, self.index(key), value);
    }
    VarHandle.releaseFence();
    return PySingleton.NONE;
  }

  private static Object text(Object o) {
    CArray self = (CArray) o;
    VarHandle.acquireFence();
    int end = 0;
    switch (self.element) {
      case CHAR -> {
        while (end < self.length && self.memory[end] != 0) {
          end++;
        }
        return new PyBytes(Arrays.copyOf(self.memory, end));
      }
      case WCHAR -> {
        StringBuilder text = new StringBuilder();
        for (; end < self.length; end++) {
          String each = Text.java(self.element.load(self.memory, end));
          if (each.equals("\0")) {
            break;
          }
          text.append(each);
        }
        return WideString.of(text.toString());
      }
      default -> throw Errors.noAttribute(o, "value");
    }
  }

  private static Object setText(Object o, Object value) {
    CArray self = (CArray) o;
    Object plain = PyPayloadInstance.unwrap(value);
    switch (self.element) {
      case CHAR -> {
        if (!(plain instanceof PyBytes bytes)) {
          throw Errors.typeError(
              "bytes expected instead of " + PyType.of(value).name() + " instance");
        }
        if (bytes.size() > self.length) {
          throw Errors.valueError("byte string too long");
        }
        System.arraycopy(bytes.array(), 0, self.memory, 0, bytes.size());
        if (bytes.size() < self.length) {
          self.memory[bytes.size()] = 0;
        }
      }
      case WCHAR -> {
        Object[] letters = Iteration.toArray(plain);
        if (letters.length > self.length) {
          throw Errors.valueError("string too long");
        }
        for (int i = 0; i < letters.length; i++) {
          self.element.store(self.memory, i, letters[i]);
        }
        if (letters.length < self.length) {
          self.element.store(self.memory, letters.length, "\0");
        }
      }
      default -> throw Errors.noAttribute(o, "value");
    }
    VarHandle.releaseFence();
    return PySingleton.NONE;
  }

  private static Object raw(Object o) {
    CArray self = (CArray) o;
    if (self.element != CType.CHAR) {
      throw Errors.noAttribute(o, "raw");
    }
    VarHandle.acquireFence();
    return new PyBytes(self.memory.clone());
  }

  private static Object setRaw(Object o, Object value) {
    CArray self = (CArray) o;
    if (self.element != CType.CHAR) {
      throw Errors.noAttribute(o, "raw");
    }
    byte[] bytes = Buffers.bytes(value);
    if (bytes.length > self.length) {
      throw Errors.valueError("byte string too long");
    }
    System.arraycopy(bytes, 0, self.memory, 0, bytes.length);
    VarHandle.releaseFence();
    return PySingleton.NONE;
  }

  @Override
  public Object copy(Copier copier) {
    CArray copy = new CArray(element, length, memory);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
