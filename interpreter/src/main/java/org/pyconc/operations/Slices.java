package org.pyconc.operations;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyType;

/**
 * Which elements of a sequence a slice names.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/datamodel.html#slice.indices">slice.indices</a>
 */
public final class Slices {
  private Slices() {}

  /**
   * A slice of a sequence of known length.
   *
   * @param start the first index, if {@code length} is not 0
   * @param stop where it ends; -1 if it goes down to the first element
   * @param step distance between indices, not 0
   * @param length how many elements
   */
  public record Range(int start, int stop, int step, int length) {}

  /** The indices of a slice; ValueError for a step of 0, TypeError for what is no index. */
  public static Range resolve(PySlice slice, int length) {
    int step = slice.step() == PySingleton.NONE ? 1 : clamp(slice.step(), -Integer.MAX_VALUE);
    if (step == 0) {
      throw Errors.valueError("slice step cannot be zero");
    }
    int start =
        slice.start() == PySingleton.NONE
            ? (step > 0 ? 0 : length - 1)
            : position(clamp(slice.start(), Integer.MIN_VALUE), length, step);
    int stop =
        slice.stop() == PySingleton.NONE
            ? (step > 0 ? length : -1)
            : position(clamp(slice.stop(), Integer.MIN_VALUE), length, step);
    return new Range(start, stop, step, count(start, stop, step));
  }

  /** The argument {@code start} of a method such as {@code find}; may lie behind the end. */
  public static int start(Object value, int length) {
    if (value == PySingleton.NONE) {
      return 0;
    }
    int at = clamp(value, Integer.MIN_VALUE);
    return at < 0 ? Math.max(0, at + length) : at;
  }

  /** The argument {@code end} of a method such as {@code find}: from 0 to {@code length}. */
  public static int end(Object value, int length) {
    return value == PySingleton.NONE
        ? length
        : position(clamp(value, Integer.MIN_VALUE), length, 1);
  }

  private static int position(int index, int length, int step) {
    int at = index < 0 ? index + length : index;
    if (at < 0) {
      return step > 0 ? 0 : -1;
    }
    return at < length ? at : step > 0 ? length : length - 1;
  }

  private static int count(int start, int stop, int step) {
    if (step > 0) {
      return start < stop ? (int) (((long) stop - start - 1) / step + 1) : 0;
    }
    return start > stop ? (int) (((long) start - stop - 1) / -(long) step + 1) : 0;
  }

  private static int clamp(Object value, int least) {
    Object index;
    if (value instanceof Long || PyType.of(value).lookup("__index__") != null) {
      index = Items.index(value);
    } else {
      throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
    }
    if (index instanceof BigInteger b) {
      return b.signum() < 0 ? least : Integer.MAX_VALUE;
    }
    return (int) Math.max(least, Math.min(Integer.MAX_VALUE, (Long) index));
  }
}
