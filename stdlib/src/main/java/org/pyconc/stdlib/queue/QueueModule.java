package org.pyconc.stdlib.queue;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.runtime.NativeModule;

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
  }
}
