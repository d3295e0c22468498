package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.SlotDescriptor;
import org.pyconc.operations.Text;

/** The dict that an object's {@code __dict__} or {@code globals()} gives: a live view. */
public final class NamespaceDict extends PyDict {
  private final Namespace namespace;
  private String[] names;
  private Shape shape;
  private final @Nullable PyType slotted;

  public NamespaceDict(Namespace namespace) {
    this.namespace = namespace;
    this.slotted =
        namespace instanceof PyInstance i && i.type().lookup("__slots__") != null ? i.type() : null;
    this.shape = namespace.shape;
    this.names = shape.names();
  }

  /** The object whose attributes these are. */
  public Namespace namespace() {
    return namespace;
  }

  /** Where the entries are if the namespace has a dict by now, or null. */
  private @Nullable PyDict moved() {
    return namespace.isDictionary() ? namespace.dictionaryOfViews() : null;
  }

  private static @Nullable String name(Object key) {
    Object plain = PyPayloadInstance.unwrap(key);
    return plain instanceof String s ? s : plain instanceof WideString w ? Text.java(w) : null;
  }

  /** Whether a name is one of {@code __slots__}, which are kept beside the others. */
  private boolean isSlot(String name) {
    return slotted != null && slotted.lookup(name) instanceof SlotDescriptor;
  }

  private String[] names() {
    if (shape != namespace.shape) {
      shape = namespace.shape;
      names = shape.names();
    }
    return names;
  }

  @Override
  public int size() {
    PyDict moved = moved();
    if (moved != null) {
      return moved.size();
    }
    int count = 0;
    for (int i = next(0); i >= 0; i = next(i + 1)) {
      count++;
    }
    return count;
  }

  @Override
  public @Nullable Object get(Object key) {
    PyDict moved = moved();
    if (moved != null) {
      return moved.get(key);
    }
    String name = name(key);
    return name == null || isSlot(name) ? null : namespace.own(name);
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  @Override
  public void put(Object key, Object value) {
    PyDict moved = moved();
    if (moved != null) {
      moved.put(key, value);
      return;
    }
    String name = name(key);
    if (name != null) {
      namespace.setOwn(name, value);
      return;
    }
    long ignored = Hashing.hash(key); // unhashable keys are refused first
    if (slotted != null || namespace instanceof PyType) {
      throw Errors.typeError(
          "keys of a namespace must be str, not '" + PyType.of(key).name() + "'");
    }
    namespace.widen().put(key, value);
  }

  @Override
  public Object setDefault(Object key, Object value) {
    Object found = get(key);
    if (found != null) {
      return found;
    }
    put(key, value);
    return value;
  }

  @Override
  public @Nullable Object remove(Object key) {
    PyDict moved = moved();
    if (moved != null) {
      return moved.remove(key);
    }
    Object found = get(key);
    String name = name(key);
    if (found != null && name != null) {
      namespace.deleteOwn(name);
    }
    return found;
  }

  @Override
  public void removeAt(int position) {
    PyDict moved = moved();
    if (moved != null) {
      moved.removeAt(position);
      return;
    }
    namespace.deleteOwn(names()[position]);
  }

  @Override
  public void clear() {
    PyDict moved = moved();
    if (moved != null) {
      moved.clear();
      return;
    }
    for (String name : namespace.ownNames()) {
      if (!isSlot(name)) {
        namespace.deleteOwn(name);
      }
    }
  }

  @Override
  public int next(int from) {
    PyDict moved = moved();
    if (moved != null) {
      return moved.next(from);
    }
    int size = namespace.shape.size();
    for (int i = from; i < size; i++) {
      if (namespace.slots[i] != null && (slotted == null || !isSlot(names()[i]))) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int previous(int before) {
    PyDict moved = moved();
    if (moved != null) {
      return moved.previous(before);
    }
    for (int i = Math.min(before, namespace.shape.size()) - 1; i >= 0; i--) {
      if (namespace.slots[i] != null && (slotted == null || !isSlot(names()[i]))) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int end() {
    PyDict moved = moved();
    if (moved != null) {
      return moved.end();
    }
    return namespace.shape.size();
  }

  @Override
  public Object keyAt(int position) {
    PyDict moved = moved();
    if (moved != null) {
      return moved.keyAt(position);
    }
    return names()[position];
  }

  @Override
  public Object valueAt(int position) {
    PyDict moved = moved();
    if (moved != null) {
      return moved.valueAt(position);
    }
    Object value = namespace.valueIn(position);
    if (value == null) {
      throw new IllegalArgumentException("no entry at " + position);
    }
    return value;
  }

  @Override
  public void setValueAt(int position, Object value) {
    PyDict moved = moved();
    if (moved != null) {
      moved.setValueAt(position, value);
      return;
    }
    namespace.setOwn(names()[position], value);
  }
}
