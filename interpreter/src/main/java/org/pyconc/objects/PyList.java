package org.pyconc.objects;

import java.util.Arrays;

/** A list: a growing array. */
public final class PyList extends PyObject {
  private Object[] items;
  private int size;

  public PyList() {
    items = NO_ARGUMENTS;
  }

  private PyList(Object[] items, int size) {
    this.items = items;
    this.size = size;
  }

  /** A list that takes over the array. */
  public static PyList of(Object... items) {
    return new PyList(items, items.length);
  }

  /** An empty list with room for so many elements. */
  public static PyList withCapacity(int capacity) {
    return new PyList(capacity == 0 ? NO_ARGUMENTS : new Object[capacity], 0);
  }

  public int size() {
    return size;
  }

  /** The element at an index from 0 to {@code size() - 1}. */
  public Object get(int index) {
    return items[index];
  }

  public void set(int index, Object value) {
    items[index] = value;
  }

  public void append(Object value) {
    if (size == items.length) {
      grow(size + 1);
    }
    items[size++] = value;
  }

  /** Inserts before an index from 0 to {@code size()}. */
  public void insert(int index, Object value) {
    if (size == items.length) {
      grow(size + 1);
    }
    System.arraycopy(items, index, items, index + 1, size - index);
    items[index] = value;
    size++;
  }

  /** Removes and returns the element at an index from 0 to {@code size() - 1}. */
  public Object remove(int index) {
    Object removed = items[index];
    size--;
    System.arraycopy(items, index + 1, items, index, size - index);
    items[size] = PySingleton.NONE;
    return removed;
  }

  /** Replaces the elements from {@code start} to before {@code end} by others. */
  public void replaceRange(int start, int end, Object[] with, int count) {
    int newSize = size - (end - start) + count;
    if (newSize > items.length) {
      grow(newSize);
    }
    System.arraycopy(items, end, items, start + count, size - end);
    System.arraycopy(with, 0, items, start, count);
    if (newSize < size) {
      Arrays.fill(items, newSize, size, PySingleton.NONE);
    }
    size = newSize;
  }

  public void appendAll(Object[] values, int count) {
    if (size + count > items.length) {
      grow(size + count);
    }
    System.arraycopy(values, 0, items, size, count);
    size += count;
  }

  public void clear() {
    items = NO_ARGUMENTS;
    size = 0;
  }

  /** The array behind the list, valid up to {@code size()} and until the list changes. */
  public Object[] array() {
    return items;
  }

  /** Takes over an array as the new content. */
  public void replaceAll(Object[] newItems, int newSize) {
    items = newItems;
    size = newSize;
  }

  /** The elements in a new array. */
  public Object[] toArray() {
    return size == 0 ? NO_ARGUMENTS : Arrays.copyOf(items, size);
  }

  private void grow(int needed) {
    items = Arrays.copyOf(items, Math.max(Math.max(needed, 8), size + (size >> 1)));
  }

  @Override
  public PyType type() {
    return BuiltinTypes.LIST;
  }
}
