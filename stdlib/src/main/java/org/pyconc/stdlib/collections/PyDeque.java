package org.pyconc.stdlib.collections;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Sized;
import org.pyconc.operations.PatternMatching;
import org.pyconc.transfer.Refillable;

/** A double-ended queue: a circular buffer. */
public final class PyDeque extends PyInstance implements Refillable, Sized {
  /** {@code collections.deque}. */
  public static final PyType TYPE =
      new PyType("collections.deque", BuiltinTypes.OBJECT, true, PyDeque::new, DequeMethods::define)
          .withPatternKind(PatternMatching.SEQUENCE);

  /** The maximum length of a deque that has none. */
  public static final int UNBOUNDED = -1;

  private @Nullable Object[] items = {};
  private int head;
  private int size;
  private int maximum = UNBOUNDED;
  private long changes;

  public PyDeque(PyType type) {
    super(type);
  }

  /** A new empty deque of the builtin class. */
  public PyDeque() {
    this(TYPE);
  }

  @Override
  public int size() {
    return size;
  }

  /** The maximum length, or {@link #UNBOUNDED}. */
  public int maximum() {
    return maximum;
  }

  public void setMaximum(int newMaximum) {
    maximum = newMaximum;
  }

  /** Counts the changes of which elements there are, so that iterators notice them. */
  public long changes() {
    return changes;
  }

  private int slot(int index) {
    int at = head + index;
    return at < items.length ? at : at - items.length;
  }

  /** The element at an index from 0 to {@code size() - 1}. */
  public Object get(int index) {
    Object item = items[slot(index)];
    if (item == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return item;
  }

  public void set(int index, Object value) {
    items[slot(index)] = value;
  }

  /** Adds at the right; drops the leftmost element of a deque that is full. */
  public void append(Object value) {
    if (maximum == 0) {
      return;
    }
    if (size == maximum) {
      popLeft();
    }
    if (size == items.length) {
      grow();
    }
    items[slot(size)] = value;
    size++;
    changes++;
  }

  /** Adds at the left; drops the rightmost element of a deque that is full. */
  public void appendLeft(Object value) {
    if (maximum == 0) {
      return;
    }
    if (size == maximum) {
      pop();
    }
    if (size == items.length) {
      grow();
    }
    head = head == 0 ? items.length - 1 : head - 1;
    items[head] = value;
    size++;
    changes++;
  }

  /** Removes the rightmost element; null if there is none. */
  public @Nullable Object pop() {
    if (size == 0) {
      return null;
    }
    int at = slot(size - 1);
    Object removed = items[at];
    items[at] = null;
    size--;
    changes++;
    return removed;
  }

  /** Removes the leftmost element; null if there is none. */
  public @Nullable Object popLeft() {
    if (size == 0) {
      return null;
    }
    Object removed = items[head];
    items[head] = null;
    head = head + 1 == items.length ? 0 : head + 1;
    size--;
    changes++;
    return removed;
  }

  /** Moves all elements to the right, or to the left by a negative distance. */
  public void rotate(long distance) {
    if (size < 2) {
      return;
    }
    int steps = (int) Math.floorMod(distance, (long) size);
    if (steps <= size / 2) {
      for (int i = 0; i < steps; i++) {
        moveLastToFront();
      }
    } else {
      for (int i = steps; i < size; i++) {
        moveFirstToEnd();
      }
    }
    changes++;
  }

  private void moveLastToFront() {
    int last = slot(size - 1);
    Object value = items[last];
    items[last] = null;
    head = head == 0 ? items.length - 1 : head - 1;
    items[head] = value;
  }

  private void moveFirstToEnd() {
    Object value = items[head];
    items[head] = null;
    head = head + 1 == items.length ? 0 : head + 1;
    items[slot(size - 1)] = value;
  }

  /** Inserts before an index from 0 to {@code size()}; the deque must not be full. */
  public void insert(int index, Object value) {
    append(value);
    for (int i = size - 1; i > index; i--) {
      set(i, get(i - 1));
    }
    set(index, value);
  }

  /** Removes the element at an index from 0 to {@code size() - 1}. */
  public void remove(int index) {
    for (int i = index; i < size - 1; i++) {
      set(i, get(i + 1));
    }
    Object ignored = pop();
  }

  public void clear() {
    items = new Object[0];
    head = 0;
    size = 0;
    changes++;
  }

  @Override
  public PyDeque emptyCopy(PyType type) {
    return new PyDeque(type);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    PyDeque other = (PyDeque) original;
    maximum = other.maximum;
    for (int i = 0; i < other.size; i++) {
      append(copy.apply(other.get(i)));
    }
  }

  /** The elements in a new array. */
  public Object[] toArray() {
    Object[] all = new Object[size];
    for (int i = 0; i < size; i++) {
      all[i] = get(i);
    }
    return all;
  }

  private void grow() {
    @Nullable Object[] larger = Arrays.copyOf(items, Math.max(8, size * 2));
    if (head > 0) {
      System.arraycopy(items, head, larger, 0, size - head);
      System.arraycopy(items, 0, larger, size - head, head);
      head = 0;
    }
    items = larger;
  }
}
