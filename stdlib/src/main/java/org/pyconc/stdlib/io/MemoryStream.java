package org.pyconc.stdlib.io;

import java.util.Arrays;
import org.pyconc.objects.BufferSource;
import org.pyconc.transfer.Copier;

/** The bytes of a {@code BytesIO}. */
final class MemoryStream implements RawStream, BufferSource {
  private byte[] bytes;
  private int size;
  private long position;

  MemoryStream(byte[] bytes) {
    this.bytes = bytes;
    this.size = bytes.length;
  }

  byte[] value() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public int read(byte[] to, int from, int count) {
    if (position >= size) {
      return -1;
    }
    int taken = (int) Math.min(count, size - position);
    System.arraycopy(bytes, (int) position, to, from, taken);
    position += taken;
    return taken;
  }

  @Override
  public byte[] buffer() {
    return bytes;
  }

  @Override
  public int bufferSize() {
    return size;
  }

  @Override
  public String itemFormat() {
    return "B";
  }

  @Override
  public int itemSize() {
    return 1;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public int write(byte[] source, int from, int count) {
    if (count == 0) {
      return 0;
    }
    int end = Math.toIntExact(position + count);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
    }
    if (position > size) {
      Arrays.fill(bytes, size, (int) position, (byte) 0);
    }
    System.arraycopy(source, from, bytes, (int) position, count);
    position = end;
    size = Math.max(size, end);
    return count;
  }

  @Override
  public boolean canSeek() {
    return true;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void setPosition(long newPosition) {
    position = newPosition;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void truncate(long newSize) {
    size = (int) Math.min(size, newSize);
  }

  @Override
  public boolean isTerminal() {
    return false;
  }

  @Override
  public int descriptor() {
    return -1;
  }

  @Override
  public void close() {
    bytes = new byte[0];
    size = 0;
  }

  @Override
  public RawStream copy(Copier copier) {
    MemoryStream copy = new MemoryStream(value());
    copy.position = position;
    return copy;
  }
}
