package org.pyconc.stdlib.queue;

import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.runtime.Forgotten;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.support.Garbage;

/**
 * Queues for the threads of one process.
 *
 * @see <a href="https://docs.python.org/3.11/library/queue.html">queue</a>
 */
public final class QueueModule implements NativeModule {
  @Override
  public String name() {
    return "queue";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(QueueTypes.QUEUE);
    b.type(QueueTypes.LIFO_QUEUE);
    b.type(QueueTypes.PRIORITY_QUEUE);
    b.type(QueueTypes.SIMPLE_QUEUE);
    b.constant("_PySimpleQueue", QueueTypes.SIMPLE_QUEUE);
    b.type(QueueErrors.EMPTY);
    b.type(QueueErrors.FULL);
    b.constant(
        "__all__",
        PyList.of("Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"));
    b.function(
        "_when_forgotten(object, queue)",
        "Has None put into a SimpleQueue when nobody refers to the object any more.",
        (object, queue) -> {
          Forgotten.ofProcess().observe(object);
          MessageQueue messages = ((QueueObject) queue).messages();
          Garbage.watch(object, () -> messages.put(PySingleton.NONE, Deadline.NOW));
          return PySingleton.NONE;
        });
  }
}
