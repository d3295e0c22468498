package org.pyconc.operations;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;

/**
 * Sorting: stable, comparing with {@code <} only. Arrays of only ints, floats or strs are compared
 * without looking up methods, by Java's own sort. All others go through a merge sort that no
 * inconsistent comparison can confuse.
 *
 * @see <a href="https://docs.python.org/3.11/howto/sorting.html">Sorting HOW TO</a>
 */
public final class Sorting {
  private static final Object[] EMPTIED = {};

  private Sorting() {}

  /**
   * {@code list.sort(key=key, reverse=reverse)}. The list is empty meanwhile; ValueError if the
   * program changes it then.
   *
   * @param key a function or None
   */
  public static void sort(PyList list, Object key, boolean reverse) {
    int size = list.size();
    Object[] values = Arrays.copyOf(list.array(), size);
    list.replaceAll(EMPTIED, 0);
    boolean changed;
    try {
      sort(values, key, reverse);
    } finally {
      changed = list.array() != EMPTIED;
      list.replaceAll(size == 0 ? PyObject.NO_ARGUMENTS : values, size);
    }
    if (changed) {
      throw Errors.valueError("list modified during sort");
    }
  }

  /** Sorts an array that nobody else sees. */
  public static void sort(Object[] values, Object key, boolean reverse) {
    if (reverse) {
      reverse(values); // and back afterwards: equal elements keep their order
    }
    try {
      if (key == PySingleton.NONE) {
        sort(values);
      } else {
        Object[] keys = new Object[values.length];
        for (int i = 0; i < keys.length; i++) {
          int at = reverse ? keys.length - 1 - i : i;
          keys[at] = Calls.call1(key, values[at]);
        }
        sort(values, keys);
      }
    } finally {
      if (reverse) {
        reverse(values);
      }
    }
  }

  /** Sorts an array by keys, which get mixed up; equal ones keep their order. */
  public static void sortByKeys(Object[] values, Object[] keys, boolean reverse) {
    if (reverse) {
      reverse(values);
      reverse(keys);
    }
    sort(values, keys);
    if (reverse) {
      reverse(values);
    }
  }

  private static void reverse(Object[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      Object swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }

  private static void sort(Object[] values) {
    Comparator<Object> order = simpleOrder(values);
    if (order != null) {
      Arrays.sort(values, order);
    } else {
      new MergeSort(values, null).run();
    }
  }

  private record Keyed(Object key, Object value) {}

  private static void sort(Object[] values, Object[] keys) {
    Comparator<Object> order = simpleOrder(keys);
    if (order == null) {
      new MergeSort(keys, values).run();
      return;
    }
    Keyed[] pairs = new Keyed[values.length];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new Keyed(keys[i], values[i]);
    }
    Arrays.sort(pairs, (a, b) -> order.compare(a.key, b.key));
    for (int i = 0; i < pairs.length; i++) {
      values[i] = pairs[i].value;
    }
  }

  /** The order of values of one type that are in a total order; null for all others. */
  private static @Nullable Comparator<Object> simpleOrder(Object[] values) {
    if (values.length == 0) {
      return null;
    }
    Class<?> type = values[0].getClass();
    for (Object value : values) {
      if (value.getClass() != type || (value instanceof Double d && Double.isNaN(d))) {
        return null;
      }
    }
    if (type == Long.class) {
      return (a, b) -> Long.compare((Long) a, (Long) b);
    }
    if (type == String.class) {
      return (a, b) -> ((String) a).compareTo((String) b);
    }
    if (type == Double.class) {
      return (a, b) -> {
        double x = (Double) a;
        double y = (Double) b;
        return x < y ? -1 : x > y ? 1 : 0; // unlike Double.compare: -0.0 equals 0.0
      };
    }
    return null;
  }

  /** {@code a < b} as a truth value, without a look at the classes of two tuples. */
  static boolean less(Object a, Object b) {
    if (a instanceof PyTuple x && b instanceof PyTuple y) {
      return Truth.isTrue(SequenceComparison.compare(Comparison.Operator.LT, x, y));
    }
    return Comparison.less(a, b);
  }
}
