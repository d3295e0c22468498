package org.pyconc.stdlib.multiprocessing;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Message;
import org.pyconc.transfer.Transferable;

/** All that a child gets that does not start from its parent's memory: itself, as a message. */
final class SpawnRoot extends PyObject implements Transferable {
  private final Object packed;

  /** TypeError if the process cannot be sent. */
  SpawnRoot(ProcessObject process) {
    this.packed = Message.pack(process);
  }

  /** The process in the child; to be called once, when the child has its main module. */
  ProcessObject process() {
    return (ProcessObject) Message.unpack(packed);
  }

  /** The child has ended: what it did not come to take is kept open for nobody. */
  void discard() {
    Message.discard(packed);
  }

  @Override
  public Object copy(Copier copier) {
    return this;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.OBJECT;
  }
}
