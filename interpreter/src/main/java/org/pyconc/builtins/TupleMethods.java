package org.pyconc.builtins;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.ContainerRepr;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Slices;
import org.pyconc.operations.TupleIterator;

/**
 * The type tuple.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#tuples">Tuples</a>
 */
final class TupleMethods {
  private TupleMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "Built-in immutable sequence.\n\n"
            + "If no argument is given, the constructor returns an empty tuple.\n"
            + "If iterable is specified the tuple is initialized from iterable's items.\n\n"
            + "If the argument is a tuple, the return value is the same object.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          if (bound[0] != BuiltinTypes.TUPLE) {
            Arguments.noKeywords(BuiltinTypes.TUPLE, bound[0], bound[2]);
            return Arguments.instance(
                BuiltinTypes.TUPLE, bound[0], make(first((PyTuple) bound[1])));
          }
          return make(Arguments.single("tuple", bound[1], bound[2]));
        });
    b.shortcut((cls, iterable) -> Arguments.instance(BuiltinTypes.TUPLE, cls, make(iterable)));
    b.method("__len__(self, /)", "Return len(self).", self -> (long) ((PyTuple) self).size());
    b.method(
        "__iter__(self, /)", "Implement iter(self).", self -> new TupleIterator((PyTuple) self));
    b.method(
        "__contains__(self, key, /)",
        "Return key in self.",
        (self, key) -> Items.contains(self, key));
    b.method(
        "__repr__(self, /)", "Return repr(self).", self -> ContainerRepr.tuple((PyTuple) self));
    b.method("__hash__(self, /)", "Return hash(self).", self -> Hashing.hash(self));
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> GenericAliasMethods.alias(bound[0], bound[1]));
    Arguments.sequenceComparisons(b);
    b.method("__getitem__(self, key, /)", "Return self[key].", TupleMethods::get);
    b.method(
        "__add__(self, value, /)",
        "Return self+value.",
        (self, value) ->
            PyPayloadInstance.unwrap(value) instanceof PyTuple other
                ? concatenate((PyTuple) self, other)
                : PySingleton.NOT_IMPLEMENTED);
    b.method("__mul__(self, value, /)", "Return self*value.", TupleMethods::repeat);
    b.method("__rmul__(self, value, /)", "Return value*self.", TupleMethods::repeat);
    b.method("__getnewargs__(self, /)", "", self -> PyTuple.of(self));
    defineQueries(b);
  }

  private static void defineQueries(TypeBuilder b) {
    b.method(
        "count(self, value, /)",
        "Return number of occurrences of value.",
        (self, value) -> {
          long count = 0;
          for (Object item : ((PyTuple) self).items()) {
            if (Comparison.equal(item, value)) {
              count++;
            }
          }
          return count;
        });
    b.method(
        "index(self, value, start=0, stop=9223372036854775807, /)",
        "Return first index of value.\n\nRaises ValueError if the value is not present.",
        (self, value, start, stop) -> {
          PyTuple tuple = (PyTuple) self;
          int to = Indices.bound(stop, tuple.size());
          for (int i = Indices.bound(start, tuple.size()); i < to; i++) {
            if (Comparison.equal(tuple.get(i), value)) {
              return (long) i;
            }
          }
          throw Errors.valueError("tuple.index(x): x not in tuple");
        });
  }

  private static @Nullable Object first(PyTuple args) {
    return args.size() == 0 ? null : args.get(0);
  }

  private static PyTuple make(@Nullable Object iterable) {
    if (iterable == null) {
      return PyTuple.EMPTY;
    }
    return iterable instanceof PyTuple t ? t : PyTuple.of(Iteration.collect(iterable).toArray());
  }

  private static PyTuple concatenate(PyTuple a, PyTuple b) {
    if (a.size() == 0) {
      return b;
    }
    if (b.size() == 0) {
      return a;
    }
    Object[] items = Arrays.copyOf(a.items(), a.size() + b.size());
    System.arraycopy(b.items(), 0, items, a.size(), b.size());
    return PyTuple.of(items);
  }

  private static Object repeat(Object self, Object value) {
    Object count = Repetition.count(value);
    if (count == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    PyTuple tuple = (PyTuple) self;
    return count.equals(1L)
        ? tuple
        : PyTuple.of(Repetition.repeat(tuple.items(), tuple.size(), count));
  }

  private static Object get(Object self, Object index) {
    PyTuple tuple = (PyTuple) self;
    if (index instanceof PySlice slice) {
      Slices.Range r = Slices.resolve(slice, tuple.size());
      return r.step() == 1 && r.length() == tuple.size()
          ? tuple
          : PyTuple.of(Indices.select(tuple.items(), r));
    }
    return tuple.get(Indices.element(index, "tuple", "tuple index out of range", tuple::size));
  }
}
