package org.pyconc.embedding.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file of a context. */
final class ContextChannel extends FileChannel {
  private static final int PIECE = 8192;

  /** Guards itself: several operations have to be one. */
  private final SeekableByteChannel bytes;

  ContextChannel(SeekableByteChannel bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    synchronized (bytes) {
      return bytes.read(to);
    }
  }

  @Override
  public long read(ByteBuffer[] to, int from, int count) throws IOException {
    synchronized (bytes) {
      long total = 0;
      for (int i = from; i < from + count; i++) {
        while (to[i].hasRemaining()) {
          int got = bytes.read(to[i]);
          if (got < 0) {
            return total == 0 ? -1 : total;
          }
          total += got;
        }
      }
      return total;
    }
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    synchronized (bytes) {
      return bytes.write(from);
    }
  }

  @Override
  public long write(ByteBuffer[] all, int from, int count) throws IOException {
    synchronized (bytes) {
      long total = 0;
      for (int i = from; i < from + count; i++) {
        while (all[i].hasRemaining()) {
          total += bytes.write(all[i]);
        }
      }
      return total;
    }
  }

  @Override
  public long position() throws IOException {
    return bytes.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    synchronized (bytes) {
      bytes.position(position);
    }
    return this;
  }

  @Override
  public long size() throws IOException {
    return bytes.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    synchronized (bytes) {
      bytes.truncate(size);
    }
    return this;
  }

  /** The file system of the application decides when to write. */
  @Override
  public void force(boolean metaData) {}

  @Override
  public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, PIECE));
    if (read(piece, position) <= 0) {
      return 0;
    }
    return to.write(piece.flip());
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, PIECE));
    return from.read(piece) <= 0 ? 0 : write(piece.flip(), position);
  }

  @Override
  public int read(ByteBuffer to, long position) throws IOException {
    synchronized (bytes) {
      long before = bytes.position();
      try {
        return bytes.position(position).read(to);
      } finally {
        bytes.position(before);
      }
    }
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    synchronized (bytes) {
      long before = bytes.position();
      try {
        return bytes.position(position).write(from);
      } finally {
        bytes.position(before);
      }
    }
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void implCloseChannel() throws IOException {
    bytes.close();
  }
}
