package org.pyconc.stdlib.pickle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;

/** The values that a pickle works with, and the marks among them. */
final class UnpickleStack {
  private @Nullable Object[] items = new Object[32];
  private int size;
  private int[] marks = new int[8];
  private int markCount;

  void push(Object value) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = value;
  }

  void mark() {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, markCount * 2);
    }
    marks[markCount++] = size;
  }

  /** Where the values behind the last mark begin. */
  private int fence() {
    return markCount == 0 ? 0 : marks[markCount - 1];
  }

  private PyException underflow() {
    return PickleErrors.unpickling(
        markCount > 0 ? "unexpected MARK found" : "unpickling stack underflow");
  }

  Object top() {
    Object value = size > fence() ? items[size - 1] : null;
    if (value == null) {
      throw underflow();
    }
    return value;
  }

  Object pop() {
    Object value = top();
    items[--size] = null;
    return value;
  }

  /** Takes away the last value, or the mark if there is none behind it. */
  void drop() {
    if (markCount > 0 && marks[markCount - 1] == size) {
      markCount--;
    } else {
      pop();
    }
  }

  /** Takes the last values. */
  Object[] popSome(int count) {
    if (size - count < fence()) {
      throw underflow();
    }
    return take(size - count);
  }

  /** Takes the last values, leaving one below them. */
  Object[] popAbove(int count) {
    if (size - count <= fence()) {
      throw underflow();
    }
    return take(size - count);
  }

  /** Takes all behind the last mark, and the mark. */
  Object[] popMark() {
    if (markCount == 0) {
      throw PickleErrors.unpickling("could not find MARK");
    }
    return take(marks[--markCount]);
  }

  /** Takes all behind the last mark, below which there must be a value. */
  Object[] popMarkAbove() {
    Object[] taken = popMark();
    if (size <= fence()) {
      throw underflow();
    }
    return taken;
  }

  private Object[] take(int from) {
    Object[] taken = new Object[size - from];
    System.arraycopy(items, from, taken, 0, taken.length);
    Arrays.fill(items, from, size, null);
    size = from;
    return taken;
  }
}
