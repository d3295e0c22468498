package org.pyconc.stdlib.sys;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;

/**
 * {@code sys.getsizeof}: what CPython would need, roughly; what is needed here differs.
 *
 * @see <a href="https://docs.python.org/3.11/library/sys.html#sys.getsizeof">sys.getsizeof</a>
 */
final class SizeOf {
  private static final int DIGIT_BITS = 30;
  private static final int POINTER = 8;
  private static final int COLLECTED = 32;

  private SizeOf() {}

  /** Size in bytes. */
  static Object of(Object value) {
    if (value instanceof PyInstance && !PyType.of(value).isNative()) {
      Object method = Attributes.special(value, "__sizeof__");
      if (method != null) {
        long size = Items.toLong(Calls.call0(method));
        if (size < 0) {
          throw Errors.valueError("__sizeof__() should return >= 0");
        }
        return size + COLLECTED;
      }
    }
    Object plain = PyPayloadInstance.unwrap(value);
    long size = plain(plain);
    return value == plain ? size : size + 2L * POINTER;
  }

  private static long plain(@Nullable Object value) {
    return switch (value) {
      case Boolean b -> b ? 28 : 24;
      case Long l ->
          l == 0
              ? 28
              : 24
                  + 4L
                      * ((64 - Long.numberOfLeadingZeros(Math.abs(l)) + DIGIT_BITS - 1)
                          / DIGIT_BITS);
      case BigInteger i -> 24 + 4L * ((i.abs().bitLength() + DIGIT_BITS - 1) / DIGIT_BITS);
      case Double d -> 24;
      case String s -> text(s);
      case WideString w -> 76 + 4L * w.length();
      case PyBytes b -> 33 + b.size();
      case PyByteArray b -> 57 + (Items.length(b) == 0 ? -1 : Items.length(b));
      case PyTuple t -> 40 + (long) POINTER * t.size();
      case PyList l -> 56 + (long) POINTER * l.size();
      case PyDict d -> dict(d.size());
      case PySet s -> 216 + (s.size() <= 4 ? 0 : 64L * Integer.highestOneBit(s.size()) * 2);
      case PySingleton s -> 16;
      case PyFunction f -> 136;
      case PyType t -> 1064;
      case null, default -> 48;
    };
  }

  private static long text(String s) {
    int most = 0;
    for (int i = 0; i < s.length(); i++) {
      most = Math.max(most, s.charAt(i));
    }
    return most < 0x80 ? 49 + s.length() : most < 0x100 ? 73 + s.length() : 74 + 2L * s.length();
  }

  private static long dict(int size) {
    if (size == 0) {
      return 64;
    }
    int slots = 8;
    while (slots * 2 / 3 < size) {
      slots *= 2;
    }
    int index = slots < 256 ? 1 : slots < 65_536 ? 2 : 4;
    return 96 + (long) slots * index + 24L * (slots * 2 / 3) - (slots == 8 ? -8 : 0);
  }
}
