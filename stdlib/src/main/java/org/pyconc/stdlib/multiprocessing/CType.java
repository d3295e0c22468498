package org.pyconc.stdlib.multiprocessing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Items;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * The simple types of C that shared values have, as on 64-bit Linux.
 *
 * @see <a href="https://docs.python.org/3.11/library/array.html">type codes of array</a>
 */
enum CType {
  CHAR('c', "c_char", 1),
  WCHAR('u', "c_wchar", 4),
  BYTE('b', "c_byte", 1),
  UBYTE('B', "c_ubyte", 1),
  SHORT('h', "c_short", 2),
  USHORT('H', "c_ushort", 2),
  INT('i', "c_int", 4),
  UINT('I', "c_uint", 4),
  LONG('l', "c_long", 8),
  ULONG('L', "c_ulong", 8),
  FLOAT('f', "c_float", 4),
  DOUBLE('d', "c_double", 8),
  BOOL('?', "c_bool", 1);

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  /** The type code. */
  final char code;

  final int size;

  /** The class of single values, such as {@code ctypes.c_int}. */
  final PyType type;

  CType(char code, String name, int size) {
    this.code = code;
    this.size = size;
    this.type =
        new PyType(
            "ctypes." + name,
            BuiltinTypes.OBJECT,
            false,
            t -> new CValue(this, t, new byte[size], false),
            this::define);
  }

  private static VarHandle view(Class<?> arrays) {
    return MethodHandles.byteArrayViewVarHandle(arrays, ByteOrder.nativeOrder());
  }

  private void define(TypeBuilder b) {
    b.methodN(
        "__init__(self, value=<unrepresentable>, /)",
        "A value of this type.",
        a -> CValue.init(a[0], a[1]));
    b.getSet("value", "The value.", CValue::get, CValue::set);
    b.method("__repr__(self)", "repr(self)", CValue::repr);
    b.method("__bool__(self)", "bool(self)", self -> Truth.isTrue(CValue.get(self)));
  }

  /** The type of that code, or null. */
  static @Nullable CType of(String code) {
    if (code.length() == 1) {
      char wanted = code.charAt(0);
      if (wanted == 'q') {
        return LONG;
      }
      if (wanted == 'Q') {
        return ULONG;
      }
      for (CType each : values()) {
        if (each.code == wanted && each != BOOL) {
          return each;
        }
      }
    }
    return null;
  }

  /** The type whose class that is, or null. */
  static @Nullable CType of(PyType type) {
    for (CType each : values()) {
      if (each.type == type) {
        return each;
      }
    }
    return null;
  }

  /** Reads the value at an index. */
  Object load(byte[] memory, int index) {
    return loadAt(memory, index * size);
  }

  /** Reads the value that begins with a byte. */
  Object loadAt(byte[] memory, int at) {
    return switch (this) {
      case CHAR -> new PyBytes(new byte[] {memory[at]});
      case WCHAR -> WideString.of(new int[] {(int) INTS.get(memory, at)});
      case BYTE -> (long) memory[at];
      case UBYTE -> memory[at] & 0xffL;
      case SHORT -> (long) (short) SHORTS.get(memory, at);
      case USHORT -> (short) SHORTS.get(memory, at) & 0xffffL;
      case INT -> (long) (int) INTS.get(memory, at);
      case UINT -> (int) INTS.get(memory, at) & 0xffff_ffffL;
      case LONG -> (long) LONGS.get(memory, at);
      case ULONG -> unsigned((long) LONGS.get(memory, at));
      case FLOAT -> (double) Float.intBitsToFloat((int) INTS.get(memory, at));
      case DOUBLE -> Double.longBitsToDouble((long) LONGS.get(memory, at));
      case BOOL -> memory[at] != 0;
    };
  }

  private static Object unsigned(long bits) {
    return bits >= 0 ? (Object) bits : BigInteger.valueOf(bits).add(BigInteger.ONE.shiftLeft(64));
  }

  /** Writes a value at an index; integers lose the bits that have no room. */
  void store(byte[] memory, int index, Object value) {
    storeAt(memory, index * size, value);
  }

  /** Writes a value that begins with a byte. */
  void storeAt(byte[] memory, int at, Object value) {
    switch (this) {
      case CHAR -> memory[at] = character(value);
      case WCHAR -> INTS.set(memory, at, wideCharacter(value));
      case BYTE, UBYTE -> memory[at] = (byte) bits(value);
      case SHORT, USHORT -> SHORTS.set(memory, at, (short) bits(value));
      case INT, UINT -> INTS.set(memory, at, (int) bits(value));
      case LONG, ULONG -> LONGS.set(memory, at, bits(value));
      case FLOAT -> INTS.set(memory, at, Float.floatToRawIntBits((float) real(value)));
      case DOUBLE -> LONGS.set(memory, at, Double.doubleToRawLongBits(real(value)));
      case BOOL -> memory[at] = (byte) (Truth.isTrue(value) ? 1 : 0);
    }
  }

  private static long bits(Object value) {
    return switch (Items.index(value)) {
      case Long l -> l;
      case BigInteger b -> b.longValue();
      default -> throw new IllegalStateException();
    };
  }

  private static double real(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    boolean isText = Text.isText(plain) || plain instanceof PyBytes || plain instanceof PyByteArray;
    PyType type = PyType.of(value);
    if (isText || (type.lookup("__float__") == null && type.lookup("__index__") == null)) {
      throw Errors.typeError("must be real number, not " + type.name());
    }
    return NumberConversion.toFloat(value);
  }

  private static byte character(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (plain instanceof PyBytes b && b.size() == 1) {
      return b.array()[0];
    }
    if (plain instanceof PyByteArray b && b.size() == 1) {
      return b.array()[0];
    }
    if (plain instanceof Long l && l >= 0 && l <= 0xff) {
      return (byte) (long) l;
    }
    throw Errors.typeError("one character bytes, bytearray or integer expected");
  }

  private static int wideCharacter(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          "unicode string expected instead of " + PyType.of(value).name() + " instance");
    }
    String text = Text.java(plain);
    if (text.isEmpty() || text.codePointCount(0, text.length()) != 1) {
      throw Errors.typeError("one character unicode string expected");
    }
    return text.codePointAt(0);
  }
}
