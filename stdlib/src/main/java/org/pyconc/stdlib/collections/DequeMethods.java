package org.pyconc.stdlib.collections;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ReprStack;
import org.pyconc.runtime.TaskState;

/**
 * The methods of deque.
 *
 * @see <a href="https://docs.python.org/3.11/library/collections.html#deque-objects">deque
 *     objects</a>
 */
final class DequeMethods {
  private static final PySingleton NONE = PySingleton.NONE;

  private DequeMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "deque([iterable[, maxlen]]) --> deque object\n\n"
            + "A list-like sequence optimized for data accesses near its endpoints.");
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.",
        bound -> {
          initialise((PyDeque) bound[0], (PyTuple) bound[1], (PyDict) bound[2]);
          return NONE;
        });
    b.constant("__hash__", NONE);
    b.getter(
        "maxlen",
        "maximum size of a deque or None if unbounded",
        self -> {
          int maximum = ((PyDeque) self).maximum();
          return maximum == PyDeque.UNBOUNDED ? NONE : (Object) (long) maximum;
        });
    b.method(
        "__reduce__(self, /)",
        "Return state information for pickling.",
        self -> {
          PyDeque deque = (PyDeque) self;
          PyTuple arguments =
              deque.maximum() == PyDeque.UNBOUNDED
                  ? PyTuple.EMPTY
                  : PyTuple.of(PyTuple.EMPTY, (long) deque.maximum());
          return Reductions.recipe(self, arguments, PyList.of(deque.toArray()), null);
        });
    defineEnds(b);
    defineSequence(b);
    defineOperators(b);
  }

  private static void initialise(PyDeque deque, PyTuple args, PyDict kwargs) {
    int given = args.size() + kwargs.size();
    if (given > 2) {
      throw Errors.typeError("deque() takes at most 2 arguments (" + given + " given)");
    }
    Object iterable = args.size() > 0 ? args.get(0) : PyTuple.EMPTY;
    Object maximum = args.size() > 1 ? args.get(1) : NONE;
    for (int i = kwargs.next(0); i >= 0; i = kwargs.next(i + 1)) {
      Object keyword = kwargs.keyAt(i);
      if (keyword.equals("iterable") && args.size() == 0) {
        iterable = kwargs.valueAt(i);
      } else if (keyword.equals("maxlen") && args.size() < 2) {
        maximum = kwargs.valueAt(i);
      } else {
        throw Errors.typeError("'" + keyword + "' is an invalid keyword argument for deque()");
      }
    }
    deque.clear();
    deque.setMaximum(maximum(maximum));
    extend(deque, iterable);
  }

  private static int maximum(Object value) {
    if (value == NONE) {
      return PyDeque.UNBOUNDED;
    }
    if (PyType.of(value).lookup("__index__") == null) {
      throw Errors.typeError("an integer is required");
    }
    int maximum = Items.toInt(value);
    if (maximum < 0) {
      throw Errors.valueError("maxlen must be non-negative");
    }
    return maximum;
  }

  private static void extend(PyDeque deque, Object iterable) {
    PyIterator iterator =
        Iteration.iterator(iterable == deque ? PyList.of(deque.toArray()) : iterable);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      deque.append(next);
    }
  }

  private static void defineEnds(TypeBuilder b) {
    b.method(
        "append(self, object, /)",
        "Add an element to the right side of the deque.",
        (self, value) -> {
          ((PyDeque) self).append(value);
          return NONE;
        });
    b.method(
        "appendleft(self, object, /)",
        "Add an element to the left side of the deque.",
        (self, value) -> {
          ((PyDeque) self).appendLeft(value);
          return NONE;
        });
    b.method(
        "pop(self, /)",
        "Remove and return the rightmost element.",
        self -> {
          Object removed = ((PyDeque) self).pop();
          if (removed == null) {
            throw Errors.indexError("pop from an empty deque");
          }
          return removed;
        });
    b.method(
        "popleft(self, /)",
        "Remove and return the leftmost element.",
        self -> {
          Object removed = ((PyDeque) self).popLeft();
          if (removed == null) {
            throw Errors.indexError("pop from an empty deque");
          }
          return removed;
        });
    b.method(
        "extend(self, iterable, /)",
        "Extend the right side of the deque with elements from the iterable",
        (self, iterable) -> {
          extend((PyDeque) self, iterable);
          return NONE;
        });
    b.method(
        "extendleft(self, iterable, /)",
        "Extend the left side of the deque with elements from the iterable",
        (self, iterable) -> {
          PyDeque deque = (PyDeque) self;
          PyIterator iterator =
              Iteration.iterator(iterable == deque ? PyList.of(deque.toArray()) : iterable);
          for (Object next = iterator.next(); next != null; next = iterator.next()) {
            deque.appendLeft(next);
          }
          return NONE;
        });
    b.method(
        "rotate(self, n=1, /)",
        "Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left.",
        (self, n) -> {
          ((PyDeque) self).rotate(Items.toLong(n));
          return NONE;
        });
    b.method(
        "clear(self, /)",
        "Remove all elements from the deque.",
        self -> {
          ((PyDeque) self).clear();
          return NONE;
        });
  }

  private static void defineSequence(TypeBuilder b) {
    b.method("__len__(self, /)", "Return len(self).", self -> (long) ((PyDeque) self).size());
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        self -> new DequeIterator((PyDeque) self, false));
    b.method(
        "__reversed__(self, /)",
        "D.__reversed__() -- return a reverse iterator over the deque",
        self -> new DequeIterator((PyDeque) self, true));
    b.method(
        "__contains__(self, key, /)",
        "Return key in self.",
        (self, value) -> search((PyDeque) self, value, 0, Integer.MAX_VALUE) >= 0);
    b.method(
        "__getitem__(self, key, /)",
        "Return self[key].",
        (self, key) -> ((PyDeque) self).get(index((PyDeque) self, key)));
    b.method(
        "__setitem__(self, key, value, /)",
        "Set self[key] to value.",
        (self, key, value) -> {
          ((PyDeque) self).set(index((PyDeque) self, key), value);
          return NONE;
        });
    b.method(
        "__delitem__(self, key, /)",
        "Delete self[key].",
        (self, key) -> {
          ((PyDeque) self).remove(index((PyDeque) self, key));
          return NONE;
        });
    b.method(
        "count(self, value, /)",
        "D.count(value) -- return number of occurrences of value",
        (self, value) -> {
          long count = 0;
          PyIterator iterator = new DequeIterator((PyDeque) self, false);
          for (Object next = iterator.next(); next != null; next = iterator.next()) {
            if (Comparison.equal(next, value)) {
              count++;
            }
          }
          return count;
        });
    b.method(
        "index(self, value, start=0, stop=9223372036854775807, /)",
        "D.index(value, [start, [stop]]) -- return first index of value.\n"
            + "Raises ValueError if the value is not present.",
        (self, value, start, stop) -> {
          PyDeque deque = (PyDeque) self;
          int found = search(deque, value, place(start, deque.size()), place(stop, deque.size()));
          if (found < 0) {
            throw Errors.valueError(Text.javaRepr(value) + " is not in deque");
          }
          return (long) found;
        });
    b.method(
        "insert(self, index, object, /)",
        "D.insert(index, object) -- insert object before index",
        (self, index, value) -> {
          PyDeque deque = (PyDeque) self;
          if (deque.size() == deque.maximum()) {
            throw Errors.indexError("deque already at its maximum size");
          }
          deque.insert(bound(index, deque.size()), value);
          return NONE;
        });
    b.method(
        "remove(self, value, /)",
        "D.remove(value) -- remove first occurrence of value.",
        (self, value) -> {
          PyDeque deque = (PyDeque) self;
          long changes = deque.changes();
          int found = search(deque, value, 0, Integer.MAX_VALUE);
          if (deque.changes() != changes) {
            throw Errors.of(ExceptionTypes.INDEX_ERROR, "deque mutated during iteration");
          }
          if (found < 0) {
            throw Errors.valueError(Text.javaRepr(value) + " is not in deque");
          }
          deque.remove(found);
          return NONE;
        });
    b.method(
        "reverse(self, /)",
        "D.reverse() -- reverse *IN PLACE*",
        self -> {
          PyDeque deque = (PyDeque) self;
          for (int i = 0, j = deque.size() - 1; i < j; i++, j--) {
            Object swap = deque.get(i);
            deque.set(i, deque.get(j));
            deque.set(j, swap);
          }
          return NONE;
        });
  }

  private static void defineOperators(TypeBuilder b) {
    b.method("copy(self, /)", "Return a shallow copy of a deque.", self -> copy((PyDeque) self));
    b.method(
        "__copy__(self, /)", "Return a shallow copy of a deque.", self -> copy((PyDeque) self));
    b.method("__repr__(self, /)", "Return repr(self).", self -> repr((PyDeque) self));
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (self, other) ->
              other instanceof PyDeque d
                  ? compare(op, (PyDeque) self, d)
                  : PySingleton.NOT_IMPLEMENTED);
    }
    b.method(
        "__add__(self, value, /)",
        "Return self+value.",
        (self, other) -> {
          if (!(other instanceof PyDeque)) {
            throw Errors.typeError(
                "can only concatenate deque (not \"" + PyType.of(other).name() + "\") to deque");
          }
          PyDeque result = copy((PyDeque) self);
          extend(result, other);
          return result;
        });
    b.method(
        "__iadd__(self, value, /)",
        "Implement self+=value.",
        (self, other) -> {
          extend((PyDeque) self, other);
          return self;
        });
    b.method("__mul__(self, value, /)", "Return self*value.", DequeMethods::repeat);
    b.method("__rmul__(self, value, /)", "Return value*self.", DequeMethods::repeat);
    b.method(
        "__imul__(self, value, /)",
        "Implement self*=value.",
        (self, value) -> {
          multiply((PyDeque) self, Items.toInt(value));
          return self;
        });
  }

  private static Object repeat(Object self, Object value) {
    if (PyType.of(value).lookup("__index__") == null) {
      throw Errors.typeError(
          "can't multiply sequence by non-int of type '" + PyType.of(value).name() + "'");
    }
    PyDeque result = copy((PyDeque) self);
    multiply(result, Items.toInt(value));
    return result;
  }

  private static void multiply(PyDeque deque, int count) {
    Object[] items = deque.toArray();
    if (count <= 0) {
      deque.clear();
    }
    for (int i = 1; i < count; i++) {
      for (Object item : items) {
        deque.append(item);
      }
    }
  }

  private static PyDeque copy(PyDeque deque) {
    if (deque.type() != PyDeque.TYPE) {
      Object made =
          deque.maximum() == PyDeque.UNBOUNDED
              ? Calls.call1(deque.type(), deque)
              : Calls.call2(deque.type(), deque, (long) deque.maximum());
      if (made instanceof PyDeque d) {
        return d;
      }
    }
    PyDeque copy = new PyDeque();
    copy.setMaximum(deque.maximum());
    for (int i = 0; i < deque.size(); i++) {
      copy.append(deque.get(i));
    }
    return copy;
  }

  /** {@code a op b}; comparing elements must not change the two. */
  private static Object compare(Comparison.Operator op, PyDeque a, PyDeque b) {
    boolean equality = op == Comparison.Operator.EQ || op == Comparison.Operator.NE;
    if (equality && (a == b || a.size() != b.size())) {
      return (a == b) == (op == Comparison.Operator.EQ);
    }
    DequeIterator left = new DequeIterator(a, false);
    DequeIterator right = new DequeIterator(b, false);
    while (true) {
      Object x = left.next();
      Object y = right.next();
      if (x == null || y == null) {
        return op.accepts(Boolean.compare(x != null, y != null));
      }
      if (!Comparison.equal(x, y)) {
        return equality
            ? (Object) (op == Comparison.Operator.NE)
            : (Object) Truth.isTrue(Comparison.compare(op, x, y));
      }
    }
  }

  private static int search(PyDeque deque, Object value, int start, int stop) {
    long changes = deque.changes();
    for (int i = start; i < stop && i < deque.size(); i++) {
      if (Comparison.equal(deque.get(i), value)) {
        return i;
      }
      if (deque.changes() != changes) {
        throw Errors.runtimeError("deque mutated during iteration");
      }
    }
    return -1;
  }

  private static int index(PyDeque deque, Object key) {
    if (PyType.of(key).lookup("__index__") == null) {
      throw Errors.typeError("sequence index must be integer, not '" + PyType.of(key).name() + "'");
    }
    long at = Items.toLong(key);
    at = at < 0 ? at + deque.size() : at;
    if (at < 0 || at >= deque.size()) {
      throw Errors.indexError("deque index out of range");
    }
    return (int) at;
  }

  /** A bound of a search, which may lie anywhere. */
  private static int place(Object value, int size) {
    Object index = Items.index(value);
    if (index instanceof BigInteger b) {
      return b.signum() < 0 ? 0 : size;
    }
    return bound(index, size);
  }

  private static int bound(Object value, int size) {
    long at = Items.toLong(value);
    return (int) (at < 0 ? Math.max(0, at + size) : Math.min(at, size));
  }

  private static Object repr(PyDeque deque) {
    ReprStack stack = TaskState.current().reprStack();
    if (!stack.enter(deque)) {
      return "[...]";
    }
    try {
      TextBuilder text = new TextBuilder().append(deque.type().simpleName()).append("([");
      Object[] items = deque.toArray();
      for (int i = 0; i < items.length; i++) {
        text.append(i == 0 ? "" : ", ").append(Text.repr(items[i]));
      }
      text.append("]");
      if (deque.maximum() != PyDeque.UNBOUNDED) {
        text.append(", maxlen=" + deque.maximum());
      }
      return text.append(")").build();
    } finally {
      stack.leave();
    }
  }
}
