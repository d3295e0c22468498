package org.pyconc.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** First in, first out; bounded or not. Messages are opaque and already copied by the sender. */
public final class MessageQueue extends KernelObject {
  /** Written under the monitor. */
  private volatile int capacity;

  private final WaitQueue notEmpty = new WaitQueue(new End("an item of Queue"));
  private final WaitQueue notFull = new WaitQueue(new End("room in Queue"));

  /** Guarded by this. */
  private final ArrayDeque<Object> messages = new ArrayDeque<>(2);

  /**
   * @param capacity not positive: unbounded
   */
  public MessageQueue(int capacity, @Nullable Origin origin) {
    super(origin);
    this.capacity = capacity <= 0 ? Integer.MAX_VALUE : capacity;
  }

  /** From now on it holds at most that many; not positive: any number. */
  public void setCapacity(int newCapacity) {
    synchronized (this) {
      capacity = newCapacity <= 0 ? Integer.MAX_VALUE : newCapacity;
    }
    notFull.wakeAll();
  }

  /**
   * Adds a message at the end. Never waits if the queue is unbounded, so host threads may call it.
   *
   * @return false if the queue was full until the deadline
   */
  public boolean put(Object message, long deadline) {
    while (true) {
      TaskWaiter wait;
      Task task;
      synchronized (this) {
        if (messages.size() < capacity) {
          messages.add(isTraced ? TraceRecorder.sent(message) : message);
          notEmpty.wakeOne();
          return true;
        }
        if (Deadline.isPast(deadline)) {
          return false;
        }
        task = Task.require();
        wait = task.prepare(notFull);
      }
      task.block(wait, deadline);
    }
  }

  /** Takes the first message; null if there was none until the deadline. */
  public @Nullable Object get(long deadline) {
    while (true) {
      TaskWaiter wait;
      Task task;
      synchronized (this) {
        Object message = messages.poll();
        if (message != null) {
          notFull.wakeOne();
          return isTraced ? TraceRecorder.received(message) : message;
        }
        if (Deadline.isPast(deadline)) {
          return null;
        }
        task = Task.require();
        wait = task.prepare(notEmpty);
      }
      task.block(wait, deadline);
    }
  }

  /** What is in it at this moment. */
  public synchronized List<Object> messages() {
    if (!isTraced) {
      return List.copyOf(messages);
    }
    List<Object> seen = new ArrayList<>(messages.size());
    for (Object message : messages) {
      seen.add(TraceRecorder.seen(message));
    }
    return seen;
  }

  public synchronized int size() {
    return messages.size();
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  public boolean isFull() {
    return size() >= capacity;
  }

  /** The most messages it holds; {@link Integer#MAX_VALUE} if unbounded. */
  public int capacity() {
    return capacity;
  }

  /** Woken when a message has come. */
  public WaitQueue readable() {
    return notEmpty;
  }

  /** Woken when there is room. */
  public WaitQueue writable() {
    return notFull;
  }

  @Override
  public String describe() {
    return "Queue";
  }

  private final class End implements WaitSource {
    private final String description;

    End(String description) {
      this.description = description;
    }

    @Override
    public String describe() {
      return description;
    }

    @Override
    public @Nullable String origin() {
      return MessageQueue.this.origin();
    }

    @Override
    public KernelObject object() {
      return MessageQueue.this;
    }
  }
}
