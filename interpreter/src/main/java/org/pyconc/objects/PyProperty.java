package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** A property: getter, setter and deleter, None where there is none. */
public final class PyProperty extends PyInstance {
  private Object getter;
  private Object setter;
  private Object deleter;
  private Object doc;
  private @Nullable String name;
  private boolean hasGettersDoc;

  public PyProperty(PyType type, Object getter, Object setter, Object deleter, Object doc) {
    super(type);
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
    this.doc = doc;
  }

  /** For {@code __init__}. */
  public void initialise(Object newGetter, Object newSetter, Object newDeleter, Object newDoc) {
    getter = newGetter;
    setter = newSetter;
    deleter = newDeleter;
    doc = newDoc;
  }

  public Object getter() {
    return getter;
  }

  public Object setter() {
    return setter;
  }

  public Object deleter() {
    return deleter;
  }

  public Object doc() {
    return doc;
  }

  public void setDoc(Object newDoc) {
    doc = newDoc;
  }

  /** Whether the text is that of the getter, so that another getter brings its own. */
  public boolean hasGettersDoc() {
    return hasGettersDoc;
  }

  public void setGettersDoc(boolean isGetters) {
    hasGettersDoc = isGetters;
  }

  /** The name under which a class holds it, for messages. */
  public @Nullable String name() {
    return name;
  }

  public void setName(@Nullable String newName) {
    name = newName;
  }
}
