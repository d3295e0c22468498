package org.pyconc.stdlib.math;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.Iteration;

/** Sums, products and distances of module {@code math}. */
final class Sums {
  private Sums() {}

  static void define(ModuleBuilder b) {
    b.function(
        "fsum(seq, /)",
        "Return an accurate floating-point sum of values in the iterable seq.",
        Sums::fsum);
    b.functionN(
        "prod(iterable, /, *, start=1)",
        "Calculate the product of all the elements in the input iterable.",
        a -> product(a[0], a[1]));
    b.functionN(
        "hypot(*coordinates)",
        "Multidimensional Euclidean distance from the origin to a point.",
        a -> {
          Object[] coordinates = ((PyTuple) a[0]).items();
          double[] vector = new double[coordinates.length];
          for (int i = 0; i < vector.length; i++) {
            vector[i] = FloatArithmetic.toDouble(coordinates[i]);
          }
          return norm(vector);
        });
    b.function(
        "dist(p, q, /)", "Return the Euclidean distance between two points p and q.", Sums::dist);
  }

  private static Object product(Object iterable, Object start) {
    Object result = start;
    PyIterator iterator = Iteration.iterator(iterable);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      result = Arithmetic.multiply(result, next);
    }
    return result;
  }

  private static Object dist(Object p, Object q) {
    Object[] from = Iteration.toArray(p);
    Object[] to = Iteration.toArray(q);
    if (from.length != to.length) {
      throw Errors.valueError("both points must have the same number of dimensions");
    }
    double[] vector = new double[from.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = FloatArithmetic.toDouble(from[i]) - FloatArithmetic.toDouble(to[i]);
    }
    return norm(vector);
  }

  /** The Euclidean norm, scaled against overflow and summed without loss. */
  static double norm(double[] vector) {
    double largest = 0;
    boolean hasNaN = false;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Math.abs(vector[i]);
      hasNaN |= Double.isNaN(vector[i]);
      largest = vector[i] > largest ? vector[i] : largest;
    }
    if (Double.isInfinite(largest)) {
      return largest;
    }
    if (hasNaN) {
      return Double.NaN;
    }
    if (largest == 0 || vector.length <= 1) {
      return largest;
    }
    int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
    DoubleDouble sum = DoubleDouble.of(0);
    for (double x : vector) {
      double scaled = Math.scalb(x, -exponent);
      sum = sum.plus(DoubleDouble.product(scaled, scaled));
    }
    double root = Math.sqrt(sum.high());
    DoubleDouble rest = sum.minus(DoubleDouble.product(root, root));
    return Math.scalb(root + rest.high() / (2 * root), exponent);
  }

  /** Shewchuk's sum: partial sums that do not overlap, rounded once at the end. */
  private static Object fsum(Object iterable) {
    double[] partials = new double[32];
    int count = 0;
    double special = 0;
    double infinities = 0;
    PyIterator iterator = Iteration.iterator(iterable);
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      double original = FloatArithmetic.toDouble(next);
      double x = original;
      int kept = 0;
      for (int i = 0; i < count; i++) {
        double y = partials[i];
        if (Math.abs(x) < Math.abs(y)) {
          double swap = x;
          x = y;
          y = swap;
        }
        double high = x + y;
        double low = y - (high - x);
        if (low != 0) {
          partials[kept++] = low;
        }
        x = high;
      }
      count = kept;
      if (x == 0) {
        continue;
      }
      if (!Double.isFinite(x)) {
        if (Double.isFinite(original)) {
          throw Errors.overflow("intermediate overflow in fsum");
        }
        if (Double.isInfinite(original)) {
          infinities += original;
        }
        special += original;
        count = 0;
        continue;
      }
      if (count == partials.length) {
        partials = java.util.Arrays.copyOf(partials, count * 2);
      }
      partials[count++] = x;
    }
    if (special != 0) {
      if (Double.isNaN(infinities)) {
        throw Errors.valueError("-inf + inf in fsum");
      }
      return special;
    }
    return rounded(partials, count);
  }

  private static double rounded(double[] partials, int count) {
    if (count == 0) {
      return 0.0;
    }
    int at = count - 1;
    double high = partials[at];
    double low = 0;
    while (at > 0) {
      double x = high;
      double y = partials[--at];
      high = x + y;
      low = y - (high - x);
      if (low != 0) {
        break;
      }
    }
    // Half-way cases go by the sign of what is below.
    if (at > 0 && ((low < 0 && partials[at - 1] < 0) || (low > 0 && partials[at - 1] > 0))) {
      double y = low * 2;
      double x = high + y;
      if (y == x - high) {
        high = x;
      }
    }
    return high;
  }
}
