package org.pyconc.stdlib.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.HostErrors;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A file object of bytes: with a buffer, or raw, or all in memory. */
final class BinaryFile extends PyInstance implements Transferable {
  static final int BUFFER_SIZE = 8192;

  /** Null once detached. */
  private @Nullable RawStream raw = new MemoryStream(new byte[0]);

  /** The raw file object that a program sees below; null until it asks. */
  private @Nullable Object below;

  Object name = PySingleton.NONE;
  String mode = "rb";
  boolean isReadable = true;
  boolean isWritable = true;

  /** Whether closing it closes what is below. */
  boolean closes = true;

  private boolean isClosed;

  /** Whether every operation is one of the host. */
  boolean isUnbuffered;

  int bufferSize = BUFFER_SIZE;

  private byte[] input = {};
  private int next;
  private int end;
  private @Nullable OutputBuffer output;

  BinaryFile(PyType type) {
    super(type);
  }

  // ---- state ---------------------------------------------------------------------------------

  /** Whether the program has given this object a method of that name. */
  boolean hasOwn(String method) {
    return own(method) != null;
  }

  RawStream raw() {
    RawStream known = raw;
    if (known == null) {
      throw Errors.valueError("raw stream has been detached");
    }
    return known;
  }

  /** Begins anew over a stream. */
  void setRaw(RawStream stream, @Nullable Object object) {
    raw = stream;
    below = object;
    output = null;
    next = 0;
    end = 0;
    isClosed = false;
  }

  boolean isDetached() {
    return raw == null;
  }

  boolean isClosed() {
    return isClosed
        || raw().isClosed()
        || (below instanceof BinaryFile file && !file.isDetached() && file.isClosed());
  }

  private boolean isMemory() {
    return raw instanceof MemoryStream;
  }

  /** ValueError if it is closed, in the words of the class. */
  void requireOpen() {
    requireOpen(null);
  }

  /**
   * ValueError if it is closed.
   *
   * @param action what buffered files say is impossible ("read of")
   */
  void requireOpen(@Nullable String action) {
    if (isClosed()) {
      throw Errors.valueError(
          isMemory()
              ? "I/O operation on closed file."
              : isUnbuffered || action == null
                  ? "I/O operation on closed file"
                  : action + " closed file");
    }
  }

  private void requireReadable(String action) {
    if (!isUnbuffered && !isReadable) {
      throw IoErrors.unsupported(action.equals("read1 of") ? "read1" : "read");
    }
    requireOpen(action);
    if (!isReadable) {
      throw IoErrors.unsupported("File not open for reading");
    }
    flushOutput();
  }

  private static RuntimeException failed(IOException e) {
    return HostErrors.of(e, null);
  }

  // ---- reading -------------------------------------------------------------------------------

  /** Fills the empty buffer: how many bytes are there, -1 at the end, or WOULD_BLOCK. */
  private int fill() {
    if (input.length == 0) {
      input = new byte[bufferSize];
    }
    try {
      int count = raw().read(input, 0, input.length);
      next = 0;
      end = Math.max(count, 0);
      return count;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Up to so many bytes; fewer only at the end. Null if it would have to wait. */
  byte @Nullable [] read(int count) {
    requireReadable("read of");
    if (next + count <= end) {
      next += count;
      return Arrays.copyOfRange(input, next - count, next);
    }
    byte[] all = new byte[count];
    int got = 0;
    while (got < count) {
      int some = readSome(all, got, count - got);
      if (some == RawStream.WOULD_BLOCK && got == 0) {
        return null;
      }
      if (some <= 0) {
        break;
      }
      got += some;
    }
    return got == count ? all : Arrays.copyOf(all, got);
  }

  /** At least one byte unless at the end: what is there, or one read of the host. */
  int readSome(byte[] to, int from, int count) {
    requireReadable("read of");
    if (count == 0) {
      return 0;
    }
    if (next == end) {
      if (isUnbuffered || count >= bufferSize) {
        try {
          return raw().read(to, from, count);
        } catch (IOException e) {
          throw failed(e);
        }
      }
      int filled = fill();
      if (filled <= 0) {
        return filled;
      }
    }
    int taken = Math.min(count, end - next);
    System.arraycopy(input, next, to, from, taken);
    next += taken;
    return taken;
  }

  /** Null if it would have to wait. */
  byte @Nullable [] readAll() {
    requireReadable("read of");
    if (raw() instanceof GuestStream guest) {
      byte[] rest = Arrays.copyOfRange(input, next, end);
      next = end;
      return guest.readAll(rest);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(input, next, end - next);
    next = end;
    byte[] some = new byte[BUFFER_SIZE * 8];
    try {
      int count = raw().read(some, 0, some.length);
      while (count > 0) {
        all.write(some, 0, count);
        count = raw().read(some, 0, some.length);
      }
      return count == RawStream.WOULD_BLOCK && all.size() == 0 ? null : all.toByteArray();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** What is in the buffer; at the end nothing. */
  byte[] peek() {
    requireReadable("peek of");
    return next < end || fill() > 0 ? Arrays.copyOfRange(input, next, end) : new byte[0];
  }

  /** A line with its end, at most so many bytes of it. */
  byte[] readLine(int limit) {
    requireReadable("readline of");
    boolean isExact = isUnbuffered && !isMemory();
    if (isExact && !raw().canSeek()) {
      return readLineByByte(limit);
    }
    ByteArrayOutputStream line = null;
    byte @Nullable [] whole = null;
    int left = limit;
    while (left > 0 && (next < end || fill() > 0)) {
      int stop = (int) Math.min(end, (long) next + left);
      int i = next;
      while (i < stop && input[i] != '\n') {
        i++;
      }
      boolean found = i < stop;
      int count = (found ? i + 1 : i) - next;
      if (line == null && (found || count == left)) {
        next += count;
        whole = Arrays.copyOfRange(input, next - count, next);
        break;
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
    if (isExact || isMemory()) {
      dropInput(); // others may look where the file is
    }
    return whole != null ? whole : line == null ? new byte[0] : line.toByteArray();
  }

  private byte[] readLineByByte(int limit) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] one = new byte[1];
    while (line.size() < limit && readSome(one, 0, 1) > 0) {
      line.write(one[0]);
      if (one[0] == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  // ---- writing -------------------------------------------------------------------------------

  private OutputBuffer output() {
    OutputBuffer known = output;
    if (known == null) {
      known = new OutputBuffer(raw(), bufferSize);
      raw().whenForgotten(known::flushQuietly);
      output = known;
    }
    return known;
  }

  private int pending() {
    return output == null ? 0 : output.pending();
  }

  private void flushOutput() {
    if (output != null) {
      output.flush();
    }
  }

  /** Writes all bytes, into the buffer if there is one. */
  void write(byte[] bytes) {
    if (!isUnbuffered && !isWritable) {
      throw IoErrors.unsupported("write");
    }
    requireOpen("write to");
    if (!isWritable) {
      throw IoErrors.unsupported("File not open for writing");
    }
    if (end > 0) {
      dropInput();
    }
    if (raw() instanceof MemoryStream memory) {
      memory.write(bytes, 0, bytes.length);
      return;
    }
    OutputBuffer buffer = output();
    if (isUnbuffered) {
      buffer.writeThrough(bytes, bytes.length);
      return;
    }
    if (buffer.pending() + bytes.length > buffer.capacity()) {
      buffer.flush();
      if (bytes.length > buffer.capacity()) {
        buffer.writeThrough(bytes, bytes.length);
        return;
      }
    }
    buffer.add(bytes);
  }

  /** Writes what is buffered. */
  void flush() {
    requireOpen("flush of");
    flushOutput();
    if (isReadable && isWritable && !isUnbuffered) {
      dropInput();
    }
    raw().flush();
  }

  /** Goes back to where the program thinks it is. */
  private void dropInput() {
    try {
      if (next < end && raw().canSeek()) {
        raw().setPosition(raw().position() - (end - next));
      }
    } catch (IOException e) {
      throw failed(e);
    }
    next = 0;
    end = 0;
  }

  // ---- position ------------------------------------------------------------------------------

  long tell() {
    requireOpen(null);
    try {
      return raw().position() - (end - next) + pending();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Moves to a position: from the start (0), from here (1) or from the end (2). */
  long seek(long offset, int whence) {
    if (whence < 0 || whence > 2) {
      throw isUnbuffered && !isMemory()
          ? HostErrors.of(HostErrors.INVALID)
          : Errors.valueError(
              isMemory()
                  ? "invalid whence (" + whence + ", should be 0, 1 or 2)"
                  : "whence value " + whence + " unsupported");
    }
    requireOpen("seek of");
    if (!isUnbuffered && !raw().canSeek()) {
      throw IoErrors.unsupported("File or stream is not seekable.");
    }
    flushOutput();
    try {
      if (raw() instanceof GuestStream guest) {
        long ahead = whence == 1 ? end - next : 0;
        next = 0;
        end = 0;
        return guest.seek(offset - ahead, whence);
      }
      long base = whence == 0 ? 0 : whence == 2 ? raw().size() : raw().position() - (end - next);
      long target = base + offset;
      if (target < 0) {
        target = negative(offset, whence);
      }
      raw().setPosition(target);
      next = 0;
      end = 0;
      return target;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private long negative(long offset, int whence) {
    if (!isMemory()) {
      throw HostErrors.of(HostErrors.INVALID);
    }
    if (whence == 0) {
      throw Errors.valueError("negative seek value " + offset);
    }
    return 0;
  }

  void truncate(long size) {
    if (!isUnbuffered && !isWritable) {
      requireOpen("truncate of");
      throw IoErrors.unsupported("truncate");
    }
    requireOpen("truncate of");
    if (!isWritable) {
      throw IoErrors.unsupported("File not open for writing");
    }
    if (size < 0) {
      throw isMemory()
          ? Errors.valueError("negative size value " + size)
          : HostErrors.of(HostErrors.INVALID);
    }
    flushOutput();
    dropInput();
    try {
      raw().truncate(size);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Closes it.
   *
   * @param flushing what writes what is buffered
   */
  void close(Runnable flushing) {
    RawStream stream = raw();
    if (isClosed()) {
      return;
    }
    IoErrors.both(
        flushing,
        () -> {
          stream.close();
          isClosed = !(stream instanceof GuestStream) || stream.isClosed();
        });
  }

  void close() {
    close(this::flushOutput);
  }

  // ---- the object below ----------------------------------------------------------------------

  /** The raw file object below. */
  Object below() {
    RawStream stream = raw();
    Object known = below;
    if (known == null) {
      BinaryFile file = new BinaryFile(BinaryTypes.FILE_IO);
      file.raw = stream;
      file.name = name;
      file.mode = mode;
      file.isReadable = isReadable;
      file.isWritable = isWritable;
      file.isUnbuffered = true;
      file.closes = closes;
      file.isClosed = isClosed;
      known = file;
      below = known;
    }
    return known;
  }

  /** Gives up what is below. */
  Object detach() {
    Object object = below();
    flush();
    raw = null;
    return object;
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'" + type().fullName() + "' object");
    }
    BinaryFile copy = new BinaryFile(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    RawStream stream = raw;
    copy.raw = stream == null ? null : stream.copy(copier);
    copy.below = copier.copyOrNull(below);
    if (copy.below instanceof BinaryFile file && file.type() == BinaryTypes.FILE_IO) {
      copy.raw = file.raw;
    }
    copy.name = copier.copy(name);
    copy.mode = mode;
    copy.isReadable = isReadable;
    copy.isWritable = isWritable;
    copy.closes = closes;
    copy.isClosed = isClosed;
    copy.isUnbuffered = isUnbuffered;
    copy.bufferSize = bufferSize;
    copy.input = input.clone();
    copy.next = next;
    copy.end = end;
    copy.output = output == null || copy.raw == null ? null : output.copyFor(copy.raw);
    return copy;
  }
}
