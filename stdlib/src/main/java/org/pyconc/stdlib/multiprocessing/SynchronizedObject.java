package org.pyconc.stdlib.multiprocessing;

import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A shared value or array together with the lock that guards it. */
final class SynchronizedObject extends PyInstance implements Transferable {
  final Object inner;
  final Object lock;

  SynchronizedObject(PyType type, Object inner, Object lock) {
    super(type);
    this.inner = inner;
    this.lock = lock;
  }

  @Override
  public Object copy(Copier copier) {
    SynchronizedObject copy =
        new SynchronizedObject(
            copier.copyType(type()), copier.copyNow(inner), copier.copyNow(lock));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
