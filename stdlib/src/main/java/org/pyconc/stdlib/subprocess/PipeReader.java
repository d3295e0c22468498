package org.pyconc.stdlib.subprocess;

import java.io.IOException;
import java.io.InputStream;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Polling;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.runtime.ByteEnd;

/**
 * The end of a pipe that a child program writes to. A thread of the host reads ahead, as far as a
 * pipe of Linux would hold.
 */
final class PipeReader extends KernelObject implements ByteEnd, Pollable, Runnable {
  private static final int CAPACITY = 1 << 16;

  private final InputStream stream;
  private final WaitQueue readers = new WaitQueue(this);
  private final WaitQueue nobody = new WaitQueue(this);

  // Guarded by this.
  private final byte[] buffer = new byte[CAPACITY];
  private int start;
  private int used;
  private boolean ended;
  private boolean closed;

  PipeReader(InputStream stream) {
    super(null);
    this.stream = stream;
  }

  PipeReader start() {
    Thread.ofVirtual().name("child's output").start(this);
    return this;
  }

  @Override
  public void run() {
    byte[] piece = new byte[8192];
    try (stream) {
      int count = stream.read(piece);
      while (count >= 0 && put(piece, count)) {
        count = stream.read(piece);
      }
    } catch (IOException | InterruptedException e) {
      // As if it had ended.
    }
    synchronized (this) {
      ended = true;
    }
    readers.wakeAll();
  }

  /** Returns false if nobody wants it any more. */
  private boolean put(byte[] piece, int count) throws InterruptedException {
    synchronized (this) {
      while (used + count > CAPACITY && !closed) {
        wait();
      }
      if (closed) {
        return false;
      }
      int end = (start + used) % CAPACITY;
      int first = Math.min(count, CAPACITY - end);
      System.arraycopy(piece, 0, buffer, end, first);
      System.arraycopy(piece, first, buffer, 0, count - first);
      used += count;
    }
    readers.wakeAll();
    return true;
  }

  private synchronized int take(byte[] to, int from, int most) {
    if (used == 0) {
      return ended ? -1 : 0;
    }
    int count = Math.min(most, used);
    int first = Math.min(count, CAPACITY - start);
    System.arraycopy(buffer, start, to, from, first);
    System.arraycopy(buffer, 0, to, from + first, count - first);
    start = (start + count) % CAPACITY;
    used -= count;
    notifyAll();
    return count;
  }

  @Override
  public int read(byte[] to, int from, int count) {
    while (count > 0) {
      int taken = take(to, from, count);
      if (taken != 0) {
        return taken;
      }
      Polling.await(this, READ, Deadline.NEVER);
    }
    return 0;
  }

  @Override
  public synchronized int ready(int wanted) {
    return used > 0 || ended ? wanted & READ : 0;
  }

  @Override
  public synchronized int ends() {
    return !ended ? 0 : used > 0 ? HANG_UP : HANG_UP | DRAINED;
  }

  @Override
  public WaitQueue queue(int one) {
    return one == READ ? readers : nobody;
  }

  @Override
  protected void onLastClose() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    Thread.ofVirtual().start(this::closeStream); // may wait for the thread that reads
  }

  private void closeStream() {
    try {
      stream.close();
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }

  @Override
  public String describe() {
    return "output of a child program";
  }
}
