package org.pyconc.kernel;

/** Bytes from writers to readers, as a pipe of Linux. Its ring is guarded by its monitor. */
public final class BytePipe {
  private static final int CAPACITY = 65_536;
  private static final int SMALLEST = 512;

  private final WaitQueue readable = new WaitQueue(new Side("read from pipe"));
  private final WaitQueue writable = new WaitQueue(new Side("write into full pipe"));
  private byte[] ring = {};
  private int first;
  private int count;
  private boolean hasReader = true;
  private boolean hasWriter = true;

  /** Whether reading would not wait: there are bytes, or never will be. */
  public synchronized boolean isReadable() {
    return count > 0 || !hasWriter;
  }

  /** Whether writing a little would not wait. */
  public synchronized boolean isWritable() {
    return CAPACITY - count >= SMALLEST || !hasReader;
  }

  public synchronized boolean isEmpty() {
    return count == 0;
  }

  public synchronized boolean hasReader() {
    return hasReader;
  }

  public synchronized boolean hasWriter() {
    return hasWriter;
  }

  /** Those who wait for bytes, or for room. */
  public WaitQueue queue(boolean ofReaders) {
    return ofReaders ? readable : writable;
  }

  /**
   * Waits for bytes and takes some.
   *
   * @return how many, or -1 at the end
   */
  public int read(byte[] to, int from, int wanted) {
    while (true) {
      TaskWaiter wait;
      Task task;
      synchronized (this) {
        if (count > 0) {
          int taken = Math.min(count, wanted);
          int straight = Math.min(taken, ring.length - first);
          System.arraycopy(ring, first, to, from, straight);
          System.arraycopy(ring, 0, to, from + straight, taken - straight);
          first = (first + taken) % ring.length;
          count -= taken;
          writable.wakeAll();
          return taken;
        }
        if (!hasWriter) {
          return -1;
        }
        task = Task.require();
        wait = task.prepare(readable);
      }
      task.block(wait, Deadline.NEVER);
    }
  }

  /**
   * Waits until all bytes have gone in.
   *
   * @return how many, or -1 if nobody reads any more
   */
  public int write(byte[] bytes, int from, int wanted) {
    int written = 0;
    while (true) {
      TaskWaiter wait;
      Task task;
      synchronized (this) {
        if (!hasReader) {
          return -1;
        }
        int room = CAPACITY - count;
        int now = Math.min(room, wanted - written);
        if (now > 0) {
          append(bytes, from + written, now);
          written += now;
          readable.wakeAll();
        }
        if (written == wanted) {
          return written;
        }
        task = Task.require();
        wait = task.prepare(writable);
      }
      task.block(wait, Deadline.NEVER);
    }
  }

  private void append(byte[] bytes, int from, int length) {
    if (count + length > ring.length) {
      byte[] larger = new byte[Math.min(CAPACITY, Math.max(SMALLEST, (count + length) * 2))];
      int straight = Math.min(count, ring.length - first);
      System.arraycopy(ring, first, larger, 0, straight);
      System.arraycopy(ring, 0, larger, straight, count - straight);
      ring = larger;
      first = 0;
    }
    int end = (first + count) % ring.length;
    int straight = Math.min(length, ring.length - end);
    System.arraycopy(bytes, from, ring, end, straight);
    System.arraycopy(bytes, from + straight, ring, 0, length - straight);
    count += length;
  }

  /** Nobody reads any more. */
  public void closeReading() {
    synchronized (this) {
      hasReader = false;
      count = 0;
    }
    writable.wakeAll();
  }

  /** Nobody writes any more: readers see the end after what is there. */
  public void closeWriting() {
    synchronized (this) {
      hasWriter = false;
    }
    readable.wakeAll();
  }

  private record Side(String description) implements WaitSource {
    @Override
    public String describe() {
      return description;
    }
  }
}
