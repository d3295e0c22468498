package org.pyconc.stdlib.multiprocessing;

import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;

/** A pool as the program sees it. When nobody refers to it any more its workers are ended. */
final class PoolObject extends PyInstance {
  final PoolCore core;

  PoolObject(PyType type) {
    super(type);
    this.core = new PoolCore(type.isSubtypeOf(PoolTypes.THREAD_POOL));
  }
}
