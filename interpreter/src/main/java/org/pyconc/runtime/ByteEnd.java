package org.pyconc.runtime;

import java.io.IOException;

/**
 * A descriptor that bytes go through: a file, an end of a pipe, a socket. Waits through the kernel.
 * An end that is only read refuses to be written, and the other way round.
 */
public interface ByteEnd {
  /**
   * Reads at least one byte.
   *
   * @return how many, or -1 at the end
   */
  default int read(byte[] to, int from, int count) throws IOException {
    throw new IOException("Bad file descriptor");
  }

  /** Writes at least one byte; returns how many. */
  default int write(byte[] bytes, int from, int count) throws IOException {
    throw new IOException("Bad file descriptor");
  }

  /** Whether it is a terminal. */
  default boolean isTerminal() {
    return false;
  }
}
