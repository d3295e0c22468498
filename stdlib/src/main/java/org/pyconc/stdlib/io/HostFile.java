package org.pyconc.stdlib.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.ByteEnd;

/** A file of the host that is open. Processes that share it share its position, as on Linux. */
public final class HostFile extends KernelObject implements ByteEnd {
  private final FileChannel channel;
  private final Path path;
  private final boolean appends;
  private final List<FileLock> locks = new ArrayList<>(0);

  /** Devices and pipes may let one wait. */
  private final boolean isRegular;

  /**
   * @param appends whether all is written at the end
   */
  public HostFile(FileChannel channel, Path path, boolean appends, boolean isRegular) {
    super(null);
    this.channel = channel;
    this.path = path;
    this.appends = appends;
    this.isRegular = isRegular;
  }

  public FileChannel channel() {
    return channel;
  }

  /** The locks held on the file through this handle; guarded by the list. */
  public List<FileLock> locks() {
    return locks;
  }

  public Path path() {
    return path;
  }

  public boolean isRegular() {
    return isRegular;
  }

  @Override
  public int read(byte[] to, int from, int count) throws IOException {
    try {
      return call(() -> channel.read(ByteBuffer.wrap(to, from, count)));
    } catch (NonReadableChannelException e) {
      throw new IOException("Bad file descriptor", e);
    }
  }

  @Override
  public int write(byte[] bytes, int from, int count) throws IOException {
    try {
      return call(
          () -> {
            if (appends && isRegular) {
              channel.position(channel.size());
            }
            return channel.write(ByteBuffer.wrap(bytes, from, count));
          });
    } catch (NonWritableChannelException e) {
      throw new IOException("Bad file descriptor", e);
    }
  }

  private int call(Callable<Integer> work) throws IOException {
    try {
      return isRegular
          ? work.call()
          : Task.require().process().kernel().hostCalls().call("file " + path, work);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public boolean isTerminal() {
    return !isRegular && (path.startsWith("/dev/tty") || path.startsWith("/dev/pts"));
  }

  @Override
  protected void onLastClose() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }

  @Override
  public String describe() {
    return "file " + path;
  }
}
