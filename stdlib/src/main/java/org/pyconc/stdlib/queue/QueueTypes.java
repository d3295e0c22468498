package org.pyconc.stdlib.queue;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.stdlib.queue.QueueObject.Order;
import org.pyconc.stdlib.support.NoPickling;
import org.pyconc.stdlib.support.Timeouts;

/** The classes of the module {@code queue}. */
final class QueueTypes {
  private QueueTypes() {}

  static final PyType QUEUE = type("queue.Queue", Order.FIRST_IN_FIRST_OUT, QueueTypes::define);
  static final PyType LIFO_QUEUE = derived("LifoQueue", Order.LAST_IN_FIRST_OUT);
  static final PyType PRIORITY_QUEUE = derived("PriorityQueue", Order.SMALLEST_FIRST);
  static final PyType SIMPLE_QUEUE =
      type("_queue.SimpleQueue", Order.FIRST_IN_FIRST_OUT, QueueTypes::defineSimple);

  private static PyType type(String name, Order order, PyType.Definition definition) {
    return new PyType(name, BuiltinTypes.OBJECT, true, t -> new QueueObject(t, order), definition);
  }

  private static PyType derived(String name, Order order) {
    return new PyType("queue." + name, QUEUE, true, t -> new QueueObject(t, order), b -> {});
  }

  /** Whether a program's class keeps the items in its own way. */
  static boolean isOverridden(PyType type) {
    for (String name : new String[] {"_init", "_qsize", "_put", "_get"}) {
      if (type.lookup(name) != QUEUE.lookup(name)) {
        return true;
      }
    }
    return false;
  }

  private static QueueObject queue(Object self) {
    return (QueueObject) self;
  }

  private static void define(TypeBuilder b) {
    b.asPython("Queue");
    NoPickling.holdsLock(b, "_thread.lock");
    b.doc("Create a queue object with a given maximum size.");
    b.method(
        "__init__(self, maxsize=0)",
        "A queue for that many items; without a limit if it is not positive.",
        (self, most) -> {
          queue(self).setLimit(limit(most));
          return PySingleton.NONE;
        });
    b.method(
        "put(self, item, block=True, timeout=None)",
        "Puts an item into the queue; waits while it is full.",
        QueueTypes::putItem);
    b.method(
        "put_nowait(self, item)",
        "Puts an item into the queue, or raises Full.",
        (self, item) -> put(queue(self), item, Deadline.NOW));
    b.method(
        "get(self, block=True, timeout=None)",
        "Takes an item out of the queue; waits while it is empty.",
        QueueTypes::getItem);
    b.method(
        "get_nowait(self)",
        "Takes an item out of the queue, or raises Empty.",
        self -> get(queue(self), Deadline.NOW));
    b.method("qsize(self)", "How many items are in it.", self -> (long) queue(self).size());
    b.method("empty(self)", "Whether there is none.", self -> queue(self).size() == 0);
    b.method("full(self)", "Whether there is no room.", self -> queue(self).isFull());
    b.method("task_done(self)", "An item that was taken is done.", QueueTypes::taskDone);
    b.method(
        "join(self)",
        "Waits until all items are done.",
        self -> {
          queue(self).join();
          return PySingleton.NONE;
        });
    b.property(
        "maxsize",
        "The most items it holds.",
        self -> queue(self).limit(),
        (self, most) -> {
          queue(self).changeLimit(limit(most));
          return PySingleton.NONE;
        });
    b.getter("unfinished_tasks", "How many items are not done.", self -> queue(self).unfinished());
    b.getter("queue", "The items.", self -> queue(self).contents());
    b.getter("mutex", "A lock.", self -> queue(self).mutex());
    b.getter(
        "not_empty", "Told of new items.", self -> queue(self).condition(QueueObject.Event.ITEM));
    b.getter(
        "not_full", "Told of new room.", self -> queue(self).condition(QueueObject.Event.ROOM));
    b.getter(
        "all_tasks_done",
        "Told when all items are done.",
        self -> queue(self).condition(QueueObject.Event.ALL_DONE));
    b.method("_init(self, maxsize)", "Begins without items.", (self, most) -> PySingleton.NONE);
    b.method("_qsize(self)", "How many items it holds.", self -> (long) queue(self).ownSize());
    b.method(
        "_put(self, item)",
        "Keeps an item.",
        (self, item) -> {
          queue(self).addOwn(item);
          return PySingleton.NONE;
        });
    b.method("_get(self)", "Takes an item out.", self -> queue(self).takeOwn());
    b.generic();
  }

  private static void defineSimple(TypeBuilder b) {
    b.method(
        "put(self, /, item, block=True, timeout=None)",
        "Puts an item into the queue; never waits.",
        QueueTypes::putSimple);
    b.method(
        "put_nowait(self, /, item)",
        "Puts an item into the queue.",
        (self, item) -> put(queue(self), item, Deadline.NOW));
    b.method(
        "get(self, /, block=True, timeout=None)",
        "Takes an item out of the queue; waits while it is empty.",
        QueueTypes::getSimple);
    b.method(
        "get_nowait(self, /)",
        "Takes an item out of the queue, or raises Empty.",
        self -> get(queue(self), Deadline.NOW));
    b.method("qsize(self, /)", "How many items are in it.", self -> (long) queue(self).size());
    b.method("empty(self, /)", "Whether there is none.", self -> queue(self).size() == 0);
    b.generic();
  }

  /** A limit may be a float: as many items as are less than it, and one more. */
  private static long limit(Object most) {
    return PyPayloadInstance.unwrap(most) instanceof Double d
        ? (long) Math.ceil(d)
        : Items.toLong(most);
  }

  private static long deadline(Object block, Object timeout, Timeouts.Use use) {
    if (!Truth.isTrue(block)) {
      return Deadline.NOW;
    }
    long deadline = Timeouts.deadline(timeout, use);
    if (timeout != PySingleton.NONE && Timeouts.seconds(timeout) < 0) {
      throw Errors.valueError("'timeout' must be a non-negative number");
    }
    return deadline;
  }

  private static Object putItem(Object self, Object item, Object block, Object timeout) {
    boolean isLimited = queue(self).limit() > 0;
    return put(
        queue(self),
        item,
        isLimited ? deadline(block, timeout, Timeouts.Use.BELOW_ZERO) : Deadline.NOW);
  }

  private static Object putSimple(Object self, Object item, Object block, Object timeout) {
    return put(queue(self), item, Deadline.NOW);
  }

  private static Object put(QueueObject queue, Object item, long deadline) {
    if (!queue.put(item, deadline)) {
      throw QueueErrors.full();
    }
    return PySingleton.NONE;
  }

  private static Object getItem(Object self, Object block, Object timeout) {
    return get(queue(self), deadline(block, timeout, Timeouts.Use.BELOW_ZERO));
  }

  private static Object getSimple(Object self, Object block, Object timeout) {
    return get(queue(self), deadline(block, timeout, Timeouts.Use.INTEGER));
  }

  private static Object get(QueueObject queue, long deadline) {
    @Nullable Object item = queue.get(deadline);
    if (item == null) {
      throw QueueErrors.empty();
    }
    return item;
  }

  private static Object taskDone(Object self) {
    if (!queue(self).taskDone()) {
      throw Errors.valueError("task_done() called too many times");
    }
    return PySingleton.NONE;
  }
}
