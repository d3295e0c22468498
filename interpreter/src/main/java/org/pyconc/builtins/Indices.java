package org.pyconc.builtins;

import java.math.BigInteger;
import java.util.function.IntSupplier;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;
import org.pyconc.operations.Slices;

/** Indices of sequences that are not small ints. */
final class Indices {
  private Indices() {}

  /**
   * The position that an index names.
   *
   * @param type what messages call the sequence
   * @param outOfRange the message for an index that is too large
   * @param size asked after the index is known, which may run code of the program
   */
  static int element(Object index, String type, String outOfRange, IntSupplier size) {
    if (!(index instanceof Long) && PyType.of(index).lookup("__index__") == null) {
      throw Errors.typeError(
          type + " indices must be integers or slices, not " + PyType.of(index).name());
    }
    long at = Items.toLong(index);
    int length = size.getAsInt();
    at = at < 0 ? at + length : at;
    if (at < 0 || at >= length) {
      throw Errors.indexError(outOfRange);
    }
    return (int) at;
  }

  /** An argument that is an index, or OverflowError if it does not fit into 64 bits. */
  static long toSize(Object index) {
    if (Items.index(index) instanceof Long l) {
      return l;
    }
    throw Errors.overflow("Python int too large to convert to C ssize_t");
  }

  /** The argument start or stop of {@code index}: a position from 0 to {@code length}. */
  static int bound(Object value, int length) {
    if (!(value instanceof Long) && PyType.of(value).lookup("__index__") == null) {
      throw Errors.typeError("slice indices must be integers or have an __index__ method");
    }
    Object index = Items.index(value);
    if (index instanceof BigInteger b) {
      return b.signum() < 0 ? 0 : length;
    }
    long at = (Long) index;
    return (int) (at < 0 ? Math.max(0, at + length) : Math.min(at, length));
  }

  /** The elements of a slice in a new array. */
  static Object[] select(Object[] items, Slices.Range r) {
    Object[] selected = new Object[r.length()];
    if (r.step() == 1) {
      System.arraycopy(items, r.start(), selected, 0, selected.length);
    } else {
      int at = r.start();
      for (int i = 0; i < selected.length; i++) {
        selected[i] = items[at];
        at += r.step();
      }
    }
    return selected;
  }
}
