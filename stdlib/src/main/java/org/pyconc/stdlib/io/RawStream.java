package org.pyconc.stdlib.io;

import java.io.IOException;
import org.pyconc.transfer.Copier;

/** Where the bytes of a file object come from and go to. */
public interface RawStream {
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

  void close();

  /** The same for a child of a fork. */
  RawStream copy(Copier copier);
}
