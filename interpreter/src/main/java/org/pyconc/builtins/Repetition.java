package org.pyconc.builtins;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;

/** {@code sequence * count}. */
final class Repetition {
  private static final int MAXIMUM = Integer.MAX_VALUE - 8;

  private Repetition() {}

  /** The other operand as a count, or null if it is not one. */
  static @Nullable Object count(Object value) {
    if (value instanceof Long) {
      return value;
    }
    return PyType.of(value).lookup("__index__") == null ? null : Items.index(value);
  }

  /**
   * The first {@code size} items so many times.
   *
   * @param count a Long or BigInteger; negative for 0
   */
  static Object[] repeat(Object[] items, int size, Object count) {
    if (count instanceof BigInteger) {
      throw Errors.overflow("cannot fit 'int' into an index-sized integer");
    }
    long times = (Long) count;
    if (times <= 0 || size == 0) {
      return PyObject.NO_ARGUMENTS;
    }
    if (times > MAXIMUM / size) {
      throw Errors.of(ExceptionTypes.MEMORY_ERROR, PyObject.NO_ARGUMENTS);
    }
    Object[] result = new Object[(int) (size * times)];
    if (size == 1) {
      Arrays.fill(result, items[0]);
      return result;
    }
    System.arraycopy(items, 0, result, 0, size);
    int filled = size;
    while (filled < result.length) {
      int more = Math.min(filled, result.length - filled);
      System.arraycopy(result, 0, result, filled, more);
      filled += more;
    }
    return result;
  }
}
