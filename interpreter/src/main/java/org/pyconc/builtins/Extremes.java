package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;
import org.pyconc.operations.TupleIterator;

/** The functions min and max. */
final class Extremes {
  private Extremes() {}

  static void define(ModuleBuilder b) {
    b.functionN(
        "min(*args, **kwargs)",
        "min(iterable, *[, default=obj, key=func]) -> value\n"
            + "min(arg1, arg2, *args, *[, key=func]) -> value\n\n"
            + "With a single iterable argument, return its smallest item. The\n"
            + "default keyword-only argument specifies an object to return if\n"
            + "the provided iterable is empty.\n"
            + "With two or more arguments, return the smallest argument.",
        bound -> find("min", Comparison.Operator.LT, (PyTuple) bound[0], (PyDict) bound[1]));
    b.shortcut(iterable -> find("min", Comparison.Operator.LT, iterable));
    b.shortcut((x, y) -> precedes(Comparison.Operator.LT, y, x) ? y : x);
    b.functionN(
        "max(*args, **kwargs)",
        "max(iterable, *[, default=obj, key=func]) -> value\n"
            + "max(arg1, arg2, *args, *[, key=func]) -> value\n\n"
            + "With a single iterable argument, return its biggest item. The\n"
            + "default keyword-only argument specifies an object to return if\n"
            + "the provided iterable is empty.\n"
            + "With two or more arguments, return the largest argument.",
        bound -> find("max", Comparison.Operator.GT, (PyTuple) bound[0], (PyDict) bound[1]));
    b.shortcut(iterable -> find("max", Comparison.Operator.GT, iterable));
    b.shortcut((x, y) -> precedes(Comparison.Operator.GT, y, x) ? y : x);
  }

  private static boolean precedes(Comparison.Operator op, Object a, Object b) {
    return Truth.isTrue(Comparison.compare(op, a, b));
  }

  private static Object find(String name, Comparison.Operator op, Object iterable) {
    Object best = best(op, Iteration.iterator(iterable), null);
    if (best == null) {
      throw Errors.valueError(name + "() arg is an empty sequence");
    }
    return best;
  }

  private static Object find(String name, Comparison.Operator op, PyTuple args, PyDict kwargs) {
    Arguments.between(name, args, 1, Integer.MAX_VALUE);
    Object key = null;
    Object otherwise = null;
    for (int i = kwargs.next(0); i >= 0; i = kwargs.next(i + 1)) {
      Object keyword = kwargs.keyAt(i);
      if (keyword.equals("key")) {
        key = kwargs.valueAt(i);
      } else if (keyword.equals("default")) {
        otherwise = kwargs.valueAt(i);
      } else {
        throw Errors.typeError(
            "'" + keyword + "' is an invalid keyword argument for " + name + "()");
      }
    }
    if (args.size() > 1 && otherwise != null) {
      throw Errors.typeError(
          "Cannot specify a default for " + name + "() with multiple positional arguments");
    }
    PyIterator iterator =
        args.size() > 1 ? new TupleIterator(args) : Iteration.iterator(args.get(0));
    Object best = best(op, iterator, key == PySingleton.NONE ? null : key);
    if (best != null) {
      return best;
    }
    if (otherwise == null) {
      throw Errors.valueError(name + "() arg is an empty sequence");
    }
    return otherwise;
  }

  /** The first of the values that no other precedes by the operator, or null if there are none. */
  private static @Nullable Object best(
      Comparison.Operator op, PyIterator iterator, @Nullable Object key) {
    Object best = null;
    Object bestKey = null;
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      Object nextKey = key == null ? next : Calls.call1(key, next);
      if (bestKey == null || precedes(op, nextKey, bestKey)) {
        best = next;
        bestKey = nextKey;
      }
    }
    return best;
  }
}
