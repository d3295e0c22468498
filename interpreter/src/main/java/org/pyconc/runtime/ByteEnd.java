package org.pyconc.runtime;

import java.io.IOException;

/**
 * A descriptor that bytes go through: a file, an end of a pipe, a socket. Waits through the kernel.
 */
public interface ByteEnd {
  /**
   * Reads at least one byte.
   *
   * @return how many, or -1 at the end
   */
  int read(byte[] to, int from, int count) throws IOException;

  /** Writes at least one byte; returns how many. */
  int write(byte[] bytes, int from, int count) throws IOException;

  /** Whether it is a terminal. */
  default boolean isTerminal() {
    return false;
  }
}
