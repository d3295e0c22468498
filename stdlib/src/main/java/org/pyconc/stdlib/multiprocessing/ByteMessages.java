package org.pyconc.stdlib.multiprocessing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.runtime.ByteEnd;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;

/**
 * Messages through a descriptor of the running process. A message is its length and its bytes, as
 * CPython sends them, so that the other side may be a program that CPython runs.
 */
final class ByteMessages {
  /** For {@link #receive}: a message of any length. */
  static final int ANY = Integer.MAX_VALUE;

  /** What is asked for at once: the length of a message may be a lie. */
  private static final int PIECE = 1 << 16;

  private ByteMessages() {}

  private static ByteEnd end(int descriptor) {
    return Descriptors.current().get(descriptor, ByteEnd.class);
  }

  /** Sends a message; waits until all of it is on its way. */
  static void send(int descriptor, byte[] message) {
    byte[] all =
        ByteBuffer.allocate(Integer.BYTES + message.length)
            .putInt(message.length)
            .put(message)
            .array();
    ByteEnd end = end(descriptor);
    try {
      for (int sent = 0; sent < all.length; ) {
        sent += end.write(all, sent, all.length - sent);
      }
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  /**
   * Waits for a message.
   *
   * @return null if it is longer than the limit or has no length at all
   */
  static byte @Nullable [] receive(int descriptor, int limit) {
    ByteEnd end = end(descriptor);
    long size = ByteBuffer.wrap(exactly(end, Integer.BYTES)).getInt();
    if (size == -1) {
      size = ByteBuffer.wrap(exactly(end, Long.BYTES)).getLong();
    }
    if (size < 0 || size > limit) {
      return null;
    }
    return exactly(end, (int) size);
  }

  private static byte[] exactly(ByteEnd end, int size) {
    ByteArrayOutputStream got = new ByteArrayOutputStream(Math.min(size, PIECE));
    byte[] piece = new byte[Math.min(size, PIECE)];
    while (got.size() < size) {
      int count;
      try {
        count = end.read(piece, 0, Math.min(size - got.size(), piece.length));
      } catch (IOException e) {
        throw HostErrors.of(e, null);
      }
      if (count <= 0) {
        throw got.size() == 0
            ? Errors.of(ExceptionTypes.EOF_ERROR, PyObject.NO_ARGUMENTS)
            : Errors.of(ExceptionTypes.OS_ERROR, "got end of file during message");
      }
      got.write(piece, 0, count);
    }
    return got.toByteArray();
  }
}
