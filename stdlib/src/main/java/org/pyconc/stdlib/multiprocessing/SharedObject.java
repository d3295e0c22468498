package org.pyconc.stdlib.multiprocessing;

import org.pyconc.kernel.KernelObject;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.stdlib.support.Waitable;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** One process's view of an event, a condition or a barrier. */
final class SharedObject extends PyInstance implements Transferable, Waitable {
  KernelObject kernelObject;

  /** The lock of a condition, the action of a barrier; else None. */
  Object companion;

  /** How long tasks wait at a barrier unless they say otherwise. */
  Object timeout;

  SharedObject(PyType type, KernelObject kernelObject) {
    this(type, kernelObject, PySingleton.NONE, PySingleton.NONE);
  }

  SharedObject(PyType type, KernelObject kernelObject, Object companion, Object timeout) {
    super(type);
    this.kernelObject = kernelObject;
    this.companion = companion;
    this.timeout = timeout;
  }

  @Override
  public KernelObject kernelObject() {
    return kernelObject;
  }

  @Override
  public Object companion() {
    return companion;
  }

  @Override
  public Object timeout() {
    return timeout;
  }

  @Override
  public Object copy(Copier copier) {
    SharedObject copy =
        new SharedObject(
            copier.copyType(type()), kernelObject, copier.copy(companion), copier.copy(timeout));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
