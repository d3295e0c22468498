package org.pyconc.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.ForkCopier;
import org.pyconc.transfer.Transferable;

/**
 * {@code sys.stdout} or {@code sys.stderr} of one process: text that is buffered by line on a
 * terminal and by block elsewhere, errors always by line.
 */
public final class TextWriter extends PyInstance implements Transferable {
  private static final int CAPACITY = 8192;

  /** A larger buffer is not kept between two flushes: there may be many processes. */
  private static final int KEPT = 256;

  private final String name;
  private final int descriptor;
  private final Output sink;
  private final boolean byLine;
  private boolean isUnbuffered;

  /** How many calls of print are under way. */
  private int held;

  /** Whether what is buffered goes out as soon as nobody holds it. */
  private boolean isDue;

  private @Nullable StringBuilder buffer;
  private boolean failed;
  private boolean isClosed;
  private @Nullable Object bytes;

  public TextWriter(PyType type, String name, int descriptor, Output sink, boolean byLine) {
    super(type);
    this.name = name;
    this.descriptor = descriptor;
    this.sink = sink;
    this.byLine = byLine;
  }

  /** The same stream for a child process, with nothing in its buffer. */
  public TextWriter forChild() {
    TextWriter own = new TextWriter(type(), name, descriptor, sink, byLine);
    own.isUnbuffered = isUnbuffered;
    return own;
  }

  /** From now on all that is written is handed over at once. */
  void setUnbuffered() {
    isUnbuffered = true;
  }

  /** {@code <stdout>} or {@code <stderr>}. */
  public String name() {
    return name;
  }

  /** The file descriptor: 1 or 2. */
  public int descriptor() {
    return descriptor;
  }

  /** Whether each line is handed over at once. */
  public boolean isByLine() {
    return byLine;
  }

  public boolean isTerminal() {
    return sink.isTerminal();
  }

  /** The file object of bytes that {@code buffer} has given, or null. */
  public @Nullable Object bytes() {
    return bytes;
  }

  public void setBytes(Object file) {
    bytes = file;
  }

  public boolean isClosed() {
    return isClosed;
  }

  /** Hands over what is buffered; nothing can be written any more. */
  public void close() {
    if (!isClosed) {
      flush();
      isClosed = true;
    }
  }

  /** ValueError if it is closed. */
  public void requireOpen() {
    if (isClosed) {
      throw Errors.valueError("I/O operation on closed file.");
    }
  }

  /** Writes a str; surrogates that stand for undecodable bytes go out as those bytes. */
  public void writeText(Object text) {
    if (text instanceof WideString) {
      writeBytes(Codecs.toFileBytes(text));
    } else {
      write(Text.java(text));
    }
  }

  /** Writes bytes behind what is buffered. */
  public void writeBytes(byte[] bytes) {
    requireOpen();
    flush();
    failed = !send(bytes);
    if (failed) {
      throw failure();
    }
  }

  /** Writes UTF-16 text. */
  public void write(String text) {
    requireOpen();
    StringBuilder pending = append(text);
    isDue |= isUnbuffered || pending.length() >= CAPACITY || (byLine && text.indexOf('\n') >= 0);
    if (isDue && held == 0) {
      flush();
    }
  }

  /** What is written until {@link #release} goes out together, not mixed with other processes'. */
  public void hold() {
    held++;
  }

  /** To be called once for each {@link #hold}. */
  public void release() {
    if (--held == 0 && isDue) {
      flush();
    }
  }

  /** Writes a message of the interpreter's own; if that fails, nobody is told. */
  void writeQuietly(String text) {
    append(text);
    flushQuietly();
  }

  private StringBuilder append(String text) {
    StringBuilder pending = buffer;
    if (pending == null) {
      pending = new StringBuilder(Math.max(64, text.length()));
      buffer = pending;
    }
    return pending.append(text);
  }

  /** Hands over what is buffered; an OSError if that fails: BrokenPipeError if nobody reads it. */
  public void flush() {
    if (!flushQuietly()) {
      throw failure();
    }
  }

  /** The OSError for the last write, which failed. */
  PyException failure() {
    int number = sink.error();
    String message =
        switch (number) {
          case Output.BROKEN_PIPE -> "Broken pipe";
          case 9 -> "Bad file descriptor";
          case 27 -> "File too large";
          case 28 -> "No space left on device";
          case 122 -> "Disk quota exceeded";
          default -> "Input/output error";
        };
    return Errors.osError(number, message);
  }

  /** Whether nobody read any more when the last write failed. */
  boolean isAbandoned() {
    return failed && sink.error() == Output.BROKEN_PIPE;
  }

  /** Hands over what is buffered; false if that failed. */
  public boolean flushQuietly() {
    isDue = false;
    StringBuilder pending = buffer;
    if (pending == null || pending.isEmpty()) {
      return true;
    }
    byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
    if (pending.capacity() > KEPT) {
      buffer = null;
    } else {
      pending.setLength(0);
    }
    failed = !send(bytes);
    return !failed;
  }

  /** Hands over what a process that is no more has left, unless that could wait. */
  void flushLast(@Nullable Descriptors descriptors) {
    StringBuilder pending = buffer;
    buffer = null;
    boolean isReplaced =
        descriptors != null && !(descriptors.find(descriptor) instanceof StandardEnd);
    if (pending != null && !pending.isEmpty() && !isReplaced) {
      byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
      sink.write(bytes, bytes.length);
    }
  }

  /** To the standard stream, or to what the program has put in its place with dup2. */
  private boolean send(byte[] bytes) {
    ByteEnd other = Descriptors.replacement(descriptor);
    if (other == null) {
      return sink.write(bytes, bytes.length);
    }
    try {
      for (int written = 0; written < bytes.length; ) {
        written += other.write(bytes, written, bytes.length - written);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Object copy(Copier copier) {
    if (copier instanceof ForkCopier fork) {
      return fork.copyStream(this);
    }
    throw Copier.refuse(this, "'" + type().fullName() + "' object");
  }
}
