package org.pyconc.builtins;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;

/** Slices of sequences of any length: of ranges, and {@code slice.indices}. */
final class BigSlices {
  private BigSlices() {}

  /** Start, stop and step for a sequence of so many elements. */
  static BigInteger[] resolve(PySlice slice, BigInteger length) {
    BigInteger step = slice.step() == PySingleton.NONE ? BigInteger.ONE : index(slice.step());
    if (step.signum() == 0) {
      throw Errors.valueError("slice step cannot be zero");
    }
    boolean down = step.signum() < 0;
    BigInteger lower = down ? BigInteger.ONE.negate() : BigInteger.ZERO;
    BigInteger upper = down ? length.subtract(BigInteger.ONE) : length;
    BigInteger start =
        slice.start() == PySingleton.NONE
            ? (down ? upper : lower)
            : clamp(index(slice.start()), length, lower, upper);
    BigInteger stop =
        slice.stop() == PySingleton.NONE
            ? (down ? lower : upper)
            : clamp(index(slice.stop()), length, lower, upper);
    return new BigInteger[] {start, stop, step};
  }

  private static BigInteger clamp(
      BigInteger index, BigInteger length, BigInteger lower, BigInteger upper) {
    BigInteger at = index.signum() < 0 ? index.add(length) : index;
    return at.max(lower).min(upper);
  }

  private static BigInteger index(Object value) {
    if (!(value instanceof Long) && PyType.of(value).lookup("__index__") == null) {
      throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
    }
    Object index = Items.index(value);
    return index instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) index;
  }
}
