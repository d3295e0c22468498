package org.pyconc.stdlib.collections;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Sorting;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.operations.Truth;

/**
 * The methods of Counter.
 *
 * @see <a href="https://docs.python.org/3.11/library/collections.html#counter-objects">Counter
 *     objects</a>
 */
final class CounterMethods {
  private static final PySingleton NONE = PySingleton.NONE;

  private CounterMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "Dict subclass for counting hashable items.  Sometimes called a bag\n"
            + "or multiset.  Elements are stored as dictionary keys and their counts\n"
            + "are stored as dictionary values.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          PyDict dict = new PyCounter();
          return bound[0] == PyCounter.TYPE ? dict : new PyPayloadInstance((PyType) bound[0], dict);
        });
    InstanceDictionary.defineForDict(b);
    b.methodN(
        "__init__(self, /, *args, **kwds)",
        "Create a new, empty Counter object.  And if given, count elements\n"
            + "from an input iterable.",
        bound -> {
          change("__init__", bound, false);
          return NONE;
        });
    b.methodN(
        "update(self, /, *args, **kwds)",
        "Like dict.update() but add counts instead of replacing them.",
        bound -> {
          change("update", bound, false);
          return NONE;
        });
    b.methodN(
        "subtract(self, /, *args, **kwds)",
        "Like dict.update() but subtracts counts instead of replacing them.",
        bound -> {
          change("subtract", bound, true);
          return NONE;
        });
    b.method(
        "__missing__(self, key)",
        "The count of elements not in the Counter is zero.",
        (self, key) -> 0L);
    b.method(
        "__delitem__(self, elem)",
        "Like dict.__delitem__() but does not raise KeyError for missing values.",
        (self, key) -> {
          Object ignored = ((PyDict) self).remove(key);
          return NONE;
        });
    b.wholeMethod(
        "copy(self)", "Return a shallow copy.", self -> Calls.call1(PyType.of(self), self));
    b.classMethod(
        "fromkeys(cls, iterable, v=None)",
        "Not available for counters.",
        bound -> {
          throw Errors.of(
              ExceptionTypes.NOT_IMPLEMENTED_ERROR,
              "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.");
        });
    defineQueries(b);
    defineOperators(b);
  }

  private static void change(String name, Object[] bound, boolean subtract) {
    PyCounter counter = (PyCounter) bound[0];
    PyTuple args = (PyTuple) bound[1];
    PyDict kwargs = (PyDict) bound[2];
    if (args.size() > 1) {
      throw Errors.typeError(
          "Counter."
              + name
              + "() takes from 1 to 2 positional arguments but "
              + (args.size() + 1)
              + " were given");
    }
    if (args.size() == 1 && args.get(0) != NONE) {
      count(counter, args.get(0), subtract);
    }
    if (kwargs.size() > 0) {
      count(counter, kwargs, subtract);
    }
  }

  private static void count(PyCounter counter, Object source, boolean subtract) {
    if (source instanceof PyDict || Attributes.findQuietly(source, "items") != null) {
      countMapping(counter, source, subtract);
      return;
    }
    PyIterator iterator = Iteration.iterator(source);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      Object old = counter.count(next);
      counter.put(next, subtract ? Arithmetic.subtract(old, 1L) : Arithmetic.add(old, 1L));
    }
  }

  private static void countMapping(PyCounter counter, Object mapping, boolean subtract) {
    if (counter.size() == 0 && !subtract) {
      Dicts.update(counter, mapping);
      return;
    }
    for (Object item : Iteration.toArray(Calls.method(mapping, "items"))) {
      Object[] pair = Iteration.unpack(item, 2);
      Object old = counter.count(pair[0]);
      counter.put(
          pair[0], subtract ? Arithmetic.subtract(old, pair[1]) : Arithmetic.add(pair[1], old));
    }
  }

  private static void defineQueries(TypeBuilder b) {
    b.method(
        "most_common(self, n=None)",
        "List the n most common elements and their counts from the most\n"
            + "common to the least.  If n is None, then list all element counts.",
        (self, n) -> mostCommon((PyCounter) self, n));
    b.method(
        "elements(self)",
        "Iterator over elements repeating each as many times as its count.",
        self -> new ElementsIterator((PyCounter) self));
    b.method(
        "total(self)",
        "Sum of the counts",
        self -> {
          PyCounter counter = (PyCounter) self;
          Object total = 0L;
          for (int i = counter.next(0); i >= 0; i = counter.next(i + 1)) {
            total = Arithmetic.add(total, counter.valueAt(i));
          }
          return total;
        });
    b.wholeMethod(
        "__reduce__(self)",
        "Return state information for pickling.",
        self -> {
          PyDict counts = new PyDict();
          counts.putAll((PyDict) PyPayloadInstance.unwrap(self));
          return PyTuple.of(PyType.of(self), PyTuple.of(counts));
        });
    b.wholeMethod("__repr__(self)", "Return repr(self).", CounterMethods::repr);
  }

  private static PyList mostCommon(PyCounter counter, Object n) {
    Object[] items = new Object[counter.size()];
    Object[] counts = new Object[items.length];
    int size = 0;
    for (int i = counter.next(0); i >= 0; i = counter.next(i + 1)) {
      counts[size] = counter.valueAt(i);
      items[size++] = PyTuple.of(counter.keyAt(i), counter.valueAt(i));
    }
    Sorting.sortByKeys(items, counts, true);
    PyList all = PyList.of(items);
    if (n != NONE) {
      long wanted = Math.max(0, Items.toLong(n));
      while (all.size() > wanted) {
        Object ignored = all.remove(all.size() - 1);
      }
    }
    return all;
  }

  private static final class ElementsIterator extends PyIterator {
    private static final PyType TYPE = BuiltinTypes.iterator("itertools.chain", false, b -> {});

    private final PyIterator items;
    private @Nullable Object element;
    private long left;

    ElementsIterator(PyCounter counter) {
      items = Iteration.iterator(Calls.method(counter, "items"));
    }

    @Override
    public @Nullable Object next() {
      while (left <= 0) {
        Object item = items.next();
        if (item == null) {
          return null;
        }
        Object[] pair = Iteration.unpack(item, 2);
        element = pair[0];
        left = Items.toLong(pair[1]);
      }
      left--;
      return element;
    }

    @Override
    public PyType type() {
      return TYPE;
    }
  }

  private static Object repr(Object self) {
    PyCounter counter = (PyCounter) PyPayloadInstance.unwrap(self);
    String name = PyType.of(self).simpleName();
    if (counter.size() == 0) {
      return name + "()";
    }
    PyDict shown = new PyDict();
    try {
      for (Object item : Iteration.toArray(mostCommon(counter, NONE))) {
        Object[] pair = Iteration.unpack(item, 2);
        shown.put(pair[0], pair[1]);
      }
    } catch (PyException e) {
      if (!e.value().type().isSubtypeOf(ExceptionTypes.TYPE_ERROR)) {
        throw e;
      }
      shown = counter.copy(); // counts without an order
    }
    return new TextBuilder().append(name).append("(").append(Text.repr(shown)).append(")").build();
  }

  /** How the counts of one element in two counters become one. */
  @FunctionalInterface
  private interface Combination {
    Object apply(Object a, Object b);
  }

  private static void defineOperators(TypeBuilder b) {
    operator(b, "add", Arithmetic::add);
    operator(b, "sub", Arithmetic::subtract);
    operator(b, "or", (x, y) -> Comparison.less(x, y) ? y : x);
    operator(b, "and", (x, y) -> Comparison.less(x, y) ? x : y);
    b.method(
        "__pos__(self)",
        "Adds an empty counter, effectively stripping negative and zero counts",
        self -> combine((PyCounter) self, new PyCounter(), Arithmetic::add));
    b.method(
        "__neg__(self)",
        "Subtracts from an empty counter.",
        self -> combine(new PyCounter(), (PyCounter) self, Arithmetic::subtract));
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, other)",
          "Compares counts; missing ones count as zero.",
          (self, other) ->
              PyPayloadInstance.unwrap(other) instanceof PyCounter c
                  ? (Object) compare(op, (PyCounter) self, c)
                  : PySingleton.NOT_IMPLEMENTED);
    }
    b.constant("__hash__", NONE);
  }

  private static void operator(TypeBuilder b, String name, Combination combination) {
    b.method(
        "__" + name + "__(self, other)",
        "Combines the counts and keeps the positive ones.",
        (self, other) ->
            PyPayloadInstance.unwrap(other) instanceof PyCounter c
                ? combine((PyCounter) self, c, combination)
                : name.equals("or")
                    ? unionWithDict((PyDict) self, other)
                    : PySingleton.NOT_IMPLEMENTED);
    b.wholeMethod(
        "__i" + name + "__(self, other)",
        "Combines the counts in place and keeps the positive ones.",
        (self, other) -> {
          if (!(PyPayloadInstance.unwrap(other) instanceof PyCounter c)) {
            return PySingleton.NOT_IMPLEMENTED;
          }
          PyCounter counter = (PyCounter) PyPayloadInstance.unwrap(self);
          PyCounter result = combine(counter, c, combination);
          counter.clear();
          counter.putAll(result);
          return self;
        });
  }

  private static Object unionWithDict(PyDict a, Object other) {
    if (!(PyPayloadInstance.unwrap(other) instanceof PyDict b)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    PyDict result = a.copy();
    result.putAll(b);
    return result;
  }

  private static PyCounter combine(PyCounter a, PyCounter b, Combination combination) {
    PyCounter result = new PyCounter();
    for (int i = a.next(0); i >= 0; i = a.next(i + 1)) {
      Object key = a.keyAt(i);
      keepPositive(result, key, combination.apply(a.valueAt(i), b.count(key)));
    }
    for (int i = b.next(0); i >= 0; i = b.next(i + 1)) {
      Object key = b.keyAt(i);
      if (!a.containsKey(key)) {
        keepPositive(result, key, combination.apply(0L, b.valueAt(i)));
      }
    }
    return result;
  }

  private static void keepPositive(PyCounter result, Object key, Object count) {
    if (Comparison.less(0L, count)) {
      result.put(key, count);
    }
  }

  private static boolean compare(Comparison.Operator op, PyCounter a, PyCounter b) {
    return switch (op) {
      case EQ -> all(Comparison.Operator.EQ, a, b);
      case NE -> !all(Comparison.Operator.EQ, a, b);
      case LE, GE -> all(op, a, b);
      case LT -> all(Comparison.Operator.LE, a, b) && !all(Comparison.Operator.EQ, a, b);
      case GT -> all(Comparison.Operator.GE, a, b) && !all(Comparison.Operator.EQ, a, b);
    };
  }

  private static boolean all(Comparison.Operator op, PyCounter a, PyCounter b) {
    for (PyCounter each : new PyCounter[] {a, b}) {
      for (int i = each.next(0); i >= 0; i = each.next(i + 1)) {
        Object key = each.keyAt(i);
        if (!Truth.isTrue(Comparison.compare(op, a.count(key), b.count(key)))) {
          return false;
        }
      }
    }
    return true;
  }
}
