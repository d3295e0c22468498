package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.CallStack;
import org.pyconc.stdlib.queue.QueueErrors;
import org.pyconc.stdlib.support.NoPickling;
import org.pyconc.stdlib.support.Timeouts;
import org.pyconc.transfer.Message;

/**
 * Queues between processes. An item is copied by {@code put}, so what cannot be sent is refused
 * there.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.html#pipes-and-queues">Pipes
 *     and Queues</a>
 */
final class QueueTypes {
  private QueueTypes() {}

  static final PyType QUEUE =
      new PyType(
          "multiprocessing.queues.Queue",
          BuiltinTypes.OBJECT,
          true,
          t -> new QueueObject(t, new MessageQueue(0, CallStack.here()), null),
          QueueTypes::define);

  static final PyType JOINABLE_QUEUE =
      new PyType(
          "multiprocessing.queues.JoinableQueue",
          QUEUE,
          true,
          t -> new QueueObject(t, new MessageQueue(0, CallStack.here()), new TaskCounter()),
          QueueTypes::defineJoinable);

  static final PyType SIMPLE_QUEUE =
      new PyType(
          "multiprocessing.queues.SimpleQueue",
          BuiltinTypes.OBJECT,
          true,
          t -> new QueueObject(t, new MessageQueue(0, CallStack.here()), null),
          QueueTypes::defineSimple);

  static Object newQueue(Object maxsize) {
    return new QueueObject(QUEUE, new MessageQueue(Items.toInt(maxsize), CallStack.here()), null);
  }

  static Object newJoinableQueue(Object maxsize) {
    return new QueueObject(
        JOINABLE_QUEUE,
        new MessageQueue(Items.toInt(maxsize), CallStack.here()),
        new TaskCounter());
  }

  static Object newSimpleQueue() {
    return new QueueObject(SIMPLE_QUEUE, new MessageQueue(0, CallStack.here()), null);
  }

  private static void define(TypeBuilder b) {
    b.asPython("Queue");
    NoPickling.isInherited(b, "");
    b.method(
        "__init__(self, maxsize=0, *, ctx)",
        "",
        (self, maxsize, context) -> {
          ((QueueObject) self).queue = new MessageQueue(Items.toInt(maxsize), CallStack.here());
          return PySingleton.NONE;
        });
    b.method(
        "put(self, obj, block=True, timeout=None)",
        "Adds an item; waits while the queue is full.",
        (self, item, block, timeout) -> put(self, item, Timeouts.deadline(block, timeout)));
    b.method(
        "put_nowait(self, obj)",
        "Adds an item, or raises Full.",
        (self, item) -> put(self, item, Deadline.NOW));
    b.method(
        "get(self, block=True, timeout=None)",
        "Takes the first item; waits while there is none.",
        (self, block, timeout) -> get(self, Timeouts.deadline(block, timeout)));
    b.method(
        "get_nowait(self)",
        "Takes the first item, or raises Empty.",
        self -> get(self, Deadline.NOW));
    b.method("qsize(self)", "How many items there are.", self -> (long) queue(self).size());
    b.method("empty(self)", "Whether there are no items.", self -> queue(self).isEmpty());
    b.method("full(self)", "Whether no item can be added.", self -> queue(self).isFull());
    b.method("close(self)", "This process adds no more items.", QueueTypes::close);
    b.method(
        "join_thread(self)", "Waits until all items are on their way.", QueueTypes::joinThread);
    b.method(
        "cancel_join_thread(self)",
        "The process may end before all items are on their way.",
        self -> PySingleton.NONE);
    b.getter("_maxsize", "", self -> (long) queue(self).capacity());
  }

  private static void defineJoinable(TypeBuilder b) {
    b.asPython("JoinableQueue");
    b.method(
        "__init__(self, maxsize=0, *, ctx)",
        "",
        (self, maxsize, context) -> {
          ((QueueObject) self).queue = new MessageQueue(Items.toInt(maxsize), CallStack.here());
          return PySingleton.NONE;
        });
    b.method("task_done(self)", "An item that was taken is done.", QueueTypes::taskDone);
    b.method(
        "join(self)",
        "Waits until all items are done.",
        self -> {
          TaskCounter tasks = ((QueueObject) self).tasks;
          if (tasks != null) {
            tasks.await();
          }
          return PySingleton.NONE;
        });
  }

  private static void defineSimple(TypeBuilder b) {
    b.asPython("SimpleQueue");
    NoPickling.isInherited(b, "");
    b.generic();
    b.method("__init__(self, *, ctx)", "", (self, context) -> PySingleton.NONE);
    b.method("put(self, obj)", "Adds an item.", (self, item) -> put(self, item, Deadline.NEVER));
    b.method("get(self)", "Takes the first item; waits for it.", self -> get(self, Deadline.NEVER));
    b.method("empty(self)", "Whether there are no items.", self -> open(self).queue.isEmpty());
    b.method("close(self)", "Gives up the queue.", QueueTypes::close);
  }

  private static MessageQueue queue(Object self) {
    return ((QueueObject) self).queue;
  }

  private static QueueObject open(Object o) {
    QueueObject self = (QueueObject) o;
    if (self.isClosed) {
      if (self.type().isSubtypeOf(SIMPLE_QUEUE)) {
        throw Errors.of(ExceptionTypes.OS_ERROR, "handle is closed");
      }
      throw Errors.valueError("Queue " + Text.javaRepr(self) + " is closed");
    }
    return self;
  }

  private static Object put(Object o, Object item, long deadline) {
    QueueObject self = open(o);
    Object packed = Message.pack(item);
    TaskCounter tasks = self.tasks;
    if (tasks != null) {
      tasks.add();
    }
    if (!self.queue.put(packed, deadline)) {
      if (tasks != null) {
        tasks.done();
      }
      throw QueueErrors.full();
    }
    return PySingleton.NONE;
  }

  private static Object get(Object o, long deadline) {
    @Nullable Object packed = open(o).queue.get(deadline);
    if (packed == null) {
      throw QueueErrors.empty();
    }
    return Message.unpack(packed);
  }

  private static Object close(Object self) {
    ((QueueObject) self).isClosed = true;
    return PySingleton.NONE;
  }

  private static Object joinThread(Object self) {
    if (!((QueueObject) self).isClosed) {
      throw ProcessTypes.assertion("Queue " + Text.javaRepr(self) + " not closed");
    }
    return PySingleton.NONE;
  }

  private static Object taskDone(Object self) {
    TaskCounter tasks = ((QueueObject) self).tasks;
    if (tasks == null || !tasks.done()) {
      throw Errors.valueError("task_done() called too many times");
    }
    return PySingleton.NONE;
  }
}
