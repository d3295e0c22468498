package org.pyconc.stdlib.io;

import java.io.IOException;
import org.pyconc.transfer.Copier;

/** Where the bytes of a file object come from and go to. */
public interface RawStream {
  /** What reading and writing return when they would have to wait and must not. */
  int WOULD_BLOCK = -2;

  /** Reads at least one byte; -1 at the end. */
  int read(byte[] to, int from, int count) throws IOException;

  /** Writes at least one byte; returns how many. */
  int write(byte[] bytes, int from, int count) throws IOException;

  boolean canSeek();

  long position() throws IOException;

  void setPosition(long position) throws IOException;

  long size() throws IOException;

  /** Sets the size; the position stays. */
  void truncate(long size) throws IOException;

  boolean isTerminal();

  /** The number, or -1 if there is none. */
  int descriptor();

  /** Passes on that buffers are to be emptied. */
  default void flush() {}

  void close();

  /** Whether it was closed by others than the file object above. */
  default boolean isClosed() {
    return false;
  }

  /** The same for a child of a fork. */
  RawStream copy(Copier copier);

  /** A way to the same place that does not keep this object from being collected. */
  default RawStream twin() {
    return this;
  }

  /**
   * What is to be done before what is behind this is closed because the program has forgotten it.
   */
  default void whenForgotten(Runnable action) {}
}
