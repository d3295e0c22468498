package org.pyconc.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.pyconc.runtime.Output;

/**
 * A buffered UTF-8 text stream that remembers, instead of throwing, that nobody reads it any more.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class TextOutput {
  private static final int CAPACITY = 8192;

  private final OutputStream sink;
  private final boolean lineBuffered;
  private final byte[] buffer = new byte[CAPACITY];
  private int used;
  private int error;

  /** A stream into {@code sink}; a line-buffered one is flushed after each text with a newline. */
  public TextOutput(OutputStream sink, boolean lineBuffered) {
    this.sink = sink;
    this.lineBuffered = lineBuffered;
  }

  /** Writes {@code text} as it is. */
  public void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    print(bytes, bytes.length);
    if (lineBuffered && text.indexOf('\n') >= 0) {
      flush();
    }
  }

  /** Writes bytes, which are not flushed before the buffer is full. */
  public void print(byte[] bytes, int length) {
    if (length > CAPACITY - used) {
      flush();
    }
    if (length > CAPACITY) {
      write(bytes, length);
    } else {
      System.arraycopy(bytes, 0, buffer, used, length);
      used += length;
    }
  }

  /** Hands everything that is buffered to the operating system. */
  public void flush() {
    write(buffer, used);
    used = 0;
  }

  /** Whether nobody reads any more; whatever is written after that is dropped. */
  public boolean isBroken() {
    return error == Output.BROKEN_PIPE;
  }

  /** The number (errno) of the error with which the last write failed, 0 if it did not. */
  public int error() {
    return error;
  }

  private void write(byte[] bytes, int length) {
    if (length == 0 || isBroken()) {
      return;
    }
    try {
      sink.write(bytes, 0, length);
      error = 0;
    } catch (IOException failure) {
      error = number(failure);
    }
  }

  /** The JDK tells only the words of the operating system. */
  private static int number(IOException failure) {
    return switch (failure.getMessage()) {
      case "Broken pipe" -> Output.BROKEN_PIPE;
      case "Bad file descriptor" -> 9;
      case "File too large" -> 27;
      case "No space left on device" -> 28;
      case "Disk quota exceeded" -> 122;
      case null, default -> 5;
    };
  }
}
