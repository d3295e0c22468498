package org.pyconc.stdlib.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.kernel.Origin;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.kernel.WaitSource;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.CallStack;
import org.pyconc.stdlib.heapq.HeapqModule;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A queue between the threads of one process. These run one at a time: no monitor is needed. */
final class QueueObject extends PyInstance implements Transferable {
  /** In which order items are taken. */
  enum Order {
    FIRST_IN_FIRST_OUT,
    LAST_IN_FIRST_OUT,
    SMALLEST_FIRST
  }

  /** One end of it, to wait at. */
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
      return made == null ? null : made.describe();
    }
  }

  private final @Nullable Origin made;
  private final Order order;
  private long limit;

  /** For the first order; it does its own waiting. */
  private MessageQueue messages;

  /** For the other orders. */
  private final PyList items = new PyList();

  private final WaitQueue notEmpty = new WaitQueue(new End("an item of Queue"));
  private final WaitQueue notFull = new WaitQueue(new End("room in Queue"));
  private final WaitQueue done = new WaitQueue(new End("all items of Queue to be done"));
  private long unfinished;

  QueueObject(PyType type, Order order) {
    this(type, order, CallStack.here());
  }

  private QueueObject(PyType type, Order order, @Nullable Origin made) {
    super(type);
    this.order = order;
    this.made = made;
    this.messages = new MessageQueue(0, made);
  }

  /**
   * Sets the most items it holds.
   *
   * @param newLimit not positive: unbounded
   */
  void setLimit(long newLimit) {
    limit = newLimit;
    if (order == Order.FIRST_IN_FIRST_OUT) {
      messages = new MessageQueue((int) Math.min(newLimit, Integer.MAX_VALUE), made);
    }
  }

  long limit() {
    return limit;
  }

  int size() {
    return order == Order.FIRST_IN_FIRST_OUT ? messages.size() : items.size();
  }

  private boolean hasRoom() {
    return limit <= 0 || size() < limit;
  }

  boolean isFull() {
    return !hasRoom();
  }

  /** Adds an item; false if it was full until the deadline. */
  boolean put(Object item, long deadline) {
    if (order == Order.FIRST_IN_FIRST_OUT) {
      if (!messages.put(item, deadline)) {
        return false;
      }
    } else {
      if (!Task.await(notFull, this::hasRoom, deadline)) {
        return false;
      }
      if (order == Order.SMALLEST_FIRST) {
        HeapqModule.push(items, item);
      } else {
        items.append(item);
      }
      notEmpty.wakeAll();
    }
    unfinished++;
    return true;
  }

  /** Takes an item; null if there was none until the deadline. */
  @Nullable Object get(long deadline) {
    if (order == Order.FIRST_IN_FIRST_OUT) {
      return messages.get(deadline);
    }
    if (!Task.await(notEmpty, () -> items.size() > 0, deadline)) {
      return null;
    }
    Object item =
        order == Order.SMALLEST_FIRST ? HeapqModule.pop(items) : items.remove(items.size() - 1);
    notFull.wakeAll();
    return item;
  }

  /** How many items have not been declared done. */
  long unfinished() {
    return unfinished;
  }

  /** One more is done; false if there are no more. */
  boolean taskDone() {
    if (unfinished <= 0) {
      return false;
    }
    if (--unfinished == 0) {
      done.wakeAll();
    }
    return true;
  }

  /** Waits until all items are done. */
  void join() {
    Task.await(done, () -> unfinished == 0, Deadline.NEVER);
  }

  /** The items in the order in which they came, or of the heap. */
  List<Object> items() {
    return order == Order.FIRST_IN_FIRST_OUT ? messages.messages() : List.of(items.toArray());
  }

  /** In the child of a fork: another one with the same items. */
  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(
          this,
          type().name().equals("SimpleQueue")
              ? "'_queue.SimpleQueue' object"
              : "'_thread.lock' object");
    }
    QueueObject copy = new QueueObject(copier.copyType(type()), order, made);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.setLimit(limit);
    copy.unfinished = unfinished;
    for (Object item : items()) {
      Object itsCopy = copier.copy(item);
      if (order == Order.FIRST_IN_FIRST_OUT) {
        copy.messages.put(itsCopy, Deadline.NOW);
      } else {
        copy.items.append(itsCopy);
      }
    }
    return copy;
  }
}
