package org.pyconc.objects;

/** A bytes object. The array belongs to it and is not written to after construction. */
public final class PyBytes extends PyObject {
  public static final PyBytes EMPTY = new PyBytes(new byte[0]);

  private final byte[] bytes;

  /** Takes over the array. */
  public PyBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The object's own array: read only. */
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return bytes.length;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.BYTES;
  }
}
