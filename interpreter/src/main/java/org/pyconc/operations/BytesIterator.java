package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** Goes through bytes or a bytearray, which may change meanwhile. */
public final class BytesIterator extends PyIterator {
  private final PyType type;
  private @Nullable Object bytes;
  private int index;

  /** An iterator over a PyBytes or a PyByteArray. */
  public BytesIterator(Object bytes) {
    this.bytes = bytes;
    this.type =
        bytes instanceof PyBytes ? BuiltinTypes.BYTES_ITERATOR : BuiltinTypes.BYTEARRAY_ITERATOR;
  }

  @Override
  public @Nullable Object next() {
    if (bytes instanceof PyBytes b && index < b.size()) {
      return (long) (b.array()[index++] & 0xFF);
    }
    if (bytes instanceof PyByteArray b && index < b.size()) {
      return (long) (b.array()[index++] & 0xFF);
    }
    bytes = null;
    return null;
  }

  /** How many are to come. */
  public int remaining() {
    int size =
        switch (bytes) {
          case PyBytes b -> b.size();
          case PyByteArray b -> b.size();
          case null, default -> 0;
        };
    return Math.max(0, size - index);
  }

  @Override
  public PyTuple reduction() {
    Object b = bytes;
    return b == null
        ? IteratorReductions.iter(PyTuple.EMPTY)
        : IteratorReductions.iterAt(b, (long) index);
  }

  @Override
  public void restore(Object state) {
    if (bytes != null) {
      index = IteratorReductions.place(state, 0, index + remaining());
    }
  }

  @Override
  public PyType type() {
    return type;
  }
}
