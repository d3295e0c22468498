package org.pyconc.builtins;

import java.math.BigInteger;
import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/** {@code int.to_bytes} and {@code int.from_bytes}. */
final class BytesOfInt {
  private BytesOfInt() {}

  static void define(TypeBuilder b) {
    b.methodN(
        "to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
        "Return an array of bytes representing an integer.",
        a -> toBytes(Integers.plain(a[0]), Items.index(a[1]), a[2], Truth.isTrue(a[3])));
    b.classMethod(
        "from_bytes(type, /, bytes, byteorder='big', *, signed=False)",
        "Return the integer represented by the given array of bytes.",
        a -> fromBytes(a[0], a[1], a[2], Truth.isTrue(a[3])));
  }

  private static boolean isLittle(Object order, String function) {
    String text = Text.javaArgument(order, function, "byteorder");
    if (!text.equals("little") && !text.equals("big")) {
      throw Errors.valueError("byteorder must be either 'little' or 'big'");
    }
    return text.equals("little");
  }

  private static Object toBytes(Object plain, Object size, Object order, boolean isSigned) {
    boolean isLittle = isLittle(order, "to_bytes");
    if (Integers.signum(size) < 0) {
      throw Errors.valueError("length argument must be non-negative");
    }
    int length = Items.toInt(size);
    BigInteger value = Integers.big(plain);
    if (value.signum() < 0 && !isSigned) {
      throw Errors.overflow("can't convert negative int to unsigned");
    }
    long bits = value.bitLength() + (isSigned && value.signum() != 0 ? 1L : 0L);
    boolean isMinusOneInNoBytes = length == 0 && value.equals(BigInteger.ONE.negate());
    if (bits > 8L * length && !isMinusOneInNoBytes) {
      throw Errors.overflow("int too big to convert");
    }
    byte[] shortest = value.toByteArray();
    byte[] bytes = new byte[length];
    if (value.signum() < 0) {
      Arrays.fill(bytes, (byte) -1);
    }
    int count = Math.min(shortest.length, length);
    System.arraycopy(shortest, shortest.length - count, bytes, length - count, count);
    return new PyBytes(isLittle ? reversed(bytes) : bytes);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static Object fromBytes(Object cls, Object source, Object order, boolean isSigned) {
    boolean isLittle = isLittle(order, "from_bytes");
    byte[] bytes = bytes(source);
    byte[] bigEndian = isLittle ? reversed(bytes) : bytes;
    Object value =
        Integers.normalise(
            isSigned ? new BigInteger(nonEmpty(bigEndian)) : new BigInteger(1, bigEndian));
    return cls == BuiltinTypes.INT ? value : Calls.call1(cls, value);
  }

  private static byte[] nonEmpty(byte[] bytes) {
    return bytes.length == 0 ? new byte[1] : bytes;
  }

  private static byte[] bytes(Object source) {
    switch (PyPayloadInstance.unwrap(source)) {
      case PyBytes b -> {
        return b.array();
      }
      case PyByteArray b -> {
        return b.toArray();
      }
      default -> {}
    }
    Object made = Calls.special(source, "__bytes__");
    if (made instanceof PyBytes b) {
      return b.array();
    }
    PyType type = PyType.of(source);
    if (type.isSubtypeOf(BuiltinTypes.STR) || type.lookup("__iter__") == null) {
      throw Errors.typeError("cannot convert '" + type.name() + "' object to bytes");
    }
    PyIterator iterator = Iteration.iterator(source);
    byte[] bytes = new byte[16];
    int size = 0;
    for (Object next = iterator.next(); next != null; next = iterator.next()) {
      long value = Items.toLong(next);
      if (value < 0 || value > 255) {
        throw Errors.valueError("bytes must be in range(0, 256)");
      }
      bytes = size == bytes.length ? Arrays.copyOf(bytes, size * 2) : bytes;
      bytes[size++] = (byte) value;
    }
    return Arrays.copyOf(bytes, size);
  }
}
