package org.pyconc.operations;

import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;

/** Comparison of lists and tuples: by their first elements that differ, then by length. */
public final class SequenceComparison {
  private SequenceComparison() {}

  /** {@code a op b} for tuples. */
  public static Object compare(Comparison.Operator op, PyTuple a, PyTuple b) {
    Object[] x = a.items();
    Object[] y = b.items();
    int common = Math.min(x.length, y.length);
    int i = 0;
    while (i < common && Comparison.equal(x[i], y[i])) {
      i++;
    }
    return i == common
        ? op.accepts(Integer.compare(x.length, y.length))
        : different(op, x[i], y[i]);
  }

  /** {@code a op b} for lists, which may change while elements are compared. */
  public static Object compare(Comparison.Operator op, PyList a, PyList b) {
    if (a.size() != b.size()) {
      if (op == Comparison.Operator.EQ) {
        return false;
      }
      if (op == Comparison.Operator.NE) {
        return true;
      }
    }
    int i = 0;
    while (i < a.size() && i < b.size()) {
      Object x = a.get(i);
      Object y = b.get(i);
      if (!Comparison.equal(x, y)) {
        return different(op, x, y);
      }
      i++;
    }
    return op.accepts(Integer.compare(a.size(), b.size()));
  }

  private static Object different(Comparison.Operator op, Object x, Object y) {
    return switch (op) {
      case EQ -> false;
      case NE -> true;
      default -> Comparison.compare(op, x, y);
    };
  }

  /** {@code a op b}, or NotImplemented unless both are lists or both are tuples. */
  public static Object compare(Comparison.Operator op, Object a, Object b) {
    if (a instanceof PyList x && b instanceof PyList y) {
      return compare(op, x, y);
    }
    if (a instanceof PyTuple x && b instanceof PyTuple y) {
      return compare(op, x, y);
    }
    return PySingleton.NOT_IMPLEMENTED;
  }
}
