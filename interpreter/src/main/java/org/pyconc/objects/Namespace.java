package org.pyconc.objects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An object with attributes of its own: an instance, a class, a module or a function. */
public abstract class Namespace extends PyObject {
  private static final @Nullable Object[] EMPTY = {};

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
    return index < 0 ? null : valueIn(index);
  }

  /** The value in a slot, or null. */
  public final @Nullable Object valueIn(int slot) {
    Object content = slots[slot];
    return content == null ? null : FloatCell.read(content);
  }

  /** Sets the object's own attribute. */
  public void setOwn(String name, Object value) {
    int index = shape.indexOf(name);
    if (index >= 0) {
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
    String[] names = shape.names();
    int bound = 0;
    for (int i = 0; i < names.length; i++) {
      if (slots[i] != null) {
        names[bound++] = names[i];
      }
    }
    return bound == names.length ? names : Arrays.copyOf(names, bound);
  }
}
