package org.pyconc.operations;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;

/** The class attribute of one name in {@code __slots__}: reads and sets the instance's slot. */
public final class SlotDescriptor extends PyObject {
  private final PyType owner;
  private final String name;

  /** The descriptor of a slot that instances of {@code owner} have. */
  public SlotDescriptor(PyType owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  public PyType owner() {
    return owner;
  }

  public String name() {
    return name;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.MEMBER_DESCRIPTOR;
  }
}
