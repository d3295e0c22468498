package org.pyconc.objects;

import java.util.Arrays;

/** A bytearray: bytes that can be changed. */
public final class PyByteArray extends PyObject {
  private byte[] bytes;
  private int size;
  private boolean isShared;

  /** Takes over the array. */
  public PyByteArray(byte[] bytes) {
    this.bytes = bytes;
    this.size = bytes.length;
  }

  /** One whose copies in other processes have the same array. */
  public static PyByteArray shared(byte[] bytes) {
    PyByteArray made = new PyByteArray(bytes);
    made.isShared = true;
    return made;
  }

  /** Whether copies have the same array. */
  public boolean isShared() {
    return isShared;
  }

  /** The array behind it, valid up to {@code size()} and until it changes. */
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return size;
  }

  /** Changes the size; new bytes are 0. */
  public void resize(int newSize) {
    if (newSize > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(newSize, bytes.length + (bytes.length >> 1)));
    } else if (newSize < size) {
      Arrays.fill(bytes, newSize, size, (byte) 0);
    }
    size = newSize;
  }

  /** Takes over an array as the new content. */
  public void replaceAll(byte[] newBytes) {
    bytes = newBytes;
    size = newBytes.length;
  }

  /** The bytes in a new array. */
  public byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public PyType type() {
    return BuiltinTypes.BYTEARRAY;
  }
}
