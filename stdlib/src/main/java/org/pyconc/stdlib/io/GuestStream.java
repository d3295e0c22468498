package org.pyconc.stdlib.io;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.transfer.Copier;

/**
 * A file object of the program, with the methods of {@code RawIOBase} or of {@code BufferedIOBase}.
 */
final class GuestStream implements RawStream {
  private final Object object;

  /** Whether it has a buffer of its own: it is read by {@code read1}. */
  private final boolean isBuffer;

  /** As far as is known without asking; negative if it is not. */
  private long position = -1;

  GuestStream(Object object, boolean isBuffer) {
    this.object = object;
    this.isBuffer = isBuffer;
  }

  @Override
  public int read(byte[] to, int from, int count) {
    if (isBuffer) {
      byte[] bytes = readPart(count);
      System.arraycopy(bytes, 0, to, from, bytes.length);
      return bytes.length == 0 ? -1 : moved(bytes.length);
    }
    PyByteArray space = new PyByteArray(new byte[count]);
    Object result = Calls.method(object, "readinto", new PyMemoryView(space, 0, 1, count));
    if (result == PySingleton.NONE) {
      return WOULD_BLOCK;
    }
    long got = Items.toLong(result);
    if (got < 0 || got > count) {
      throw Errors.of(
          ExceptionTypes.OS_ERROR,
          "raw readinto() returned invalid length "
              + got
              + " (should have been between 0 and "
              + count
              + ")");
    }
    System.arraycopy(space.array(), 0, to, from, (int) got);
    return got == 0 ? -1 : moved((int) got);
  }

  private int moved(int count) {
    if (position >= 0) {
      position += count;
    }
    return count;
  }

  private byte[] readPart(int count) {
    boolean hasParts = PyType.of(object).lookup("read1") != null;
    Object part = Calls.method(object, hasParts ? "read1" : "read", (long) count);
    byte[] bytes = Buffers.bytesOrNull(part);
    if (bytes == null) {
      throw Errors.typeError(
          "underlying "
              + (hasParts ? "read1" : "read")
              + "() should have returned a bytes-like object, not '"
              + PyType.of(part).name()
              + "'");
    }
    return bytes.length > count ? Arrays.copyOf(bytes, count) : bytes;
  }

  /** Everything; null if it would have to wait. */
  byte @Nullable [] readAll(byte[] before) {
    position = -1;
    Object all;
    if (isBuffer) {
      all = Calls.method(object, "read");
    } else if (PyType.of(object).lookup("readall") != null) {
      all = Calls.method(object, "readall");
    } else {
      return readParts(before);
    }
    if (all == PySingleton.NONE) {
      return before.length == 0 ? null : before;
    }
    byte[] bytes = Buffers.bytesOrNull(all);
    if (bytes == null) {
      throw Errors.typeError(
          isBuffer
              ? "underlying read() should have returned a bytes-like object, not '"
                  + PyType.of(all).name()
                  + "'"
              : "readall() should return bytes");
    }
    byte[] joined = Arrays.copyOf(before, before.length + bytes.length);
    System.arraycopy(bytes, 0, joined, before.length, bytes.length);
    return joined;
  }

  private byte @Nullable [] readParts(byte[] before) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before);
    while (true) {
      Object part = Calls.method(object, "read");
      if (part == PySingleton.NONE) {
        return all.size() == 0 ? null : all.toByteArray();
      }
      byte[] bytes = Buffers.bytes(part);
      if (bytes.length == 0) {
        return all.toByteArray();
      }
      all.writeBytes(bytes);
    }
  }

  @Override
  public int write(byte[] bytes, int from, int count) {
    PyBytes part = new PyBytes(Arrays.copyOfRange(bytes, from, from + count));
    Object result = Calls.method(object, "write", part);
    if (isBuffer) {
      return moved(count);
    }
    if (result == PySingleton.NONE) {
      return WOULD_BLOCK;
    }
    long written = Items.toLong(result);
    if (written < 0 || written > count) {
      throw Errors.of(
          ExceptionTypes.OS_ERROR,
          "raw write() returned invalid length "
              + written
              + " (should have been between 0 and "
              + count
              + ")");
    }
    return moved((int) written);
  }

  /** What a method says that answers yes or no. */
  boolean can(String method) {
    return Truth.isTrue(Calls.method(object, method));
  }

  @Override
  public boolean canSeek() {
    return can("seekable");
  }

  @Override
  public long position() {
    if (isBuffer || position < 0) {
      position = valid(Items.toLong(Calls.method(object, "tell")));
    }
    return position;
  }

  private static long valid(long position) {
    if (position < 0) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "Raw stream returned invalid position " + position);
    }
    return position;
  }

  @Override
  public void setPosition(long position) {
    seek(position, 0);
  }

  long seek(long offset, int whence) {
    position = valid(Items.toLong(Calls.method(object, "seek", offset, (long) whence)));
    return position;
  }

  @Override
  public long size() {
    return seek(0, 2);
  }

  @Override
  public void truncate(long size) {
    Object ignored = Calls.method(object, "truncate", size);
  }

  @Override
  public boolean isTerminal() {
    return can("isatty");
  }

  @Override
  public int descriptor() {
    return Items.toInt(Calls.method(object, "fileno"));
  }

  @Override
  public void flush() {
    Object ignored = Calls.method(object, "flush");
  }

  @Override
  public void close() {
    Object ignored = Calls.method(object, "close");
  }

  @Override
  public boolean isClosed() {
    return Truth.isTrue(Attributes.load(object, "closed"));
  }

  @Override
  public RawStream copy(Copier copier) {
    return new GuestStream(copier.copy(object), isBuffer);
  }
}
