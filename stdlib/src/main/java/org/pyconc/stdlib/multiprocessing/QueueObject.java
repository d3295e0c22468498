package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** One process's view of a queue. */
final class QueueObject extends PyInstance implements Transferable {
  MessageQueue queue;

  /** For a JoinableQueue. */
  @Nullable TaskCounter tasks;

  /** Whether this process has closed it. */
  boolean isClosed;

  QueueObject(PyType type, MessageQueue queue, @Nullable TaskCounter tasks) {
    super(type);
    this.queue = queue;
    this.tasks = tasks;
  }

  @Override
  public Object copy(Copier copier) {
    QueueObject copy = new QueueObject(copier.copyType(type()), queue, tasks);
    copy.isClosed = isClosed;
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
