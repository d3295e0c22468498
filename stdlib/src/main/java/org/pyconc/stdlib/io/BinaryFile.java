package org.pyconc.stdlib.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.HostErrors;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A file object of bytes: with a buffer, or raw. */
final class BinaryFile extends PyInstance implements Transferable {
  static final int BUFFER_SIZE = 8192;

  RawStream raw = new MemoryStream(new byte[0]);
  Object name = PySingleton.NONE;
  String mode = "rb";
  boolean isReadable = true;
  boolean isWritable = true;
  boolean isClosed;

  /** Whether every operation is one of the host. */
  boolean isUnbuffered;

  private byte[] input = {};
  private int next;
  private int end;
  private byte[] output = {};
  private int pending;

  BinaryFile(PyType type) {
    super(type);
  }

  void requireOpen() {
    if (isClosed) {
      throw Errors.valueError("I/O operation on closed file.");
    }
  }

  private void requireReadable() {
    requireOpen();
    if (!isReadable) {
      throw IoErrors.unsupported(isUnbuffered ? "File not open for reading" : "read");
    }
    if (pending > 0) {
      flush();
    }
  }

  private RuntimeException failed(IOException e) {
    return HostErrors.of(e, null);
  }

  // ---- reading -------------------------------------------------------------------------------

  /** Fills the empty buffer; false at the end. */
  private boolean fill() {
    if (input.length == 0) {
      input = new byte[BUFFER_SIZE];
    }
    try {
      int count = raw.read(input, 0, input.length);
      next = 0;
      end = Math.max(count, 0);
      return count > 0;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Up to so many bytes; fewer only at the end. */
  byte[] read(int count) {
    requireReadable();
    if (next + count <= end) {
      next += count;
      return Arrays.copyOfRange(input, next - count, next);
    }
    byte[] all = new byte[count];
    int got = 0;
    while (got < count) {
      int some = readSome(all, got, count - got);
      if (some <= 0) {
        break;
      }
      got += some;
    }
    return got == count ? all : Arrays.copyOf(all, got);
  }

  /** At least one byte unless at the end: what is there, or one read of the host. */
  int readSome(byte[] to, int from, int count) {
    requireReadable();
    if (count == 0) {
      return 0;
    }
    if (next == end) {
      if (isUnbuffered || count >= BUFFER_SIZE) {
        try {
          return raw.read(to, from, count);
        } catch (IOException e) {
          throw failed(e);
        }
      }
      if (!fill()) {
        return -1;
      }
    }
    int taken = Math.min(count, end - next);
    System.arraycopy(input, next, to, from, taken);
    next += taken;
    return taken;
  }

  byte[] readAll() {
    requireReadable();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(input, next, end - next);
    next = end;
    byte[] some = new byte[BUFFER_SIZE * 8];
    try {
      for (int count = raw.read(some, 0, some.length);
          count > 0;
          count = raw.read(some, 0, some.length)) {
        all.write(some, 0, count);
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return all.toByteArray();
  }

  /** The next byte without taking it, or -1 at the end. */
  int peek() {
    requireReadable();
    return next < end || fill() ? input[next] & 0xff : -1;
  }

  /** What is in the buffer; at the end nothing. */
  byte[] peekBuffer() {
    return peek() < 0 ? new byte[0] : Arrays.copyOfRange(input, next, end);
  }

  /** A line with its end, at most so many bytes of it. */
  byte[] readLine(int limit) {
    requireReadable();
    ByteArrayOutputStream line = null;
    int left = limit;
    while (left > 0 && (next < end || fill())) {
      int stop = (int) Math.min(end, (long) next + left);
      int i = next;
      while (i < stop && input[i] != '\n') {
        i++;
      }
      boolean found = i < stop;
      int count = (found ? i + 1 : i) - next;
      if (line == null && (found || count == left)) {
        next += count;
        return Arrays.copyOfRange(input, next - count, next);
      }
      if (line == null) {
        line = new ByteArrayOutputStream();
      }
      line.write(input, next, count);
      next += count;
      left -= count;
      if (found) {
        break;
      }
    }
    return line == null ? new byte[0] : line.toByteArray();
  }

  // ---- writing -------------------------------------------------------------------------------

  /** Writes all bytes, into the buffer if there is one. */
  void write(byte[] bytes) {
    requireOpen();
    if (!isWritable) {
      throw IoErrors.unsupported(isUnbuffered ? "File not open for writing" : "write");
    }
    if (next < end || end > 0) {
      dropInput();
    }
    if (isUnbuffered || raw instanceof MemoryStream) {
      writeThrough(bytes, bytes.length);
      return;
    }
    if (pending + bytes.length > BUFFER_SIZE) {
      flush();
      if (bytes.length > BUFFER_SIZE) {
        writeThrough(bytes, bytes.length);
        return;
      }
    }
    if (output.length < pending + bytes.length) {
      output =
          Arrays.copyOf(output, Math.min(BUFFER_SIZE, Math.max(256, (pending + bytes.length) * 2)));
    }
    System.arraycopy(bytes, 0, output, pending, bytes.length);
    if (pending == 0 && bytes.length > 0) {
      DirtyFiles.current().add(this);
    }
    pending += bytes.length;
  }

  private void writeThrough(byte[] bytes, int count) {
    int written = 0;
    try {
      while (written < count) {
        written += raw.write(bytes, written, count - written);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes what is buffered. */
  void flush() {
    requireOpen();
    if (pending > 0) {
      int count = pending;
      pending = 0;
      DirtyFiles.current().remove(this);
      writeThrough(output, count);
    }
  }

  /** Goes back to where the program thinks it is. */
  private void dropInput() {
    try {
      if (next < end && raw.canSeek()) {
        raw.setPosition(raw.position() - (end - next));
      }
    } catch (IOException e) {
      throw failed(e);
    }
    next = 0;
    end = 0;
  }

  // ---- position ------------------------------------------------------------------------------

  long tell() {
    requireOpen();
    try {
      return raw.position() - (end - next) + pending;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Moves to a position: from the start (0), from here (1) or from the end (2). */
  long seek(long offset, int whence) {
    requireOpen();
    if (pending > 0) {
      flush();
    }
    try {
      long base =
          switch (whence) {
            case 0 -> 0;
            case 1 -> raw.position() - (end - next);
            case 2 -> raw.size();
            default ->
                throw Errors.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
          };
      long target = base + offset;
      if (target < 0) {
        if (raw instanceof MemoryStream) {
          if (whence == 0) {
            throw Errors.valueError("negative seek value " + offset);
          }
          target = 0;
        } else {
          throw HostErrors.of(HostErrors.INVALID);
        }
      }
      raw.setPosition(target);
      next = 0;
      end = 0;
      return target;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  void truncate(long size) {
    requireOpen();
    if (!isWritable) {
      throw IoErrors.unsupported("truncate");
    }
    if (pending > 0) {
      flush();
    }
    dropInput();
    try {
      raw.truncate(size);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Closes it; what is buffered is written before. */
  void close() {
    if (isClosed) {
      return;
    }
    try {
      flush();
    } finally {
      isClosed = true;
      raw.close();
    }
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'" + type().fullName() + "' object");
    }
    BinaryFile copy = new BinaryFile(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.raw = raw.copy(copier);
    copy.name = copier.copy(name);
    copy.mode = mode;
    copy.isReadable = isReadable;
    copy.isWritable = isWritable;
    copy.isClosed = isClosed;
    copy.isUnbuffered = isUnbuffered;
    copy.input = input.clone();
    copy.next = next;
    copy.end = end;
    copy.output = output.clone();
    copy.pending = pending;
    return copy;
  }
}
