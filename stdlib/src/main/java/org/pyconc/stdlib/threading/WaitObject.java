package org.pyconc.stdlib.threading;

import org.pyconc.kernel.BarrierGate;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelObject;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.stdlib.support.Waitable;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** An event, a condition or a barrier between the threads of one process. */
final class WaitObject extends PyInstance implements Transferable, Waitable {
  KernelObject kernelObject;

  /** The lock of a condition, the action of a barrier. */
  Object companion = PySingleton.NONE;

  /** The usual timeout of a barrier. */
  Object timeout = PySingleton.NONE;

  WaitObject(PyType type, KernelObject kernelObject) {
    super(type);
    this.kernelObject = kernelObject;
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

  /** Another one in the same state, for which nobody waits. */
  @Override
  public Object copy(Copier copier) {
    if (!copier.makesLocks()) {
      throw Copier.refuse(this, "'_thread.lock' object");
    }
    WaitObject copy = new WaitObject(copier.copyType(type()), kernelObject);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.companion = copier.copy(companion);
    copy.timeout = timeout;
    copy.kernelObject =
        switch (kernelObject) {
          case EventFlag flag -> {
            EventFlag other = new EventFlag(flag.made());
            if (flag.isSet()) {
              other.set();
            }
            yield other;
          }
          case BarrierGate gate -> new BarrierGate(gate.parties(), gate.made());
          default -> WaitTypes.newQueue(copy.companion, kernelObject.made());
        };
    return copy;
  }
}
