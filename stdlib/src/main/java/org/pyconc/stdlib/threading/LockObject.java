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

  /** In the child of a fork another lock in the same state, else one that nobody holds. */
  @Override
  public Object copy(Copier copier) {
    if (!copier.makesLocks()) {
      throw Copier.refuse(this, "'" + type().fullName() + "' object");
    }
    ProcessState child = copier.target();
    KernelSemaphore own =
        copier.isFork() && child != null
            ? semaphore.copy(Task.require(), child.process().mainTask())
            : renewed();
    LockObject copy = new LockObject(copier.copyType(type()), own);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }

  private KernelSemaphore renewed() {
    if (semaphore.isRecursive()) {
      return KernelSemaphore.recursiveLock(semaphore.made());
    }
    return type() == LockTypes.LOCK
        ? KernelSemaphore.lock(semaphore.made())
        : KernelSemaphore.counting(semaphore.value(), semaphore.maximum(), semaphore.made());
  }
}
