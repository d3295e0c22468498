package org.pyconc.objects;

/**
 * An instance of a class that a program defined, or of a native class whose instances have
 * attributes (then a subclass with Java fields of its own).
 */
public class PyInstance extends Namespace {
  private PyType type;

  public PyInstance(PyType type) {
    super(type.instanceRoot(), type.expectedAttributes());
    this.type = type;
  }

  @Override
  public final PyType type() {
    return type;
  }

  /** Whether it is no more than its class and its attributes. */
  public final boolean hasAttributesOnly() {
    return getClass() == PyInstance.class || this instanceof PyFinalizableInstance;
  }

  /** Assignment to {@code __class__}; the caller has checked that the layouts agree. */
  public final void setType(PyType newType) {
    type = newType;
  }
}
