package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** A computed attribute of a native class: a data descriptor. */
public final class GetSet extends PyObject {
  private final PyType owner;
  private final String name;
  private String doc;
  private boolean hasOwnDoc;
  private boolean isProperty;
  private final Native.F1 getter;
  private final Native.@Nullable F2 setter;

  /** See {@link TypeBuilder#getSet}. */
  public GetSet(
      PyType owner, String name, String doc, Native.F1 getter, Native.@Nullable F2 setter) {
    this.owner = owner;
    this.name = name;
    this.doc = doc;
    this.getter = getter;
    this.setter = setter;
  }

  /** The same attribute of a copy of its class. */
  public GetSet forOwner(PyType newOwner) {
    GetSet made = new GetSet(newOwner, name, doc, getter, setter);
    made.isProperty = isProperty;
    return made;
  }

  public PyType owner() {
    return owner;
  }

  public String name() {
    return name;
  }

  public String doc() {
    return doc;
  }

  /** Lets the program give it another documentation; returns the attribute. */
  public GetSet withOwnDoc() {
    hasOwnDoc = true;
    return this;
  }

  /** Says that CPython has a property there, which messages name so; returns the attribute. */
  public GetSet asProperty(boolean isOne) {
    isProperty = isOne;
    return this;
  }

  public boolean isProperty() {
    return isProperty;
  }

  /** Whether the program may give it another documentation, as fields of named tuples allow. */
  public boolean hasOwnDoc() {
    return hasOwnDoc;
  }

  public void setDoc(String newDoc) {
    doc = newDoc;
  }

  /** The value for an instance; an instance of a subclass of a builtin type is unwrapped. */
  public Object get(Object instance) {
    boolean unwraps = owner.isNative() && owner.allocator() == null;
    return getter.call(unwraps ? PyPayloadInstance.unwrap(instance) : instance);
  }

  /** Null where the attribute cannot be set; deletion sets {@link Unset#UNSET}. */
  public Native.@Nullable F2 setter() {
    return setter;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.GETSET_DESCRIPTOR;
  }
}
