package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Stands for an object in a manager's process. */
final class ProxyObject extends PyInstance implements Transferable {
  @Nullable TokenObject token;

  /** The manager, in the process that made it: it lives as long as its proxies there. */
  @Nullable Object manager;

  ProxyObject(PyType type) {
    super(type);
  }

  TokenObject token() {
    TokenObject known = token;
    if (known == null) {
      throw Errors.noAttribute(this, "_token");
    }
    return known;
  }

  @Override
  public Object copy(Copier copier) {
    ProxyObject copy = new ProxyObject(copier.copyType(type()));
    copy.token = token;
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
