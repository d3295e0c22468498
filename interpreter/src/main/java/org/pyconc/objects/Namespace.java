package org.pyconc.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object with attributes of its own: an instance, a class, a module or a function. */
public abstract class Namespace extends PyObject {
  private static final @Nullable Object[] EMPTY = {};

  // the slots of a namespace with a dict
  private static final int GIVEN = 1;
  private static final int FORMER = 2;

  /** Which name is in which slot; read by inline caches. */
  public Shape shape;

  /**
   * The values; null where the name is not bound in this process. Those of an instance may be
   * {@link FloatCell}s.
   */
  public @Nullable Object[] slots;

  protected Namespace(Shape shape) {
    this.shape = shape;
    this.slots = EMPTY;
  }

  /** A namespace with room for so many names. */
  protected Namespace(Shape shape, int capacity) {
    this.shape = shape;
    this.slots = capacity == 0 ? EMPTY : new Object[capacity];
  }

  /** The object's own attribute, or null. */
  public @Nullable Object own(String name) {
    int index = shape.indexOf(name);
    if (index < 0) {
      return null;
    }
    Object value = valueIn(index);
    return value == null && shape == Shape.DICTIONARY ? dictionary().get(name) : value;
  }

  /** The value in a slot, or null. */
  public final @Nullable Object valueIn(int slot) {
    Object content = slots[slot];
    return content == null ? null : FloatCell.read(content);
  }

  /** Sets the object's own attribute. */
  public void setOwn(String name, Object value) {
    int index = shape.indexOf(name);
    if (shape == Shape.DICTIONARY) {
      dictionary().put(name, value);
    } else if (index >= 0) {
      slots[index] = value;
    } else {
      append(shape.with(name), value);
    }
  }

  /** Adds the last name of {@code next}, a child of the current shape. */
  public final void append(Shape next, Object value) {
    int index = next.size() - 1;
    if (index >= slots.length) {
      slots = Arrays.copyOf(slots, Math.max(4, index + (index >> 1) + 1));
    }
    slots[index] = value;
    shape = next;
  }

  /** Removes the object's own attribute; tells whether there was one. */
  public boolean deleteOwn(String name) {
    if (shape == Shape.DICTIONARY) {
      return dictionary().remove(name) != null;
    }
    int index = shape.indexOf(name);
    if (index < 0 || slots[index] == null) {
      return false;
    }
    int size = shape.size();
    @Nullable Object[] rest = new Object[Math.max(4, size - 1)];
    System.arraycopy(slots, 0, rest, 0, index);
    System.arraycopy(slots, index + 1, rest, index, size - index - 1);
    shape = shape.without(name);
    slots = rest;
    return true;
  }

  /** The names that are bound, in the order in which they were first set. */
  public final String[] ownNames() {
    if (shape == Shape.DICTIONARY) {
      return namesIn(dictionary());
    }
    String[] names = shape.names();
    int bound = 0;
    for (int i = 0; i < names.length; i++) {
      if (slots[i] != null) {
        names[bound++] = names[i];
      }
    }
    return bound == names.length ? names : Arrays.copyOf(names, bound);
  }

  private static String[] namesIn(PyDict dict) {
    List<String> names = new ArrayList<>(dict.size());
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      if (PyPayloadInstance.unwrap(dict.keyAt(i)) instanceof String s) {
        names.add(s);
      }
    }
    return names.toArray(new String[0]);
  }

  /** Whether the attributes are in a dict of the program, and not in slots. */
  public final boolean isDictionary() {
    return shape == Shape.DICTIONARY;
  }

  /** The object that holds the attributes: what the program gave, or a live view. */
  public Object attributes() {
    if (shape == Shape.DICTIONARY) {
      Object given = slots[GIVEN];
      if (given != null) {
        return given;
      }
    }
    return new NamespaceDict(this);
  }

  private PyDict dictionary() {
    Object given = slots[GIVEN];
    return given != null && PyPayloadInstance.unwrap(given) instanceof PyDict d ? d : new PyDict();
  }

  /** The dict that views look at which were given out before attributes were in a dict. */
  final PyDict dictionaryOfViews() {
    return slots[FORMER] instanceof PyDict d ? d : dictionary();
  }

  /** A dict of the program, or an instance of a subclass, holds the attributes from now on. */
  public final void setAttributes(Object given) {
    Object former = shape == Shape.DICTIONARY ? slots[FORMER] : null;
    PyDict views = former instanceof PyDict d ? d : copyOfAttributes();
    slots = new @Nullable Object[] {null, given, views};
    shape = Shape.DICTIONARY;
  }

  /** A plain dict holds the attributes from now on, for it can have keys that are no str. */
  final PyDict widen() {
    PyDict dict = copyOfAttributes();
    slots = new @Nullable Object[] {null, dict, null};
    shape = Shape.DICTIONARY;
    return dict;
  }

  private PyDict copyOfAttributes() {
    if (shape == Shape.DICTIONARY) {
      return dictionary();
    }
    PyDict copy = new PyDict();
    for (String name : ownNames()) {
      Object value = own(name);
      if (value != null) {
        copy.put(name, value);
      }
    }
    return copy;
  }
}
