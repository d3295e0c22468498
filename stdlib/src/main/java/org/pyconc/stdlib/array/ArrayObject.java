package org.pyconc.stdlib.array;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.IteratorMethods;
import org.pyconc.objects.BufferSource;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.IteratorReductions;
import org.pyconc.operations.PatternMatching;
import org.pyconc.operations.RawNumbers;
import org.pyconc.transfer.Refillable;

/** {@code array.array}: numbers of one kind, as bytes. */
final class ArrayObject extends PyInstance implements BufferSource, Refillable {
  static final PyType TYPE =
      new PyType(
              "array.array",
              BuiltinTypes.OBJECT,
              true,
              t -> new ArrayObject(t, ItemKind.BYTE),
              b -> {
                ArrayMethods.define(b);
                ArrayOperators.define(b);
              })
          .withPatternKind(PatternMatching.SEQUENCE);

  private ItemKind kind;
  private byte[] bytes = {};
  private int count;

  ArrayObject(PyType type, ItemKind kind) {
    super(type);
    this.kind = kind;
  }

  ArrayObject(ItemKind kind) {
    this(TYPE, kind);
  }

  ItemKind kind() {
    return kind;
  }

  int count() {
    return count;
  }

  Object get(int index) {
    return kind.read(bytes, index * kind.size);
  }

  void set(int index, Object value) {
    long bits = kind.bits(value);
    RawNumbers.put(bytes, index * kind.size, kind.size, false, bits);
  }

  void append(Object value) {
    long bits = kind.bits(value);
    reserve(1);
    RawNumbers.put(bytes, count * kind.size, kind.size, false, bits);
    count++;
  }

  private void reserve(int more) {
    long needed = (long) (count + more) * kind.size;
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, bytes.length * 2L)));
    }
  }

  /** Inserts a value before an index from 0 to {@code count()}. */
  void insert(int index, Object value) {
    append(value);
    byte[] item = Arrays.copyOfRange(bytes, (count - 1) * kind.size, count * kind.size);
    int at = index * kind.size;
    System.arraycopy(bytes, at, bytes, at + kind.size, (count - 1 - index) * kind.size);
    System.arraycopy(item, 0, bytes, at, kind.size);
  }

  /** Replaces the items from {@code start} to before {@code end} by those in some bytes. */
  void replace(int start, int end, byte[] by) {
    byte[] all = new byte[by.length + (count - (end - start)) * kind.size];
    System.arraycopy(bytes, 0, all, 0, start * kind.size);
    System.arraycopy(by, 0, all, start * kind.size, by.length);
    System.arraycopy(
        bytes, end * kind.size, all, start * kind.size + by.length, (count - end) * kind.size);
    bytes = all;
    count = all.length / kind.size;
  }

  /** The items in their bytes, in a new array. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, count * kind.size);
  }

  /** Takes over bytes as the whole content. */
  ArrayObject of(byte[] content) {
    bytes = content;
    count = content.length / kind.size;
    return this;
  }

  /** The items that a slice means, as bytes. */
  byte[] slice(int start, int step, int length) {
    byte[] part = new byte[length * kind.size];
    for (int i = 0; i < length; i++) {
      System.arraycopy(bytes, (start + i * step) * kind.size, part, i * kind.size, kind.size);
    }
    return part;
  }

  @Override
  public byte[] buffer() {
    return bytes;
  }

  @Override
  public int bufferSize() {
    return count * kind.size;
  }

  @Override
  public String itemFormat() {
    return kind == ItemKind.TEXT ? "w" : String.valueOf(kind.code);
  }

  @Override
  public int itemSize() {
    return kind.size;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public ArrayObject emptyCopy(PyType type) {
    return new ArrayObject(type, kind);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    ArrayObject other = (ArrayObject) original;
    kind = other.kind;
    bytes = other.toBytes();
    count = other.count;
  }

  /** Goes through an array. */
  static final class Iterator extends PyIterator {
    private static final PyType TYPE =
        BuiltinTypes.iterator("array.arrayiterator", false, IteratorMethods::defineSetState);

    private @Nullable ArrayObject array;
    private int index;

    Iterator(ArrayObject array) {
      this.array = array;
    }

    @Override
    public @Nullable Object next() {
      ArrayObject a = array;
      if (a == null || index >= a.count) {
        array = null;
        return null;
      }
      return a.get(index++);
    }

    @Override
    public PyTuple reduction() {
      ArrayObject a = array;
      return a == null
          ? IteratorReductions.iter(PyTuple.EMPTY)
          : IteratorReductions.iterAt(a, (long) index);
    }

    @Override
    public void restore(Object state) {
      ArrayObject a = array;
      if (a != null) {
        index = IteratorReductions.place(state, 0, a.count);
      }
    }

    @Override
    public PyType type() {
      return TYPE;
    }
  }
}
