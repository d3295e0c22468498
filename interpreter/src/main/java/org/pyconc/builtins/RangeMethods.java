package org.pyconc.builtins;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.BigRangeIterator;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Items;
import org.pyconc.operations.RangeIterator;
import org.pyconc.operations.Text;

/**
 * The type range.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#ranges">Ranges</a>
 */
final class RangeMethods {
  private RangeMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
            + "Return an object that produces a sequence of integers from start (inclusive)\n"
            + "to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\n"
            + "start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n"
            + "These are exactly the valid indices for a list of 4 elements.\n"
            + "When step is given, it specifies the increment (or decrement).");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          Arguments.subclass(BuiltinTypes.RANGE, "range", bound[0]);
          Arguments.noKeywords("range", bound[2]);
          return make((PyTuple) bound[1]);
        });
    b.method("__len__(self, /)", "Return len(self).", self -> length((PyRange) self));
    b.method(
        "__bool__(self, /)",
        "True if self else False",
        self -> ((PyRange) self).bigLength().signum() != 0);
    b.method("__iter__(self, /)", "Implement iter(self).", self -> iterator((PyRange) self));
    b.method(
        "__reversed__(self, /)",
        "Return a reverse iterator.",
        self -> reverseIterator((PyRange) self));
    b.method("__getitem__(self, key, /)", "Return self[key].", RangeMethods::get);
    b.method(
        "__contains__(self, key, /)",
        "Return key in self.",
        (self, key) -> contains((PyRange) self, key));
    b.method("__repr__(self, /)", "Return repr(self).", self -> repr((PyRange) self));
    b.method("__hash__(self, /)", "Return hash(self).", self -> hash((PyRange) self));
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (self, other) -> compare(op, (PyRange) self, other));
    }
    b.getter("start", "", self -> ((PyRange) self).start());
    b.getter("stop", "", self -> ((PyRange) self).stop());
    b.getter("step", "", self -> ((PyRange) self).step());
    b.method(
        "count(self, object, /)",
        "rangeobject.count(value) -> integer -- return number of occurrences of value",
        (self, value) -> count((PyRange) self, value));
    b.method(
        "index(self, object, /)",
        "rangeobject.index(value) -> integer -- return index of value.\n"
            + "Raise ValueError if the value is not present.",
        (self, value) -> index((PyRange) self, value));
    b.method(
        "__reduce__(self, /)",
        "",
        self -> {
          PyRange r = (PyRange) self;
          return PyTuple.of(BuiltinTypes.RANGE, PyTuple.of(r.start(), r.stop(), r.step()));
        });
  }

  /** {@code range(*args)}. */
  static PyRange make(PyTuple args) {
    Arguments.between("range", args, 1, 3);
    if (args.size() == 1) {
      return PyRange.of(0L, Items.index(args.get(0)), 1L);
    }
    Object start = Items.index(args.get(0));
    Object stop = Items.index(args.get(1));
    Object step = args.size() == 3 ? Items.index(args.get(2)) : 1L;
    if (step.equals(0L)) {
      throw Errors.valueError("range() arg 3 must not be zero");
    }
    return PyRange.of(start, stop, step);
  }

  private static Object length(PyRange range) {
    if (range.bigLength().bitLength() >= Long.SIZE) {
      throw Errors.overflow("Python int too large to convert to C ssize_t");
    }
    return range.bigLength().longValue();
  }

  private static PyIterator iterator(PyRange range) {
    return range.isSmall() ? new RangeIterator(range) : new BigRangeIterator(range, false);
  }

  private static PyIterator reverseIterator(PyRange range) {
    if (!range.isSmall()) {
      return new BigRangeIterator(range, true);
    }
    long length = range.length();
    return length == 0
        ? new RangeIterator(0, 1, 0)
        : new RangeIterator(range.get(length - 1), -range.distance(), length);
  }

  private static Object get(Object self, Object index) {
    PyRange range = (PyRange) self;
    if (index instanceof PySlice slice) {
      return slice(range, slice);
    }
    if (!(index instanceof Long) && PyType.of(index).lookup("__index__") == null) {
      throw Errors.typeError(
          "range indices must be integers or slices, not " + PyType.of(index).name());
    }
    Object at = Items.index(index);
    if (range.isSmall() && at instanceof Long l) {
      long i = l < 0 ? l + range.length() : l;
      if (i >= 0 && i < range.length()) {
        return range.get(i);
      }
    } else {
      BigInteger i = big(at);
      i = i.signum() < 0 ? i.add(range.bigLength()) : i;
      if (i.signum() >= 0 && i.compareTo(range.bigLength()) < 0) {
        return range.get(i);
      }
    }
    throw Errors.indexError("range object index out of range");
  }

  private static BigInteger big(Object value) {
    return value instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) value;
  }

  private static Object slice(PyRange range, PySlice slice) {
    BigInteger[] indices = BigSlices.resolve(slice, range.bigLength());
    BigInteger step = big(range.step());
    return PyRange.of(
        range.get(indices[0]), range.get(indices[1]), PyRange.normal(indices[2].multiply(step)));
  }

  /** The position of an int in the range, or null. */
  private static @Nullable BigInteger position(PyRange range, BigInteger value) {
    BigInteger[] quotient =
        value.subtract(big(range.start())).divideAndRemainder(big(range.step()));
    return quotient[1].signum() == 0
            && quotient[0].signum() >= 0
            && quotient[0].compareTo(range.bigLength()) < 0
        ? quotient[0]
        : null;
  }

  private static @Nullable Object exactInt(Object value) {
    return switch (value) {
      case Long l -> l;
      case BigInteger b -> b;
      case Boolean b -> b ? 1L : 0L;
      default -> null;
    };
  }

  private static boolean contains(PyRange range, Object value) {
    Object i = exactInt(value);
    if (i == null) {
      return search(range, value) >= 0;
    }
    if (i instanceof Long l && range.isSmall()) {
      return contains(range, (long) l);
    }
    return position(range, big(i)) != null;
  }

  private static boolean contains(PyRange range, long value) {
    if (range.length() == 0) {
      return false;
    }
    long first = range.first();
    long last = range.get(range.length() - 1);
    if (value < Math.min(first, last) || value > Math.max(first, last)) {
      return false;
    }
    long step = range.distance();
    return step == 1
        || Long.remainderUnsigned(step > 0 ? value - first : first - value, step > 0 ? step : -step)
            == 0;
  }

  private static long search(PyRange range, Object value) {
    PyIterator iterator = iterator(range);
    long index = 0;
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (Comparison.equal(next, value)) {
        return index;
      }
      index++;
    }
    return -1;
  }

  private static Object count(PyRange range, Object value) {
    Object i = exactInt(value);
    if (i != null) {
      return contains(range, value) ? 1L : 0L;
    }
    PyIterator iterator = iterator(range);
    long count = 0;
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      if (Comparison.equal(next, value)) {
        count++;
      }
    }
    return count;
  }

  private static Object index(PyRange range, Object value) {
    Object i = exactInt(value);
    if (i == null) {
      long found = search(range, value);
      if (found < 0) {
        throw Errors.valueError("sequence.index(x): x not in sequence");
      }
      return found;
    }
    BigInteger found = position(range, big(i));
    if (found == null) {
      throw Errors.valueError(Text.javaRepr(value) + " is not in range");
    }
    return PyRange.normal(found);
  }

  private static Object repr(PyRange range) {
    String ends = "range(" + range.start() + ", " + range.stop();
    return range.step().equals(1L) ? ends + ")" : ends + ", " + range.step() + ")";
  }

  /** What decides whether two ranges are equal: length, first element, step. */
  private static PyTuple identity(PyRange range) {
    Object length = PyRange.normal(range.bigLength());
    Object none = PySingleton.NONE;
    if (length.equals(0L)) {
      return PyTuple.of(length, none, none);
    }
    return PyTuple.of(length, range.start(), length.equals(1L) ? none : range.step());
  }

  private static Object hash(PyRange range) {
    return Hashing.hash(identity(range));
  }

  private static Object compare(Comparison.Operator op, PyRange range, Object other) {
    if (!(other instanceof PyRange r)
        || (op != Comparison.Operator.EQ && op != Comparison.Operator.NE)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    return Comparison.equal(identity(range), identity(r)) == (op == Comparison.Operator.EQ);
  }
}
