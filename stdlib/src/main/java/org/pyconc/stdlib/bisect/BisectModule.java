package org.pyconc.stdlib.bisect;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.runtime.NativeModule;

/**
 * Finding places in sorted sequences.
 *
 * @see <a href="https://docs.python.org/3.11/library/bisect.html">bisect</a>
 */
public final class BisectModule implements NativeModule {
  private static final String PARAMETERS = "(a, x, lo=0, hi=None, *, key=None)";

  @Override
  public String name() {
    return "bisect";
  }

  @Override
  public void define(ModuleBuilder b) {
    NativeFunction right =
        NativeFunction.ofN(
            "bisect",
            "bisect_right" + PARAMETERS,
            "Return the index where to insert item x in list a, behind equal ones.",
            bound -> right(bound, bound[1]));
    b.constant("bisect_right", right);
    b.constant("bisect", right);
    b.functionN(
        "bisect_left" + PARAMETERS,
        "Return the index where to insert item x in list a, before equal ones.",
        bound -> left(bound, bound[1]));
    NativeFunction insertRight =
        NativeFunction.ofN(
            "bisect",
            "insort_right" + PARAMETERS,
            "Insert item x in list a, behind equal ones.",
            bound -> insert(bound, right(bound, keyOf(bound, bound[1]))));
    b.constant("insort_right", insertRight);
    b.constant("insort", insertRight);
    b.functionN(
        "insort_left" + PARAMETERS,
        "Insert item x in list a, before equal ones.",
        bound -> insert(bound, left(bound, keyOf(bound, bound[1]))));
  }

  private static Object keyOf(Object[] bound, Object value) {
    return bound[4] == PySingleton.NONE ? value : Calls.call1(bound[4], value);
  }

  private static long low(Object[] bound) {
    long low = Items.toLong(bound[2]);
    if (low < 0) {
      throw Errors.valueError("lo must be non-negative");
    }
    return low;
  }

  private static long high(Object[] bound) {
    return bound[3] == PySingleton.NONE ? Items.length(bound[0]) : Items.toLong(bound[3]);
  }

  private static long right(Object[] bound, Object x) {
    long low = low(bound);
    long high = high(bound);
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (Comparison.less(x, keyOf(bound, Items.get(bound[0], middle)))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static long left(Object[] bound, Object x) {
    long low = low(bound);
    long high = high(bound);
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (Comparison.less(keyOf(bound, Items.get(bound[0], middle)), x)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Object insert(Object[] bound, long index) {
    return Calls.method(bound[0], "insert", index, bound[1]);
  }
}
