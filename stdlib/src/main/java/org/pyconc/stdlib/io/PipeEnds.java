package org.pyconc.stdlib.io;

import java.io.IOException;
import org.pyconc.kernel.BytePipe;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.runtime.ByteEnd;

/**
 * The two ends of a pipe for bytes, each of which can be a file descriptor in several processes.
 * Reading ends with the last writing descriptor, writing fails after the last reading one.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#os.pipe">os.pipe</a>
 */
public record PipeEnds(KernelObject reading, KernelObject writing) {
  /** A new pipe. */
  public static PipeEnds make() {
    BytePipe bytes = new BytePipe();
    return new PipeEnds(new ReadingEnd(bytes), new WritingEnd(bytes));
  }

  private abstract static class End extends KernelObject implements ByteEnd, Pollable, CanDecline {
    private static final String LATER = "Resource temporarily unavailable";

    final BytePipe bytes;
    private volatile boolean isBlocking = true;

    End(BytePipe bytes) {
      super(null);
      this.bytes = bytes;
    }

    @Override
    public Object file() {
      return bytes;
    }

    @Override
    public boolean isBlocking() {
      return isBlocking;
    }

    @Override
    public void setBlocking(boolean blocking) {
      isBlocking = blocking;
    }

    void decline(boolean isReady) throws IOException {
      if (!isReady && !isBlocking) {
        throw new IOException(LATER);
      }
    }

    @Override
    public WaitQueue queue(int one) {
      return bytes.queue(one == READ);
    }

    @Override
    public String describe() {
      return "pipe";
    }
  }

  private static final class ReadingEnd extends End {
    ReadingEnd(BytePipe bytes) {
      super(bytes);
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
      decline(bytes.isReadable());
      return bytes.read(to, from, count);
    }

    @Override
    public int ready(int wanted) {
      return bytes.isReadable() ? wanted & READ : 0;
    }

    @Override
    public int ends() {
      return bytes.hasWriter() ? 0 : bytes.isEmpty() ? HANG_UP | DRAINED : HANG_UP;
    }

    @Override
    protected void onLastClose() {
      bytes.closeReading();
    }
  }

  private static final class WritingEnd extends End {
    WritingEnd(BytePipe bytes) {
      super(bytes);
    }

    @Override
    public int write(byte[] data, int from, int count) throws IOException {
      decline(bytes.isWritable());
      int written = bytes.write(data, from, count);
      if (written < 0) {
        throw new IOException("Broken pipe");
      }
      return written;
    }

    @Override
    public int ready(int wanted) {
      return bytes.isWritable() ? wanted & WRITE : 0;
    }

    @Override
    public int ends() {
      return bytes.hasReader() ? 0 : BROKEN;
    }

    @Override
    protected void onLastClose() {
      bytes.closeWriting();
    }
  }
}
