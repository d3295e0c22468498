package org.pyconc.stdlib.array;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.RawNumbers;
import org.pyconc.operations.Text;

/** What an array has in it, and how it stands in memory. */
enum ItemKind {
  SIGNED_BYTE('b', 1, "signed char"),
  BYTE('B', 1, "unsigned byte integer"),
  TEXT('u', 4, ""),
  SHORT('h', 2, "signed short integer"),
  UNSIGNED_SHORT('H', 2, "unsigned short"),
  INT('i', 4, "signed integer"),
  UNSIGNED_INT('I', 4, "unsigned int"),
  LONG('l', 8, "long"),
  UNSIGNED_LONG('L', 8, "unsigned long"),
  LONG_LONG('q', 8, ""),
  UNSIGNED_LONG_LONG('Q', 8, ""),
  FLOAT('f', 4, ""),
  DOUBLE('d', 8, "");

  static final String CODES = "bBuhHiIlLqQfd";

  final char code;
  final int size;
  private final String name;

  ItemKind(char code, int size, String name) {
    this.code = code;
    this.size = size;
    this.name = name;
  }

  static @Nullable ItemKind of(int code) {
    int index = code < 128 ? CODES.indexOf(code) : -1;
    return index < 0 ? null : values()[index];
  }

  boolean isSigned() {
    return this == SIGNED_BYTE || this == SHORT || this == INT || this == LONG || this == LONG_LONG;
  }

  Object read(byte[] bytes, int at) {
    return switch (this) {
      case FLOAT, DOUBLE -> RawNumbers.getReal(bytes, at, size, false);
      case TEXT -> Text.ofCodePoint((int) RawNumbers.get(bytes, at, size, false));
      case SIGNED_BYTE, SHORT, INT, LONG, LONG_LONG -> RawNumbers.getSigned(bytes, at, size, false);
      default -> {
        long bits = RawNumbers.get(bytes, at, size, false);
        yield bits >= 0 ? (Object) bits : BigInteger.valueOf(bits & Long.MAX_VALUE).setBit(63);
      }
    };
  }

  /** The bits that stand for a value. */
  long bits(Object value) {
    return switch (this) {
      case DOUBLE -> Double.doubleToRawLongBits(real(value));
      case FLOAT -> Float.floatToRawIntBits((float) real(value));
      case TEXT -> {
        Object text = PyPayloadInstance.unwrap(value);
        if (!Text.isText(text) || Text.length(text) != 1) {
          throw Errors.typeError("array item must be unicode character");
        }
        yield Text.at(text, 0);
      }
      default -> whole(value);
    };
  }

  private static double real(Object value) {
    if (value instanceof Double d) {
      return d;
    }
    if (PyType.of(value).lookup("__float__") == null
        && PyType.of(value).lookup("__index__") == null) {
      throw Errors.typeError("must be real number, not " + PyType.of(value).name());
    }
    return NumberConversion.toFloat(value);
  }

  private long whole(Object value) {
    Object number = value instanceof Long ? value : Items.index(value);
    if (number instanceof BigInteger big) {
      return large(big);
    }
    long small = (Long) number;
    if (size == 8) {
      if (small < 0 && !isSigned()) {
        throw negative();
      }
      return small;
    }
    long least = isSigned() ? -(1L << (8 * size - 1)) : 0;
    long most = isSigned() ? -least - 1 : (1L << (8 * size)) - 1;
    if (small < least || small > most) {
      if (this == UNSIGNED_INT && small < 0) {
        throw negative();
      }
      // CPython first reads a number of C, which has its own bounds
      String what =
          this == SIGNED_BYTE && small != (short) small
              ? SHORT.name
              : this == UNSIGNED_SHORT && small != (int) small ? INT.name : name;
      throw Errors.overflow(
          what + (small < least ? " is less than minimum" : " is greater than maximum"));
    }
    return small;
  }

  private long large(BigInteger big) {
    if (isSigned() || size < 4) {
      throw Errors.overflow(
          this == LONG_LONG
              ? "int too big to convert"
              : "Python int too large to convert to C long");
    }
    if (big.signum() < 0) {
      throw negative();
    }
    if (big.bitLength() > 64) {
      throw Errors.overflow(
          this == UNSIGNED_LONG_LONG
              ? "int too big to convert"
              : "Python int too large to convert to C unsigned long");
    }
    if (this == UNSIGNED_INT) {
      throw Errors.overflow("unsigned int is greater than maximum");
    }
    return big.longValue();
  }

  private RuntimeException negative() {
    return Errors.overflow(
        this == UNSIGNED_LONG_LONG
            ? "can't convert negative int to unsigned"
            : "can't convert negative value to unsigned int");
  }
}
