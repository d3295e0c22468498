package org.pyconc.stdlib.pickle;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;

/** Where a pickle is read from: bytes, or a file of which no more is taken than the pickle. */
final class PickleInput {
  /** Data of unknown length are asked for in parts, so that a wrong length costs no memory. */
  private static final int LARGEST_PART = 1 << 20;

  private final @Nullable Object read;
  private final @Nullable Object readLine;
  private final @Nullable Object peek;

  private byte[] bytes;
  private int position;

  /** Whether the bytes are still in the file, too. */
  private boolean isPeeked;

  PickleInput(byte[] bytes) {
    this.bytes = bytes;
    read = null;
    readLine = null;
    peek = null;
  }

  /** A file with the methods {@code read} and {@code readline}. */
  PickleInput(Object file) {
    read = Attributes.findQuietly(file, "read");
    readLine = Attributes.findQuietly(file, "readline");
    peek = Attributes.findQuietly(file, "peek");
    bytes = new byte[0];
    if (read == null || readLine == null) {
      throw Errors.typeError("file must have 'read' and 'readline' attributes");
    }
  }

  /** One byte, or -1 at the end. */
  int next() {
    return position < bytes.length || fill(1) ? bytes[position++] & 0xff : -1;
  }

  /** The next byte, which must be there. */
  int one() {
    int value = next();
    if (value < 0) {
      throw PickleErrors.truncated();
    }
    return value;
  }

  /** A number of some bytes, the lowest first. */
  long little(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (long) one() << (8 * i);
    }
    return value;
  }

  long big() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | one();
    }
    return value;
  }

  byte[] take(long count) {
    if (count > bytes.length - position) {
      require(count);
    }
    byte[] taken = Arrays.copyOfRange(bytes, position, position + (int) count);
    position += (int) count;
    return taken;
  }

  /** Makes sure that so many bytes can be taken without looking at the file again. */
  void require(long count) {
    if (count > bytes.length - position && (count > Integer.MAX_VALUE - 16 || !fill(count))) {
      throw PickleErrors.truncated();
    }
  }

  /** A line without its end. */
  byte[] line() {
    int end = position;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    if (end < bytes.length) {
      byte[] line = Arrays.copyOfRange(bytes, position, end);
      position = end + 1;
      return line;
    }
    if (readLine == null) {
      throw PickleErrors.truncated();
    }
    byte[] start = isPeeked ? new byte[0] : Arrays.copyOfRange(bytes, position, bytes.length);
    skipPeeked();
    byte[] rest = result(Calls.call0(readLine));
    if (rest.length == 0 || rest[rest.length - 1] != '\n') {
      throw PickleErrors.truncated();
    }
    byte[] line = Arrays.copyOf(start, start.length + rest.length - 1);
    System.arraycopy(rest, 0, line, start.length, rest.length - 1);
    return line;
  }

  /** Gets more bytes from the file, until there are so many; false if it ends before. */
  private boolean fill(long count) {
    if (read == null) {
      return false;
    }
    int left = bytes.length - position;
    if (isPeeked) {
      skipPeeked();
      left = 0;
    }
    if (left == 0 && count == 1 && peek != null) {
      byte[] seen = peeked(peek);
      if (seen.length > 0) {
        bytes = seen;
        position = 0;
        isPeeked = true;
        return true;
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, position, left);
    while (all.size() < count) {
      byte[] part = result(Calls.call1(read, Math.min(LARGEST_PART, count - all.size())));
      if (part.length == 0) {
        return false;
      }
      all.writeBytes(part);
    }
    bytes = all.toByteArray();
    position = 0;
    return true;
  }

  private static byte[] peeked(Object peek) {
    try {
      byte[] seen = Buffers.bytesOrNull(Calls.call1(peek, 1L));
      return seen == null ? new byte[0] : seen;
    } catch (PyException e) {
      return new byte[0]; // a stream that cannot look ahead
    }
  }

  /** Takes from the file what has been used of the bytes that were looked at. */
  void skipPeeked() {
    if (isPeeked && position > 0 && read != null) {
      Object ignored = Calls.call1(read, (long) position);
    }
    bytes = new byte[0];
    position = 0;
    isPeeked = false;
  }

  private static byte[] result(Object value) {
    byte[] bytes = Buffers.bytesOrNull(value);
    if (bytes == null) {
      throw Errors.typeError(
          "read() returned non-bytes object (" + org.pyconc.objects.PyType.of(value).name() + ")");
    }
    return bytes;
  }
}
