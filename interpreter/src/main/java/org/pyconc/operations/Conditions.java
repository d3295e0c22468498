package org.pyconc.operations;

import org.pyconc.operations.Comparison.Operator;

/** Comparisons whose result only decides a branch. */
public final class Conditions {
  private Conditions() {}

  public static boolean equal(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return (long) x == (long) y;
    }
    return Truth.isTrue(Comparison.compare(Operator.EQ, a, b));
  }

  public static boolean notEqual(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return (long) x != (long) y;
    }
    return Truth.isTrue(Comparison.compare(Operator.NE, a, b));
  }

  public static boolean less(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x < y;
    }
    return Truth.isTrue(Comparison.compare(Operator.LT, a, b));
  }

  public static boolean lessEqual(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x <= y;
    }
    return Truth.isTrue(Comparison.compare(Operator.LE, a, b));
  }

  public static boolean greater(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x > y;
    }
    return Truth.isTrue(Comparison.compare(Operator.GT, a, b));
  }

  public static boolean greaterEqual(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x >= y;
    }
    return Truth.isTrue(Comparison.compare(Operator.GE, a, b));
  }
}
