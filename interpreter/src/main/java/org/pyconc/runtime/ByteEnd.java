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

  /** What it is in the type bits of {@code st_mode}. */
  enum FileType {
    PIPE(0010000),
    CHARACTER_DEVICE(0020000),
    SOCKET(0140000);

    private final int bits;

    FileType(int bits) {
      this.bits = bits;
    }

    public int bits() {
      return bits;
    }
  }

  /** What kind of file it is, unless it is one of the host's file system. */
  default FileType fileType() {
    return FileType.PIPE;
  }

  /** What both ends of a pipe have in common, so that they count as the same file. */
  default Object file() {
    return this;
  }

  /** Whether it is a terminal. */
  default boolean isTerminal() {
    return false;
  }
}
