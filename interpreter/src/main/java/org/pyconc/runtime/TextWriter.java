package org.pyconc.runtime;

import java.nio.charset.StandardCharsets;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;

/**
 * {@code sys.stdout} or {@code sys.stderr} of one process: text that is buffered by line on a
 * terminal and by block elsewhere, errors always by line.
 */
public final class TextWriter extends PyInstance {
  private static final int CAPACITY = 8192;
  private static final int BROKEN_PIPE = 32;

  private final String name;
  private final int descriptor;
  private final Output sink;
  private final boolean byLine;
  private final StringBuilder buffer = new StringBuilder();

  public TextWriter(PyType type, String name, int descriptor, Output sink, boolean byLine) {
    super(type);
    this.name = name;
    this.descriptor = descriptor;
    this.sink = sink;
    this.byLine = byLine;
  }

  /** The same stream for a child process, with nothing in its buffer. */
  public TextWriter forChild() {
    return new TextWriter(type(), name, descriptor, sink, byLine);
  }

  /** {@code <stdout>} or {@code <stderr>}. */
  public String name() {
    return name;
  }

  /** The file descriptor: 1 or 2. */
  public int descriptor() {
    return descriptor;
  }

  public boolean isTerminal() {
    return sink.isTerminal();
  }

  /** Writes UTF-16 text. */
  public void write(String text) {
    buffer.append(text);
    if (buffer.length() >= CAPACITY || (byLine && text.indexOf('\n') >= 0)) {
      flush();
    }
  }

  /** Hands over what is buffered; BrokenPipeError if nobody reads it any more. */
  public void flush() {
    if (!flushQuietly()) {
      throw Errors.osError(BROKEN_PIPE, "Broken pipe");
    }
  }

  /** Hands over what is buffered; false if nobody reads it any more. */
  public boolean flushQuietly() {
    if (buffer.isEmpty()) {
      return true;
    }
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    buffer.setLength(0);
    return sink.write(bytes, bytes.length);
  }
}
