package org.pyconc.operations;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;

/** The items that a memoryview shows, by their format. */
public final class ItemFormat {
  private ItemFormat() {}

  /** The size of an item in bytes, or 0 if there is no such format. */
  public static int size(String format) {
    String code = code(format);
    if (code.length() != 1) {
      return 0;
    }
    return switch (code.charAt(0)) {
      case 'c', 'b', 'B', '?' -> 1;
      case 'h', 'H', 'e' -> 2;
      case 'i', 'I', 'f' -> 4;
      case 'l', 'L', 'q', 'Q', 'n', 'N', 'P', 'd' -> 8;
      default -> 0;
    };
  }

  private static String code(String format) {
    return format.startsWith("@") ? format.substring(1) : format;
  }

  /** The item that begins at a byte. */
  public static Object read(String format, byte[] bytes, int at) {
    int size = size(format);
    return switch (code(format)) {
      case "c" -> new PyBytes(new byte[] {bytes[at]});
      case "?" -> bytes[at] != 0;
      case "e", "f", "d" -> RawNumbers.getReal(bytes, at, size, false);
      case "b", "h", "i", "l", "q", "n" -> RawNumbers.getSigned(bytes, at, size, false);
      case "w" -> throw Errors.valueError("memoryview: unsupported format " + format);
      default -> {
        long bits = RawNumbers.get(bytes, at, size, false);
        yield bits >= 0 ? (Object) bits : BigInteger.valueOf(bits & Long.MAX_VALUE).setBit(63);
      }
    };
  }

  /** The bytes of an item. */
  public static byte[] write(String format, Object value) {
    int size = size(format);
    byte[] bytes = new byte[size];
    switch (code(format)) {
      case "c" -> {
        if (!(PyPayloadInstance.unwrap(value) instanceof PyBytes b)) {
          throw wrongType(format);
        }
        if (b.size() != 1) {
          throw wrongValue(format);
        }
        bytes[0] = b.array()[0];
      }
      case "?" -> bytes[0] = (byte) (Truth.isTrue(value) ? 1 : 0);
      case "e", "f", "d" -> {
        if (PyType.of(value).lookup("__float__") == null
            && PyType.of(value).lookup("__index__") == null) {
          throw wrongType(format);
        }
        if (!RawNumbers.putReal(bytes, 0, size, false, NumberConversion.toFloat(value))) {
          throw wrongValue(format);
        }
      }
      default -> RawNumbers.put(bytes, 0, size, false, whole(format, size, value));
    }
    return bytes;
  }

  private static long whole(String format, int size, Object value) {
    if (!(value instanceof Long) && PyType.of(value).lookup("__index__") == null) {
      throw wrongType(format);
    }
    boolean signed = "bhilqn".contains(code(format));
    BigInteger number = Integers.big(Items.index(value));
    int bits = 8 * size - (signed ? 1 : 0);
    if ((number.signum() < 0 && !signed) || number.bitLength() > bits) {
      throw wrongValue(format);
    }
    return number.longValue();
  }

  private static PyException wrongType(String format) {
    return Errors.typeError("memoryview: invalid type for format '" + format + "'");
  }

  private static PyException wrongValue(String format) {
    return Errors.valueError("memoryview: invalid value for format '" + format + "'");
  }
}
