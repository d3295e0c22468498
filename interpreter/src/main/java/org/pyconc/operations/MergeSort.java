package org.pyconc.operations;

import org.jspecify.annotations.Nullable;

/**
 * A stable merge sort by {@code <} that first uses what order there is. Whatever the comparison
 * says, the result is some order of the same elements.
 */
final class MergeSort {
  private static final int SHORT = 8;

  /** Up to this length an array is sorted as CPython does, with the same comparisons. */
  private static final int CPYTHON_SHORT = 63;

  private final Object[] keys;
  private final Object @Nullable [] values;
  private final Object[] keySpace;
  private final Object @Nullable [] valueSpace;

  /**
   * @param keys what to sort by
   * @param values what to move along with the keys
   */
  MergeSort(Object[] keys, Object @Nullable [] values) {
    this.keys = keys;
    this.values = values;
    int space = (keys.length + 1) / 2;
    this.keySpace = new Object[space];
    this.valueSpace = values == null ? null : new Object[space];
  }

  void run() {
    if (keys.length < 2) {
      return;
    }
    int run = ascending();
    if (run == keys.length) {
      return;
    }
    if (run == 1) {
      run = descending();
      reverse(run);
    }
    if (keys.length <= CPYTHON_SHORT) {
      insertionSort(0, run, keys.length);
    } else if (run < keys.length) {
      sort(0, keys.length);
    }
  }

  /** How many elements at the beginning are in order. */
  private int ascending() {
    int i = 1;
    while (i < keys.length && !Sorting.less(keys[i], keys[i - 1])) {
      i++;
    }
    return i;
  }

  /** How many elements at the beginning are in strictly descending order; the first two are. */
  private int descending() {
    int i = 2;
    while (i < keys.length && Sorting.less(keys[i], keys[i - 1])) {
      i++;
    }
    return i;
  }

  private void reverse(int length) {
    for (int i = 0, j = length - 1; i < j; i++, j--) {
      Object key = keys[i];
      Object value = valueAt(i);
      move(j, i);
      put(j, key, value);
    }
  }

  private void sort(int from, int to) {
    if (to - from <= SHORT) {
      insertionSort(from, from + 1, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(from, middle);
    sort(middle, to);
    if (Sorting.less(keys[middle], keys[middle - 1])) {
      merge(from, middle, to);
    }
  }

  /**
   * @param sorted the end of what is in order already
   */
  private void insertionSort(int from, int sorted, int to) {
    for (int i = sorted; i < to; i++) {
      Object key = keys[i];
      Object value = valueAt(i);
      int low = from;
      int high = i;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (Sorting.less(key, keys[middle])) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      System.arraycopy(keys, low, keys, low + 1, i - low);
      if (values != null) {
        System.arraycopy(values, low, values, low + 1, i - low);
      }
      put(low, key, value);
    }
  }

  private void merge(int from, int middle, int to) {
    int left = middle - from;
    System.arraycopy(keys, from, keySpace, 0, left);
    if (values != null && valueSpace != null) {
      System.arraycopy(values, from, valueSpace, 0, left);
    }
    int i = 0;
    int j = middle;
    int out = from;
    try {
      while (i < left && j < to) {
        if (Sorting.less(keys[j], keySpace[i])) {
          move(j++, out++);
        } else {
          restore(i++, out++, 1);
        }
      }
    } finally {
      restore(i, out, left - i); // also when comparing fails: no element gets lost
    }
  }

  private void restore(int index, int to, int count) {
    System.arraycopy(keySpace, index, keys, to, count);
    if (values != null && valueSpace != null) {
      System.arraycopy(valueSpace, index, values, to, count);
    }
  }

  private Object valueAt(int index) {
    return values == null ? keys[index] : values[index];
  }

  private void move(int from, int to) {
    keys[to] = keys[from];
    if (values != null) {
      values[to] = values[from];
    }
  }

  private void put(int index, Object key, Object value) {
    keys[index] = key;
    if (values != null) {
      values[index] = value;
    }
  }
}
