package org.pyconc.stdlib.queue;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.kernel.Origin;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.kernel.WaitSource;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.CallStack;
import org.pyconc.stdlib.collections.PyDeque;
import org.pyconc.stdlib.heapq.HeapqModule;
import org.pyconc.stdlib.threading.ThreadingModule;
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

  /** What a program can wait for with a condition of its own hands. */
  enum Event {
    ITEM,
    ROOM,
    ALL_DONE
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

  /** For the other orders, and for the first once the program has asked for its items. */
  private final PyList items = new PyList();

  private @Nullable PyDeque deque;

  /** Whether the program's subclass keeps the items itself. */
  private boolean isOverridden;

  /** Held while such a subclass's methods run. */
  private @Nullable KernelSemaphore guard;

  /** {@code mutex}. */
  private @Nullable Object mutex;

  /** {@code not_empty} and the others, by {@link Event}, once the program has asked for one. */
  private @Nullable Object @Nullable [] conditions;

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
    if (type() != QueueTypes.QUEUE && QueueTypes.isOverridden(type())) {
      isOverridden = true;
      guard = KernelSemaphore.lock(made);
      Calls.method(this, "_init", newLimit);
    }
    if (order == Order.FIRST_IN_FIRST_OUT) {
      messages = new MessageQueue((int) Math.min(newLimit, Integer.MAX_VALUE), made);
    }
  }

  /** As the attribute {@code maxsize} is set: what is in it already stays. */
  void changeLimit(long newLimit) {
    limit = newLimit;
    messages.setCapacity((int) Math.min(newLimit, Integer.MAX_VALUE));
  }

  long limit() {
    return limit;
  }

  /** The kernel's queue, which any thread may put something into. */
  MessageQueue messages() {
    return messages;
  }

  int size() {
    return isOverridden ? Items.toInt(Calls.method(this, "_qsize")) : ownSize();
  }

  /** How many items it holds itself. */
  int ownSize() {
    if (order != Order.FIRST_IN_FIRST_OUT) {
      return items.size();
    }
    return deque == null ? messages.size() : deque.size();
  }

  /** Whether the kernel's queue does all the work. */
  private boolean isPlain() {
    return order == Order.FIRST_IN_FIRST_OUT && deque == null && !isOverridden;
  }

  /** {@code mutex}: keeps the program's own threads from each other. */
  Object mutex() {
    Object known = mutex;
    if (known == null) {
      known = ThreadingModule.newLock();
      mutex = known;
    }
    return known;
  }

  /** A condition with {@link #mutex} that is told of an event. */
  Object condition(Event event) {
    @Nullable Object[] all = conditions;
    if (all == null) {
      all = new Object[Event.values().length];
      conditions = all;
    }
    Object known = all[event.ordinal()];
    if (known == null) {
      known = ThreadingModule.newCondition(mutex());
      all[event.ordinal()] = known;
    }
    return known;
  }

  private void tell(Event event) {
    @Nullable Object[] all = conditions;
    Object condition = all == null ? null : all[event.ordinal()];
    if (condition != null) {
      ThreadingModule.wakeAll(condition);
    }
  }

  private boolean hasRoom() {
    return limit <= 0 || size() < limit;
  }

  boolean isFull() {
    return !hasRoom();
  }

  /** Adds an item; false if it was full until the deadline. */
  boolean put(Object item, long deadline) {
    if (isPlain()) {
      if (!messages.put(item, deadline)) {
        return false;
      }
    } else if (!guarded(notFull, this::hasRoom, deadline, () -> add(item))) {
      return false;
    }
    unfinished++;
    tell(Event.ITEM);
    return true;
  }

  private void add(Object item) {
    if (isOverridden) {
      Calls.method(this, "_put", item);
    } else {
      addOwn(item);
    }
    notEmpty.wakeAll();
  }

  /** Keeps an item itself: {@code _put}. */
  void addOwn(Object item) {
    switch (order) {
      case SMALLEST_FIRST -> HeapqModule.push(items, item);
      case LAST_IN_FIRST_OUT -> items.append(item);
      case FIRST_IN_FIRST_OUT -> ownDeque().append(item);
    }
  }

  /** Takes an item; null if there was none until the deadline. */
  @Nullable Object get(long deadline) {
    if (isPlain()) {
      Object item = messages.get(deadline);
      if (item != null) {
        tell(Event.ROOM);
      }
      return item;
    }
    Object[] taken = new Object[1];
    boolean came =
        guarded(
            notEmpty,
            () -> size() > 0,
            deadline,
            () -> {
              taken[0] = isOverridden ? Calls.method(this, "_get") : takeOwn();
              notFull.wakeAll();
            });
    if (came) {
      tell(Event.ROOM);
    }
    return came ? taken[0] : null;
  }

  /** Takes an item that it holds itself: {@code _get}. */
  Object takeOwn() {
    Object item =
        switch (order) {
          case SMALLEST_FIRST -> HeapqModule.pop(items);
          case LAST_IN_FIRST_OUT -> items.size() == 0 ? null : items.remove(items.size() - 1);
          case FIRST_IN_FIRST_OUT -> ownDeque().popLeft();
        };
    if (item == null) {
      throw Errors.indexError(
          "pop from an empty " + (order == Order.FIRST_IN_FIRST_OUT ? "deque" : "list"));
    }
    return item;
  }

  /** Waits for a condition and acts on it before others can; false at the deadline. */
  private boolean guarded(
      WaitQueue queue, BooleanSupplier condition, long deadline, Runnable action) {
    while (Task.await(queue, condition, deadline)) {
      KernelSemaphore own = guard;
      if (own == null) {
        action.run();
        return true;
      }
      own.acquire(Deadline.NEVER);
      try {
        if (condition.getAsBoolean()) {
          action.run();
          return true;
        }
      } finally {
        own.release();
      }
    }
    return false;
  }

  private PyDeque ownDeque() {
    PyDeque known = deque;
    if (known == null) {
      known = new PyDeque();
      deque = known;
    }
    return known;
  }

  /** {@code queue}: the list or deque of its items, unless somebody waits at the kernel's queue. */
  Object contents() {
    if (order != Order.FIRST_IN_FIRST_OUT) {
      return items;
    }
    if (deque != null || isOverridden) {
      return ownDeque();
    }
    PyDeque all = new PyDeque();
    boolean isFree = messages.readable().isEmpty() && messages.writable().isEmpty();
    for (Object item : messages.messages()) {
      all.append(item);
      if (isFree) {
        messages.get(Deadline.NOW);
      }
    }
    if (isFree) {
      deque = all;
    }
    return all;
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
      tell(Event.ALL_DONE);
    }
    return true;
  }

  /** Waits until all items are done. */
  void join() {
    Task.await(done, () -> unfinished == 0, Deadline.NEVER);
  }

  /** The items in the order in which they came, or of the heap. */
  List<Object> items() {
    if (deque != null) {
      return List.of(deque.toArray());
    }
    return order == Order.FIRST_IN_FIRST_OUT ? messages.messages() : List.of(items.toArray());
  }

  /** Another one with the same items. */
  @Override
  public Object copy(Copier copier) {
    if (!copier.makesLocks()) {
      throw Copier.refuse(
          this,
          type().simpleName().equals("SimpleQueue")
              ? "'_queue.SimpleQueue' object"
              : "'_thread.lock' object");
    }
    QueueObject copy = new QueueObject(copier.copyType(type()), order, made);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.limit = limit;
    copy.isOverridden = isOverridden;
    copy.guard = isOverridden ? KernelSemaphore.lock(made) : null;
    copy.messages = new MessageQueue((int) Math.min(limit, Integer.MAX_VALUE), made);
    copy.unfinished = unfinished;
    for (Object item : items()) {
      Object itsCopy = copier.copy(item);
      if (deque != null) {
        copy.ownDeque().append(itsCopy);
      } else if (order == Order.FIRST_IN_FIRST_OUT) {
        copy.messages.put(itsCopy, Deadline.NOW);
      } else {
        copy.items.append(itsCopy);
      }
    }
    return copy;
  }
}
