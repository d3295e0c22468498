package org.pyconc.stdlib.multiprocessing;

import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Stands for an object in a manager's server process. */
final class ProxyObject extends PyInstance implements Transferable {
  final ManagerObject manager;

  /** The object's number in the server. */
  final long number;

  ProxyObject(PyType type, ManagerObject manager, long number) {
    super(type);
    this.manager = manager;
    this.number = number;
  }

  @Override
  public Object copy(Copier copier) {
    ProxyObject copy =
        new ProxyObject(copier.copyType(type()), (ManagerObject) copier.copyNow(manager), number);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
