package org.pyconc.stdlib.multiprocessing;

import java.lang.invoke.VarHandle;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A value of a type of C; its memory may be shared by processes. */
final class CValue extends PyInstance implements Transferable {
  final CType element;
  final byte[] memory;
  private final boolean isShared;

  CValue(CType element, PyType type, byte[] memory, boolean isShared) {
    super(type);
    this.element = element;
    this.memory = memory;
    this.isShared = isShared;
  }

  static CValue shared(CType element) {
    return new CValue(element, element.type, new byte[element.size], true);
  }

  static Object init(Object self, Object value) {
    return value == Unset.UNSET ? PySingleton.NONE : set(self, value);
  }

  static Object get(Object self) {
    CValue value = (CValue) self;
    VarHandle.acquireFence(); // others may write: do not keep what was read before
    return value.element.load(value.memory, 0);
  }

  static Object set(Object self, Object newValue) {
    CValue value = (CValue) self;
    value.element.store(value.memory, 0, newValue);
    VarHandle.releaseFence();
    return PySingleton.NONE;
  }

  static Object repr(Object self) {
    return ((CValue) self).type().simpleName() + "(" + Text.javaRepr(get(self)) + ")";
  }

  @Override
  public Object copy(Copier copier) {
    CValue copy = new CValue(element, type(), isShared ? memory : memory.clone(), isShared);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }
}
