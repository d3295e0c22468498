package org.pyconc.kernel;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a pipe. It counts the handles on its two ends: when the last writing one is
 * closed, readers see the end after the last message; when the last reading one is closed, writing
 * fails. Writers wait while more than a budget of bytes is under way.
 */
public final class Channel extends KernelObject {
  /** What {@link #get} returns at the end of the file. */
  public static final Object END = new End();

  /** What a pipe of Linux holds, in bytes. */
  public static final long PIPE_CAPACITY = 65_536;

  /** What came of a put. */
  public enum Put {
    DONE,
    TIMEOUT,
    /** Nobody can read it any more. */
    BROKEN
  }

  /** A message of which a reader may take the beginning only. */
  public interface Splittable {
    Splittable head(long length);

    Splittable tail(long from);
  }

  private record Message(Object payload, long size) {}

  private static final class End {
    @Override
    public String toString() {
      return "end of file";
    }
  }

  private final long budget;
  private final WaitQueue readable = new WaitQueue(new Side("data of Pipe"));
  private final WaitQueue writable = new WaitQueue(new Side("room in Pipe"));

  // Guarded by this.
  private final ArrayDeque<Message> messages = new ArrayDeque<>(2);
  private long used;
  private int readers;
  private int writers;

  /**
   * @param budget bytes under way before writers wait, such as {@link #PIPE_CAPACITY}
   */
  public Channel(long budget, @Nullable Origin origin) {
    super(origin);
    this.budget = budget;
  }

  public Handle openReader(KernelProcess process) {
    return open(process, Handle.READ);
  }

  public Handle openWriter(KernelProcess process) {
    return open(process, Handle.WRITE);
  }

  /**
   * Sends a message. One that is larger than the whole budget goes when nothing else is under way.
   *
   * @param size in bytes, at least 0
   */
  public Put put(Object payload, long size, long deadline) {
    while (true) {
      TaskWaiter wait;
      Task task;
      synchronized (this) {
        if (readers == 0) {
          return Put.BROKEN;
        }
        if (messages.isEmpty() || used + size <= budget) {
          messages.add(new Message(isTraced ? TraceRecorder.sent(payload) : payload, size));
          used += size;
          readable.wakeOne();
          return Put.DONE;
        }
        if (Deadline.isPast(deadline)) {
          return Put.TIMEOUT;
        }
        task = Task.require();
        wait = task.prepare(writable);
      }
      task.block(wait, deadline);
    }
  }

  /** Receives a whole message; null if none came until the deadline, {@link #END} at the end. */
  public @Nullable Object get(long deadline) {
    return get(Long.MAX_VALUE, deadline);
  }

  /** As {@link #get(long)}, but of a {@link Splittable} message at most that many bytes. */
  public @Nullable Object get(long limit, long deadline) {
    while (true) {
      TaskWaiter wait;
      Task task;
      synchronized (this) {
        Message first = messages.poll();
        if (first != null) {
          return taken(first, limit);
        }
        if (writers == 0) {
          return END;
        }
        if (Deadline.isPast(deadline)) {
          return null;
        }
        task = Task.require();
        wait = task.prepare(readable);
      }
      task.block(wait, deadline);
    }
  }

  private Object taken(Message first, long limit) {
    Object payload = isTraced ? TraceRecorder.received(first.payload) : first.payload;
    long size = first.size;
    if (limit < size && payload instanceof Splittable splittable) {
      messages.addFirst(new Message(splittable.tail(limit), size - limit));
      payload = splittable.head(limit);
      size = limit;
      readable.wakeOne();
    }
    used -= size;
    // All: the first may need more room than there is, while a later one fits.
    writable.wakeAll();
    return payload;
  }

  @Override
  protected void opened(int mode) {
    readers += mode & Handle.READ;
    writers += (mode & Handle.WRITE) >> 1;
  }

  @Override
  protected void closed(int mode) {
    boolean end;
    boolean broken;
    synchronized (this) {
      readers -= mode & Handle.READ;
      writers -= (mode & Handle.WRITE) >> 1;
      end = writers == 0;
      broken = readers == 0;
      if (broken) {
        messages.clear();
        used = 0;
      }
    }
    if (end) {
      readable.wakeAll();
    }
    if (broken) {
      writable.wakeAll();
    }
  }

  /** Whether {@link #get} would not wait: a message is there, or the end. */
  public synchronized boolean isReadable() {
    return !messages.isEmpty() || writers == 0;
  }

  /** Whether a put of that size would not wait: there is room, or nobody reads. */
  public synchronized boolean isWritable(long size) {
    return readers == 0 || messages.isEmpty() || used + size <= budget;
  }

  /** Bytes under way. */
  public synchronized long used() {
    return used;
  }

  /** Woken when {@link #isReadable} may have become true. */
  public WaitQueue readable() {
    return readable;
  }

  /** Woken when {@link #isWritable} may have become true. */
  public WaitQueue writable() {
    return writable;
  }

  @Override
  public String describe() {
    return "Pipe";
  }

  private final class Side implements WaitSource {
    private final String description;

    Side(String description) {
      this.description = description;
    }

    @Override
    public String describe() {
      return description;
    }

    @Override
    public @Nullable String origin() {
      return Channel.this.origin();
    }

    @Override
    public KernelObject object() {
      return Channel.this;
    }
  }
}
