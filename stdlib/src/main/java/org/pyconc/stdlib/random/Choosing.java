package org.pyconc.stdlib.random;

import java.util.HashSet;
import java.util.Set;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.IntegerArithmetic;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.Text;
import org.pyconc.runtime.SyntaxWarnings;

/** The methods of {@code Random} that choose ints and elements, by CPython's algorithms. */
final class Choosing {
  private Choosing() {}

  static void define(TypeBuilder b) {
    b.method(
        "randrange(self, start, stop=None, step=1)",
        "Choose a random item from range(stop) or range(start, stop[, step]).",
        (self, start, stop, step) -> range((PyRandom) self, start, stop, step));
    b.method(
        "randint(self, a, b)",
        "Return random integer in range [a, b], including both end points.",
        (self, low, high) -> range((PyRandom) self, low, Arithmetic.add(high, 1L), 1L));
    b.method(
        "choice(self, seq)",
        "Choose a random element from a non-empty sequence.",
        (self, seq) -> choice((PyRandom) self, seq));
    b.method(
        "shuffle(self, x)",
        "Shuffle list x in place, and return None.",
        (self, x) -> shuffle((PyRandom) self, x));
    b.methodN(
        "sample(self, population, k, *, counts=None)",
        "Chooses k unique random elements from a population sequence.",
        a -> sample((PyRandom) a[0], a[1], a[2], a[3]));
    b.methodN(
        "choices(self, population, weights=None, *, cum_weights=None, k=1)",
        "Return a k sized list of population elements chosen with replacement.",
        a -> choices((PyRandom) a[0], a[1], a[2], a[3], a[4]));
  }

  /** An argument of {@code randrange}: floats without fraction pass too. */
  private static Object integer(Object value, String message) {
    if (value instanceof Long) {
      return value;
    }
    try {
      return Items.index(value);
    } catch (PyException e) {
      if (!e.value().type().isSubtypeOf(ExceptionTypes.TYPE_ERROR)) {
        throw e;
      }
    }
    Object converted = NumberConversion.toInt(value);
    if (!Comparison.equal(converted, value)) {
      SyntaxWarnings.deprecated("randrange() will raise TypeError in the future");
      throw Errors.valueError(message);
    }
    SyntaxWarnings.deprecated(
        "non-integer arguments to randrange() have been deprecated since Python 3.10 and will be"
            + " removed in a subsequent version");
    return converted;
  }

  private static Object range(PyRandom random, Object start, Object stop, Object step) {
    Object first = integer(start, "non-integer arg 1 for randrange()");
    if (stop == PySingleton.NONE) {
      if (!(step instanceof Long s && s == 1)) {
        throw Errors.typeError("Missing a non-None stop argument");
      }
      if (Integers.signum(first) > 0) {
        return random.below(first);
      }
      throw Errors.valueError("empty range for randrange()");
    }
    Object last = integer(stop, "non-integer stop for randrange()");
    Object width = IntegerArithmetic.subtract(last, first);
    Object stride = integer(step, "non-integer step for randrange()");
    if (stride instanceof Long s && s == 1) {
      if (Integers.signum(width) > 0) {
        return IntegerArithmetic.add(first, random.below(width));
      }
      throw Errors.valueError(
          "empty range for randrange() (" + first + ", " + last + ", " + width + ")");
    }
    int sign = Integers.signum(stride);
    if (sign == 0) {
      throw Errors.valueError("zero step for randrange()");
    }
    Object count =
        IntegerArithmetic.floorDivide(
            IntegerArithmetic.subtract(IntegerArithmetic.add(width, stride), (long) sign), stride);
    if (Integers.signum(count) <= 0) {
      throw Errors.valueError("empty range for randrange()");
    }
    return IntegerArithmetic.add(first, IntegerArithmetic.multiply(stride, random.below(count)));
  }

  /** {@code len(value)}, which for a range can be more than Java's arrays hold. */
  private static long length(Object value) {
    if (value instanceof PyList l) {
      return l.size();
    }
    Object length = Calls.special(value, "__len__");
    return length instanceof Long l && l >= 0 ? l : Items.length(value);
  }

  private static Object choice(PyRandom random, Object sequence) {
    long length = length(sequence);
    if (length == 0) {
      throw Errors.indexError("Cannot choose from an empty sequence");
    }
    return Items.get(sequence, random.below(length));
  }

  private static Object shuffle(PyRandom random, Object x) {
    for (long i = length(x) - 1; i >= 1; i--) {
      long j = random.below(i + 1);
      Object swap = Items.get(x, i);
      Items.set(x, i, Items.get(x, j));
      Items.set(x, j, swap);
    }
    return PySingleton.NONE;
  }

  private static boolean isSequence(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    PyType type = PyType.of(value);
    return !(plain instanceof PyDict)
        && !(plain instanceof PySet)
        && type.lookup("__getitem__") != null
        && type.lookup("__len__") != null;
  }

  private static Object sample(PyRandom random, Object population, Object k, Object counts) {
    if (!isSequence(population)) {
      throw Errors.typeError("Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    long size = length(population);
    PyList chosen = new PyList();
    if (counts == PySingleton.NONE) {
      for (long index : sampleIndexes(random, size, k)) {
        chosen.append(Items.get(population, index));
      }
      return chosen;
    }
    Object[] sums = accumulated(counts);
    if (sums.length != size) {
      throw Errors.valueError("The number of counts does not match the population");
    }
    if (sums.length == 0) {
      throw Errors.indexError("pop from empty list");
    }
    Object total = Integers.orNull(sums[sums.length - 1]);
    if (total == null) {
      throw Errors.typeError("Counts must be integers");
    }
    if (Integers.signum(total) <= 0) {
      throw Errors.valueError("Total of counts must be greater than zero");
    }
    for (long index : sampleIndexes(random, Integers.saturated(total), k)) {
      chosen.append(Items.get(population, position(sums, index, sums.length - 1)));
    }
    return chosen;
  }

  private static long[] sampleIndexes(PyRandom random, long size, Object k) {
    Object wanted = Items.index(k);
    if (Integers.signum(wanted) < 0 || Integers.saturated(wanted) > size) {
      throw Errors.valueError("Sample larger than population or is negative");
    }
    int count = Items.toInt(wanted);
    long[] chosen = new long[count];
    // CPython's measure of what takes less room: a copy of the population, or a set.
    double room = 21;
    if (count > 5) {
      room += Math.pow(4, Math.ceil(Math.log(count * 3.0) / Math.log(4)));
    }
    if (size <= room) {
      long[] pool = new long[(int) size];
      for (int i = 0; i < pool.length; i++) {
        pool[i] = i;
      }
      for (int i = 0; i < count; i++) {
        int j = (int) random.below(size - i);
        chosen[i] = pool[j];
        pool[j] = pool[(int) size - i - 1];
      }
      return chosen;
    }
    Set<Long> selected = new HashSet<>();
    for (int i = 0; i < count; i++) {
      long j = random.below(size);
      while (!selected.add(j)) {
        j = random.below(size);
      }
      chosen[i] = j;
    }
    return chosen;
  }

  private static Object[] accumulated(Object weights) {
    Object[] sums = Iteration.toArray(weights);
    for (int i = 1; i < sums.length; i++) {
      sums[i] = Arithmetic.add(sums[i - 1], sums[i]);
    }
    return sums;
  }

  /** Where a value belongs behind equal ones: {@code bisect.bisect(sums, value, 0, high)}. */
  private static long position(Object[] sums, Object value, int high) {
    int from = 0;
    int to = high;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Comparison.less(value, sums[middle])) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  private static Object choices(
      PyRandom random, Object population, Object weights, Object cumulative, Object k) {
    long size = length(population);
    Object[] sums;
    if (cumulative == PySingleton.NONE) {
      if (weights == PySingleton.NONE) {
        return equallyLikely(random, population, size, k);
      }
      if (Integers.isInt(weights)) {
        throw Errors.typeError(
            "The number of choices must be a keyword argument: k=" + Text.javaRepr(weights));
      }
      sums = accumulated(weights);
    } else if (weights != PySingleton.NONE) {
      throw Errors.typeError("Cannot specify both weights and cumulative weights");
    } else {
      sums = Iteration.toArray(cumulative);
    }
    if (sums.length != size) {
      throw Errors.valueError("The number of weights does not match the population");
    }
    if (sums.length == 0) {
      throw Errors.indexError("list index out of range");
    }
    double total = FloatArithmetic.toDouble(Arithmetic.add(sums[sums.length - 1], 0.0));
    if (total <= 0) {
      throw Errors.valueError("Total of weights must be greater than zero");
    }
    if (!Double.isFinite(total)) {
      throw Errors.valueError("Total of weights must be finite");
    }
    PyList chosen = new PyList();
    for (long i = Integers.saturated(Items.index(k)); i > 0; i--) {
      chosen.append(Items.get(population, position(sums, random.next() * total, sums.length - 1)));
    }
    return chosen;
  }

  private static Object equallyLikely(PyRandom random, Object population, long size, Object k) {
    PyList chosen = new PyList();
    for (long i = Integers.saturated(Items.index(k)); i > 0; i--) {
      chosen.append(Items.get(population, (long) Math.floor(random.next() * size)));
    }
    return chosen;
  }
}
