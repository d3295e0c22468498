package org.pyconc.stdlib.io;

import java.io.IOException;
import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.runtime.HostErrors;

/**
 * What a file object keeps back. It outlives the file object: bytes of one that the program has
 * forgotten are written when the object is collected, or the process ends.
 */
final class OutputBuffer {
  private static final int AGAIN = 11;

  private final RawStream raw;
  private final int capacity;
  private byte[] bytes = {};
  private int pending;

  OutputBuffer(RawStream raw, int capacity) {
    this.raw = raw.twin();
    this.capacity = capacity;
  }

  int pending() {
    return pending;
  }

  int capacity() {
    return capacity;
  }

  /** Keeps bytes for which there is room. */
  void add(byte[] more) {
    if (bytes.length < pending + more.length) {
      bytes = Arrays.copyOf(bytes, Math.min(capacity, Math.max(256, (pending + more.length) * 2)));
    }
    System.arraycopy(more, 0, bytes, pending, more.length);
    if (pending == 0 && more.length > 0) {
      DirtyFiles.current().add(this);
    }
    pending += more.length;
  }

  /** Writes all; OSError if the host refuses, with the bytes lost. */
  void flush() {
    int count = pending;
    if (count == 0) {
      return;
    }
    pending = 0;
    DirtyFiles.current().remove(this);
    writeThrough(bytes, count);
  }

  /** Writes all; whoever still has the file will be told of errors. */
  void flushQuietly() {
    try {
      flush();
    } catch (PyException e) {
      DirtyFiles.current().remove(this);
    }
  }

  /** Writes bytes without keeping any, except those that a stream that must not wait refuses. */
  void writeThrough(byte[] data, int count) {
    int written = 0;
    try {
      while (written < count) {
        int some = raw.write(data, written, count - written);
        if (some == RawStream.WOULD_BLOCK) {
          keep(Arrays.copyOfRange(data, written, count));
          throw Errors.osError(AGAIN, "write could not complete without blocking", (Object) 0L);
        }
        written += some;
      }
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  private void keep(byte[] rest) {
    bytes = Arrays.copyOf(rest, Math.max(rest.length, capacity));
    pending = rest.length;
    DirtyFiles.current().add(this);
  }

  /** The same bytes, for the copy of the stream that a child has. */
  OutputBuffer copyFor(RawStream stream) {
    OutputBuffer copy = new OutputBuffer(stream, capacity);
    copy.bytes = bytes.clone();
    copy.pending = pending;
    return copy;
  }
}
