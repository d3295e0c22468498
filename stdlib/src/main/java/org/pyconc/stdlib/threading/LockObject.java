package org.pyconc.stdlib.threading;

import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ProcessState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A lock or semaphore between the threads of one process. */
final class LockObject extends PyInstance implements Transferable {
  KernelSemaphore semaphore;

  LockObject(PyType type, KernelSemaphore semaphore) {
    super(type);
    this.semaphore = semaphore;
  }

  /** In the child of a fork: another lock in the same state. */
  @Override
  public Object copy(Copier copier) {
    ProcessState child = copier.target();
    if (!copier.isFork() || child == null) {
      throw Copier.refuse(this, "'" + type().fullName() + "' object");
    }
    Task parent = Task.require();
    LockObject copy =
        new LockObject(copier.copyType(type()), semaphore.copy(parent, child.process().mainTask()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
