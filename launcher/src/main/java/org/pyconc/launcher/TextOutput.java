package org.pyconc.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

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
  private boolean broken;

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

  /** Whether a write has failed; whatever comes after that is dropped. */
  public boolean isBroken() {
    return broken;
  }

  private void write(byte[] bytes, int length) {
    if (broken || length == 0) {
      return;
    }
    try {
      sink.write(bytes, 0, length);
    } catch (IOException closed) {
      broken = true;
    }
  }
}
