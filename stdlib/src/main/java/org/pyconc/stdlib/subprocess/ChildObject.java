package org.pyconc.stdlib.subprocess;

import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.stdlib.multiprocessing.Children;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A child program of the host. */
final class ChildObject extends PyInstance implements Transferable {
  final HostChild child;
  final Process process;
  long standardInput = -1;
  long standardOutput = -1;
  long standardError = -1;

  ChildObject(PyType type, Process process) {
    this(type, new HostChild(process));
    child.setObject(this);
    KernelProcess owner = Task.require().process();
    process
        .onExit()
        .thenRun(
            () -> {
              child.queue.wakeAll();
              owner.childEnded();
            });
    Children.add(child);
  }

  private ChildObject(PyType type, HostChild child) {
    super(type);
    this.child = child;
    this.process = child.process;
  }

  /** Waits for the end; false if the deadline came first. */
  boolean await(long deadline) {
    if (child.hasEnded()) {
      return true;
    }
    try (ExternalSource outside = Task.require().process().kernel().openExternalSource()) {
      return Task.await(child.queue, child::hasEnded, deadline);
    }
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "a child program belongs to its process");
    }
    ChildObject copy = new ChildObject(type(), child);
    copier.register(this, copy);
    return copy;
  }
}
