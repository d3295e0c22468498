package org.pyconc.stdlib.multiprocessing;

import org.pyconc.kernel.KernelSemaphore;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** One process's view of a lock or semaphore. */
final class LockObject extends PyInstance implements Transferable {
  KernelSemaphore semaphore;

  LockObject(PyType type, KernelSemaphore semaphore) {
    super(type);
    this.semaphore = semaphore;
  }

  @Override
  public Object copy(Copier copier) {
    LockObject copy = new LockObject(copier.copyType(type()), semaphore);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
