package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;

/** A memoryview: a window on the bytes of a bytes object or bytearray, without a copy. */
public final class PyMemoryView extends PyObject {
  private @Nullable Object source;
  private final int start;
  private final int step;
  private final int length;

  /**
   * A window.
   *
   * @param source a PyBytes or a PyByteArray
   * @param start index of the first byte
   * @param step distance between bytes, not 0
   * @param length how many bytes
   */
  public PyMemoryView(Object source, int start, int step, int length) {
    this.source = source;
    this.start = start;
    this.step = step;
    this.length = length;
  }

  /** The object that the bytes belong to, or null once released. */
  public @Nullable Object source() {
    return source;
  }

  public int length() {
    return length;
  }

  /** Whether the bytes stand one behind the other. */
  public boolean isContiguous() {
    return step == 1 || length <= 1;
  }

  public int step() {
    return step;
  }

  public boolean isReadOnly() {
    return source instanceof PyBytes;
  }

  /** A part of this window. */
  public PyMemoryView part(int from, int partStep, int partLength) {
    Object s = source;
    if (s == null) {
      throw new IllegalStateException("released");
    }
    return new PyMemoryView(s, start + from * step, step * partStep, partLength);
  }

  /** The same window on another object; released if there is none. */
  public PyMemoryView over(@Nullable Object other) {
    PyMemoryView made = new PyMemoryView(PyBytes.EMPTY, start, step, length);
    made.source = other;
    return made;
  }

  private byte[] array() {
    return switch (source) {
      case PyBytes b -> b.array();
      case PyByteArray b -> b.array();
      case null, default -> throw new IllegalStateException("released");
    };
  }

  public byte get(int index) {
    checkSize();
    return array()[start + index * step];
  }

  public void set(int index, byte value) {
    checkSize();
    array()[start + index * step] = value;
  }

  /** CPython forbids to shrink a bytearray that has a view; here the view refuses later. */
  private void checkSize() {
    int last = Math.max(start, start + (length - 1) * step);
    if (length > 0 && source instanceof PyByteArray b && last >= b.size()) {
      throw Errors.of(
          ExceptionTypes.BUFFER_ERROR, "the bytearray of this memoryview has become smaller");
    }
  }

  /** The bytes in a new array. */
  public byte[] toArray() {
    checkSize();
    byte[] from = array();
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = from[start + i * step];
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
