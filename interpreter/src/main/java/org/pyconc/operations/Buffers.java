package org.pyconc.operations;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BufferSource;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;

/** What bytes-like values contain. */
public final class Buffers {
  private Buffers() {}

  /** The bytes of a bytes-like value, read only, or null if it is none. */
  public static byte @Nullable [] bytesOrNull(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case PyBytes b -> b.array();
      case PyByteArray b -> b.array().length == b.size() ? b.array() : b.toArray();
      case PyMemoryView v -> v.toArray();
      case BufferSource s -> Arrays.copyOf(s.buffer(), s.bufferSize());
      default -> null;
    };
  }

  /** The length of an argument that must be bytes-like and not read only. */
  public static int writableLength(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case PyByteArray b -> b.size();
      case PyMemoryView v when !v.isReadOnly() -> v.length();
      case BufferSource s when !s.isReadOnly() -> s.bufferSize();
      default ->
          throw Errors.typeError(
              "argument must be read-write bytes-like object, not " + PyType.of(value).name());
    };
  }

  /** Writes bytes into a value that {@link #writableLength} has accepted. */
  public static void write(Object value, int at, byte[] bytes) {
    switch (PyPayloadInstance.unwrap(value)) {
      case PyByteArray b -> System.arraycopy(bytes, 0, b.array(), at, bytes.length);
      case BufferSource s -> System.arraycopy(bytes, 0, s.buffer(), at, bytes.length);
      case PyMemoryView v -> {
        for (int i = 0; i < bytes.length; i++) {
          v.set(at + i, bytes[i]);
        }
      }
      default -> throw new IllegalArgumentException("cannot be written to");
    }
  }

  /** The bytes of an argument that must be bytes-like, read only. */
  public static byte[] bytes(Object value) {
    byte[] bytes = bytesOrNull(value);
    if (bytes == null) {
      throw Errors.typeError(
          "a bytes-like object is required, not '" + PyType.of(value).name() + "'");
    }
    return bytes;
  }

  /** A byte from 0 to 255 given as an int; ValueError with this message for others. */
  public static byte toByte(Object value, String whenOutOfRange) {
    if (Items.index(value) instanceof Long b && b >= 0 && b <= 255) {
      return (byte) (long) b;
    }
    throw Errors.valueError(whenOutOfRange);
  }

  /** The ints of an iterable as bytes. */
  public static byte[] fromIterable(PyIterator iterator, String whenOutOfRange) {
    byte[] bytes = new byte[16];
    int size = 0;
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      bytes[size++] = toByte(next, whenOutOfRange);
    }
    return Arrays.copyOf(bytes, size);
  }
}
