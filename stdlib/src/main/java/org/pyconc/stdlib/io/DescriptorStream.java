package org.pyconc.stdlib.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelObject;
import org.pyconc.runtime.ByteEnd;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;
import org.pyconc.transfer.Copier;

/** What is behind a file descriptor of the process. */
final class DescriptorStream implements RawStream {
  private final int descriptor;
  private final boolean closes;
  private Descriptors.@Nullable Watch watch;

  /**
   * @param closes whether closing the file object closes the descriptor
   */
  DescriptorStream(int descriptor, boolean closes) {
    this.descriptor = descriptor;
    this.closes = closes;
  }

  /** Has the descriptor closed if this is forgotten. */
  DescriptorStream watched() {
    if (closes) {
      watch = Descriptors.current().watch(this, descriptor);
    }
    return this;
  }

  private ByteEnd end() {
    return Descriptors.current().get(descriptor, ByteEnd.class);
  }

  @Override
  public int read(byte[] to, int from, int count) throws IOException {
    return end().read(to, from, count);
  }

  @Override
  public int write(byte[] bytes, int from, int count) throws IOException {
    return end().write(bytes, from, count);
  }

  @Override
  public boolean canSeek() {
    return Descriptors.current().find(descriptor) instanceof HostFile f && f.isRegular();
  }

  private FileChannel channel() {
    KernelObject object = Descriptors.current().find(descriptor);
    if (object instanceof HostFile f && f.isRegular()) {
      return f.channel();
    }
    throw HostErrors.of(object == null ? HostErrors.BAD_DESCRIPTOR : HostErrors.ILLEGAL_SEEK);
  }

  @Override
  public long position() throws IOException {
    return channel().position();
  }

  @Override
  public void setPosition(long position) throws IOException {
    channel().position(position);
  }

  @Override
  public long size() throws IOException {
    return channel().size();
  }

  @Override
  public void truncate(long size) throws IOException {
    FileChannel channel = channel();
    long position = channel.position();
    if (size > channel.size()) {
      channel.position(size - 1);
      channel.write(ByteBuffer.wrap(new byte[1]));
    } else {
      channel.truncate(size);
    }
    channel.position(position);
  }

  @Override
  public boolean isTerminal() {
    return Descriptors.current().find(descriptor) instanceof ByteEnd end && end.isTerminal();
  }

  @Override
  public int descriptor() {
    return descriptor;
  }

  @Override
  public void close() {
    if (closes) {
      if (watch != null) {
        Descriptors.current().unwatch(watch);
      }
      Descriptors.current().close(descriptor);
    }
  }

  @Override
  public RawStream twin() {
    return new DescriptorStream(descriptor, false);
  }

  @Override
  public void whenForgotten(Runnable action) {
    if (watch != null) {
      watch.beforeClosing(action);
    }
  }

  @Override
  public RawStream copy(Copier copier) {
    return new DescriptorStream(descriptor, closes);
  }
}
