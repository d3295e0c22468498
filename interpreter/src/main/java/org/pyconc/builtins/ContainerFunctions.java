package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.CallIterator;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.NextFunction;
import org.pyconc.operations.Sorting;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * The builtin functions that have to do with containers and iteration.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html">Built-in Functions</a>
 */
final class ContainerFunctions {
  private ContainerFunctions() {}

  static void define(ModuleBuilder b) {
    b.function(
        "len(obj, /)", "Return the number of items in a container.", ContainerFunctions::length);
    b.function(
        "iter(iterable, sentinel=<unrepresentable>, /)",
        "Get an iterator from an object.\n\n"
            + "In the first form, the argument must supply its own iterator, or be a sequence.\n"
            + "In the second form, the callable is called until it returns the sentinel.",
        (iterable, sentinel) -> {
          if (sentinel == Unset.UNSET) {
            return Iteration.iter(iterable);
          }
          if (!Calls.isCallable(iterable)) {
            throw Errors.typeError("iter(v, w): v must be callable");
          }
          return new CallIterator(iterable, sentinel);
        });
    AsyncGeneratorMethods.defineFunctions(b);
    b.constant("next", NextFunction.FUNCTION);
    b.functionN(
        "sorted(*args, **kwargs)",
        "Return a new list containing all items from the iterable in ascending order.\n\n"
            + "A custom key function can be supplied to customize the sort order, and the\n"
            + "reverse flag can be set to request the result in descending order.",
        bound -> sorted((PyTuple) bound[0], (PyDict) bound[1]));
    b.shortcut(
        iterable -> {
          PyList list = Iteration.collect(iterable);
          Sorting.sort(list, PySingleton.NONE, false);
          return list;
        });
    b.function(
        "any(iterable, /)",
        "Return True if bool(x) is True for any x in the iterable.\n\n"
            + "If the iterable is empty, return False.",
        iterable -> {
          PyIterator iterator = Iteration.iterator(iterable);
          for (Object next = iterator.next(); next != null; next = iterator.next()) {
            if (Truth.isTrue(next)) {
              return true;
            }
          }
          return false;
        });
    b.function(
        "all(iterable, /)",
        "Return True if bool(x) is True for all values x in the iterable.\n\n"
            + "If the iterable is empty, return True.",
        iterable -> {
          PyIterator iterator = Iteration.iterator(iterable);
          for (Object next = iterator.next(); next != null; next = iterator.next()) {
            if (!Truth.isTrue(next)) {
              return false;
            }
          }
          return true;
        });
    b.functionN(
        "sum(*args, **kwargs)",
        "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\n"
            + "When the iterable is empty, return the start value.\n"
            + "This function is intended specifically for use with numeric values and may\n"
            + "reject non-numeric types.",
        bound -> sum((PyTuple) bound[0], (PyDict) bound[1]));
    b.shortcut(iterable -> sum(iterable, 0L));
    b.shortcut((iterable, start) -> sum(iterable, start));
    Extremes.define(b);
  }

  private static Object length(Object value) {
    if (value instanceof PyRange range) {
      Object length = PyRange.normal(range.bigLength());
      if (length instanceof Long) {
        return length;
      }
      throw Errors.overflow("Python int too large to convert to C ssize_t");
    }
    return (long) Items.length(value);
  }

  private static Object sorted(PyTuple args, PyDict kwargs) {
    Arguments.between("sorted", args, 1, 1);
    Object key = PySingleton.NONE;
    boolean reverse = false;
    for (int i = kwargs.next(0); i >= 0; i = kwargs.next(i + 1)) {
      Object keyword = kwargs.keyAt(i);
      if (keyword.equals("key")) {
        key = kwargs.valueAt(i);
      } else if (keyword.equals("reverse")) {
        reverse = Arguments.flag(kwargs.valueAt(i));
      } else {
        throw Errors.typeError("'" + keyword + "' is an invalid keyword argument for sort()");
      }
    }
    PyList list = Iteration.collect(args.get(0));
    Sorting.sort(list, key, reverse);
    return list;
  }

  private static Object sum(PyTuple args, PyDict kwargs) {
    int given = args.size() + kwargs.size();
    if (args.size() == 0) {
      throw Errors.typeError("sum() takes at least 1 positional argument (0 given)");
    }
    if (given > 2) {
      throw Errors.typeError("sum() takes at most 2 arguments (" + given + " given)");
    }
    Object start = args.size() == 2 ? args.get(1) : kwargs.get("start");
    if (start == null && kwargs.size() > 0) {
      throw Errors.typeError(
          "'" + kwargs.keyAt(kwargs.next(0)) + "' is an invalid keyword argument for sum()");
    }
    return sum(args.get(0), start == null ? 0L : start);
  }

  private static Object sum(Object iterable, Object start) {
    Object plain = PyPayloadInstance.unwrap(start);
    if (Text.isText(plain)) {
      throw Errors.typeError("sum() can't sum strings [use ''.join(seq) instead]");
    }
    if (plain instanceof PyBytes) {
      throw Errors.typeError("sum() can't sum bytes [use b''.join(seq) instead]");
    }
    if (plain instanceof PyByteArray) {
      throw Errors.typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
    }
    Object total = start;
    PyIterator iterator = Iteration.iterator(iterable);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      total = Arithmetic.add(total, next);
    }
    return total;
  }
}
