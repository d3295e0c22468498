package org.pyconc.stdlib.struct;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.RawNumbers;
import org.pyconc.operations.Truth;

/**
 * The parsed format of a struct.
 *
 * @see <a href="https://docs.python.org/3.11/library/struct.html#format-strings">Format strings</a>
 */
final class StructFormat {
  static final PyType ERROR =
      new PyType("struct.error", ExceptionTypes.EXCEPTION, true, null, b -> {});

  /**
   * One value, or bytes that have none.
   *
   * @param offset of the first byte
   * @param size in bytes; of text its whole length
   */
  private record Field(char code, int offset, int size) {}

  private final List<Field> fields = new ArrayList<>();
  private boolean isBig;
  private boolean isNative = true;
  private int size;

  static PyException error(String message) {
    return Errors.of(ERROR, message);
  }

  /** Parses a format. */
  StructFormat(String format) {
    int start = 0;
    if (!format.isEmpty() && "@=<>!".indexOf(format.charAt(0)) >= 0) {
      isNative = format.charAt(0) == '@';
      isBig = format.charAt(0) == '>' || format.charAt(0) == '!';
      start = 1;
    }
    long count = -1;
    for (int i = start; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c >= '0' && c <= '9') {
        count = Math.max(count, 0) * 10 + c - '0';
        if (count > Integer.MAX_VALUE) {
          throw error("total struct size too long");
        }
      } else if (!isBlank(c)) {
        add(c, count < 0 ? 1 : (int) count);
        count = -1;
      } else if (count >= 0) {
        throw error("repeat count given without format specifier");
      }
    }
    if (count >= 0) {
      throw error("repeat count given without format specifier");
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private void add(char code, int count) {
    int each = sizeOf(code);
    long offset = size;
    if (isNative && each > 1) {
      offset = (offset + each - 1) / each * each;
    }
    long end = offset + (long) each * count;
    if (end > Integer.MAX_VALUE - 16) {
      throw error("total struct size too long");
    }
    if (code == 's' || code == 'p') {
      fields.add(new Field(code, (int) offset, count));
    } else if (code != 'x') {
      for (int i = 0; i < count; i++) {
        fields.add(new Field(code, (int) offset + i * each, each));
      }
    }
    size = (int) end;
  }

  private int sizeOf(char code) {
    return switch (code) {
      case 'x', 'c', 'b', 'B', '?', 's', 'p' -> 1;
      case 'h', 'H', 'e' -> 2;
      case 'i', 'I', 'f' -> 4;
      case 'l', 'L' -> isNative ? 8 : 4;
      case 'q', 'Q', 'd' -> 8;
      case 'n', 'N', 'P' -> {
        if (!isNative) {
          throw error("bad char in struct format");
        }
        yield 8;
      }
      case '\0' -> throw error("embedded null character");
      default -> throw error("bad char in struct format");
    };
  }

  /** How many bytes it takes. */
  int size() {
    return size;
  }

  /** How many values it takes. */
  int count() {
    return fields.size();
  }

  // ---- packing -------------------------------------------------------------------------------

  /** The values from {@code first} on as bytes. */
  byte[] pack(Object[] values, int first) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < fields.size(); i++) {
      write(fields.get(i), values[first + i], bytes);
    }
    return bytes;
  }

  private void write(Field field, Object value, byte[] bytes) {
    switch (field.code) {
      case 'c' -> {
        if (!(PyPayloadInstance.unwrap(value) instanceof PyBytes b) || b.size() != 1) {
          throw error("char format requires a bytes object of length 1");
        }
        bytes[field.offset] = b.array()[0];
      }
      case '?' -> bytes[field.offset] = (byte) (Truth.isTrue(value) ? 1 : 0);
      case 's', 'p' -> writeText(field, value, bytes);
      case 'e', 'f', 'd' -> writeReal(field, value, bytes);
      default -> RawNumbers.put(bytes, field.offset, field.size, isBig, checked(field, value));
    }
  }

  private static void writeText(Field field, Object value, byte[] bytes) {
    Object plain = PyPayloadInstance.unwrap(value);
    byte[] given =
        plain instanceof org.pyconc.objects.PyMemoryView ? null : Buffers.bytesOrNull(plain);
    if (given == null) {
      throw error("argument for '" + field.code + "' must be a bytes object");
    }
    if (field.code == 's') {
      System.arraycopy(given, 0, bytes, field.offset, Math.min(given.length, field.size));
    } else if (field.size > 0) {
      int length = Math.min(given.length, field.size - 1);
      bytes[field.offset] = (byte) Math.min(length, 255);
      System.arraycopy(given, 0, bytes, field.offset + 1, length);
    }
  }

  private void writeReal(Field field, Object value, byte[] bytes) {
    double real;
    if (value instanceof Double d) {
      real = d;
    } else {
      Object plain = PyPayloadInstance.unwrap(value);
      if (!(plain instanceof Double)
          && PyType.of(value).lookup("__float__") == null
          && PyType.of(value).lookup("__index__") == null) {
        throw error("required argument is not a float");
      }
      try {
        real = NumberConversion.toFloat(value);
      } catch (PyException e) {
        if (e.value().type().isSubtypeOf(ExceptionTypes.OVERFLOW_ERROR)) {
          throw error("required argument is not a float");
        }
        throw e;
      }
    }
    if (isNative && field.code == 'f') {
      float single = (float) real; // infinite if it is too large
      real = single;
    }
    if (!RawNumbers.putReal(bytes, field.offset, field.size, isBig, real)) {
      throw Errors.overflow("float too large to pack with " + field.code + " format");
    }
  }

  private long checked(Field field, Object value) {
    Object number = value;
    if (!(value instanceof Long)) {
      Object plain = Integers.orNull(value);
      if (plain == null) {
        if (PyType.of(value).lookup("__index__") == null) {
          throw error("required argument is not an integer");
        }
        plain = Items.index(value);
      }
      number = plain;
    }
    boolean signed = "bhilqn".indexOf(field.code) >= 0;
    int bits = field.size * 8;
    BigInteger exact = number instanceof BigInteger b ? b : null;
    long small = number instanceof Long l ? l : 0;
    if (exact != null && (signed || exact.signum() < 0 || exact.bitLength() > 64)) {
      throw outside(field.code);
    }
    if (bits == 64) {
      if (!signed && exact == null && small < 0 && field.code != 'P') {
        throw outside(field.code);
      }
      return exact != null ? exact.longValue() : small;
    }
    long least = signed ? -(1L << (bits - 1)) : 0;
    long most = signed ? (1L << (bits - 1)) - 1 : (1L << bits) - 1;
    if (exact != null && !isUnsignedLarge(field.code)) {
      throw outside(field.code);
    }
    if (exact == null && small < 0 && isUnsignedLarge(field.code)) {
      throw outside(field.code);
    }
    if (exact != null || small < least || small > most) {
      throw range(field.code, least, most);
    }
    return small;
  }

  private boolean isUnsignedLarge(char code) {
    return code == 'I' || code == 'L' || (isBig && code == 'H');
  }

  private PyException outside(char code) {
    return error(
        code == 'P' || (isBig && (code == 'q' || code == 'Q'))
            ? "int too large to convert"
            : "argument out of range");
  }

  private PyException range(char code, long least, long most) {
    String name =
        switch (code) {
          case 'b' -> "byte";
          case 'B' -> "ubyte";
          case 'h' -> isBig ? "'h'" : "short";
          case 'H' -> isBig ? "'H'" : "ushort";
          default -> "'" + code + "'";
        };
    return error(name + " format requires " + least + " <= number <= " + most);
  }

  // ---- unpacking -----------------------------------------------------------------------------

  /** The values in the bytes that begin at {@code start}. */
  Object[] unpack(byte[] bytes, int start) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(fields.get(i), bytes, start);
    }
    return values;
  }

  private Object read(Field field, byte[] bytes, int start) {
    int at = start + field.offset;
    return switch (field.code) {
      case 'c' -> new PyBytes(new byte[] {bytes[at]});
      case '?' -> bytes[at] != 0;
      case 's' -> new PyBytes(Arrays.copyOfRange(bytes, at, at + field.size));
      case 'p' -> {
        int length = field.size == 0 ? 0 : Math.min(bytes[at] & 0xff, field.size - 1);
        yield field.size == 0
            ? PyBytes.EMPTY
            : new PyBytes(Arrays.copyOfRange(bytes, at + 1, at + 1 + length));
      }
      case 'e', 'f', 'd' -> RawNumbers.getReal(bytes, at, field.size, isBig);
      case 'b', 'h', 'i', 'l', 'q', 'n' -> RawNumbers.getSigned(bytes, at, field.size, isBig);
      default -> unsigned(RawNumbers.get(bytes, at, field.size, isBig));
    };
  }

  private static Object unsigned(long bits) {
    return bits >= 0 ? (Object) bits : BigInteger.valueOf(bits & Long.MAX_VALUE).setBit(63);
  }
}
