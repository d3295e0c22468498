package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;

/** A memoryview: a window on the bytes of another object, without a copy. */
public final class PyMemoryView extends PyObject {
  private @Nullable Object source;
  private final int start;
  private final int step;
  private final int count;
  private final String format;
  private final int itemSize;
  private final boolean isReadOnly;

  /**
   * A window on bytes.
   *
   * @param source a PyBytes, a PyByteArray or a BufferSource
   * @param start index of the first byte
   * @param step distance between bytes, not 0
   * @param length how many bytes
   */
  public PyMemoryView(Object source, int start, int step, int length) {
    this(source, start, step, length, "B", 1, isReadOnly(source));
  }

  private PyMemoryView(
      @Nullable Object source,
      int start,
      int step,
      int count,
      String format,
      int itemSize,
      boolean isReadOnly) {
    this.source = source;
    this.start = start;
    this.step = step;
    this.count = count;
    this.format = format;
    this.itemSize = itemSize;
    this.isReadOnly = isReadOnly;
  }

  /** A window on all items of an object. */
  public static PyMemoryView of(BufferSource source) {
    int size = source.itemSize();
    return new PyMemoryView(
        source,
        0,
        size,
        source.bufferSize() / size,
        source.itemFormat(),
        size,
        source.isReadOnly());
  }

  private static boolean isReadOnly(Object source) {
    return source instanceof PyBytes || (source instanceof BufferSource b && b.isReadOnly());
  }

  /** The object that the bytes belong to, or null once released. */
  public @Nullable Object source() {
    return source;
  }

  /** How many bytes it shows. */
  public int length() {
    return count * itemSize;
  }

  /** How many items it shows. */
  public int count() {
    return count;
  }

  /** What an item is, as a character of module {@code struct}. */
  public String format() {
    return format;
  }

  public int itemSize() {
    return itemSize;
  }

  /** Whether the items stand one behind the other. */
  public boolean isContiguous() {
    return step == itemSize || count <= 1;
  }

  /** How many bytes there are from one item to the next. */
  public int step() {
    return step;
  }

  public boolean isReadOnly() {
    return isReadOnly;
  }

  /** A part of this window. */
  public PyMemoryView part(int from, int partStep, int partLength) {
    return new PyMemoryView(
        source, start + from * step, step * partStep, partLength, format, itemSize, isReadOnly);
  }

  /** The same bytes as other items; the window must be contiguous. */
  public PyMemoryView cast(String newFormat, int newSize) {
    return new PyMemoryView(
        source, start, newSize, length() / newSize, newFormat, newSize, isReadOnly);
  }

  /** The same window, through which nothing can be changed. */
  public PyMemoryView readOnly() {
    return new PyMemoryView(source, start, step, count, format, itemSize, true);
  }

  /** The same window on another object; released if there is none. */
  public PyMemoryView over(@Nullable Object other) {
    return new PyMemoryView(other, start, step, count, format, itemSize, isReadOnly);
  }

  private byte[] array() {
    return switch (source) {
      case PyBytes b -> b.array();
      case PyByteArray b -> b.array();
      case BufferSource b -> b.buffer();
      case null, default ->
          throw Errors.valueError("operation forbidden on released memoryview object");
    };
  }

  private int place(int index) {
    return itemSize == 1
        ? start + index * step
        : start + index / itemSize * step + index % itemSize;
  }

  /** The byte at an index from 0 to before {@link #length}. */
  public byte get(int index) {
    checkSize();
    return array()[place(index)];
  }

  public void set(int index, byte value) {
    checkSize();
    array()[place(index)] = value;
  }

  /** CPython forbids to shrink a bytearray that has a view; here the view refuses later. */
  private void checkSize() {
    if (count == 0) {
      return;
    }
    int last = Math.max(start, start + (count - 1) * step) + itemSize - 1;
    boolean isOutside =
        (source instanceof PyByteArray b && last >= b.size())
            || (source instanceof BufferSource s && last >= s.bufferSize());
    if (isOutside) {
      throw Errors.of(
          ExceptionTypes.BUFFER_ERROR,
          source instanceof PyByteArray
              ? "the bytearray of this memoryview has become smaller"
              : "the object of this memoryview has become smaller");
    }
  }

  /** The bytes in a new array. */
  public byte[] toArray() {
    checkSize();
    byte[] bytes = new byte[length()];
    byte[] from = array();
    if (bytes.length == 0) {
      return bytes;
    }
    if (isContiguous()) {
      System.arraycopy(from, start, bytes, 0, bytes.length);
      return bytes;
    }
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = from[place(i)];
    }
    return bytes;
  }

  /** Gives up the window. */
  public void release() {
    source = null;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.MEMORYVIEW;
  }
}
