package org.pyconc.objects;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a namespace: which attribute name stands in which slot. Two namespaces that got the
 * same names in the same order share their shape, so an inline cache needs one comparison and one
 * load. Shapes are shared by all processes and threads.
 *
 * <p>The shapes that lead to one another share a table from names to slots; a name belongs to a
 * shape if its slot is below the shape's size. A shape that branches off copies the table.
 *
 * @see <a href="https://bibliography.selflanguage.org/_static/implementation.pdf">Chambers, Ungar,
 *     Lee: An Efficient Implementation of SELF, 1989 (maps)</a>
 */
public final class Shape {
  /**
   * The shape of a namespace whose attributes are in a dict of the program. It seems to have every
   * name, in a slot that is always empty, so that nothing is cached for it.
   */
  public static final Shape DICTIONARY = new Shape(new ConcurrentHashMap<>(1), null, "", 3, 0);

  private final ConcurrentHashMap<String, Integer> table;
  private final @Nullable Shape parent;
  private final String lastName;
  private final int size;
  private final int unknown;
  private volatile @Nullable Shape onlyChild;
  private volatile @Nullable ConcurrentHashMap<String, Shape> children;

  /** A new empty root; namespaces of different roots never share a shape. */
  public Shape() {
    this(new ConcurrentHashMap<>(8), null, "", 0, -1);
  }

  private Shape(
      ConcurrentHashMap<String, Integer> table,
      @Nullable Shape parent,
      String lastName,
      int size,
      int unknown) {
    this.table = table;
    this.parent = parent;
    this.lastName = lastName;
    this.size = size;
    this.unknown = unknown;
  }

  /** The number of slots that are in use. */
  public int size() {
    return size;
  }

  /** The slot of a name, or -1. */
  public int indexOf(String name) {
    Integer index = table.get(name);
    return index != null && index < size ? index : unknown;
  }

  /** The shape that has one more name, which this one must not have. */
  public Shape with(String name) {
    if (this == DICTIONARY) {
      return this;
    }
    Shape child = onlyChild;
    if (child != null && child.lastName.equals(name)) {
      return child;
    }
    ConcurrentHashMap<String, Shape> more = children;
    if (more != null) {
      Shape found = more.get(name);
      if (found != null) {
        return found;
      }
    }
    return branch(name);
  }

  private synchronized Shape branch(String name) {
    Shape child = onlyChild;
    if (child == null) {
      table.put(name, size);
      child = new Shape(table, this, name, size + 1, -1);
      onlyChild = child;
      return child;
    }
    if (child.lastName.equals(name)) {
      return child;
    }
    ConcurrentHashMap<String, Shape> more = children;
    if (more == null) {
      more = new ConcurrentHashMap<>(4);
      children = more;
    }
    Shape found = more.get(name);
    if (found == null) {
      ConcurrentHashMap<String, Integer> copy = new ConcurrentHashMap<>(size * 2 + 8);
      for (Shape s = this; s.parent != null; s = s.parent) {
        copy.put(s.lastName, s.size - 1);
      }
      copy.put(name, size);
      found = new Shape(copy, this, name, size + 1, -1);
      more.put(name, found);
    }
    return found;
  }

  /** The shape without that name, whose later slots have moved down by one. */
  public Shape without(String name) {
    Shape result = root();
    for (String each : names()) {
      if (!each.equals(name)) {
        result = result.with(each);
      }
    }
    return result;
  }

  /** The empty shape that this one grew from. */
  public Shape root() {
    Shape s = this;
    while (s.parent != null) {
      s = s.parent;
    }
    return s;
  }

  /** The names in the order of their slots. */
  public String[] names() {
    String[] names = new String[size];
    for (Shape s = this; s.parent != null; s = s.parent) {
      names[s.size - 1] = s.lastName;
    }
    return names;
  }
}
