package org.pyconc.objects;

/** A read-only view of a mapping: what {@code __dict__} of a class gives. */
public final class PyMappingProxy extends PyObject {
  private final Object mapping;

  public PyMappingProxy(Object mapping) {
    this.mapping = mapping;
  }

  /** The mapping behind it, usually a {@link PyDict}. */
  public Object mapping() {
    return mapping;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.MAPPING_PROXY;
  }
}
