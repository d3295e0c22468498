package org.pyconc.operations;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.SyntaxWarnings;

/** {@code int(x)}, {@code float(x)}, {@code complex(x)}: numbers out of any value. */
public final class NumberConversion {
  private NumberConversion() {}

  /** {@code int(value)}: a Long or a BigInteger. */
  public static Object toInt(Object value) {
    switch (value) {
      case Long l -> {
        return l;
      }
      case BigInteger b -> {
        return b;
      }
      case Double d -> {
        return Integers.fromDouble(d);
      }
      case Boolean b -> {
        return b ? 1L : 0L;
      }
      case String s -> {
        return NumberParsing.integer(s, 10, s);
      }
      default -> {}
    }
    Object result = Calls.special(value, "__int__");
    if (result != null) {
      return checkedInt(result, "__int__ returned non-int (type ");
    }
    if (PyType.of(value).lookup("__index__") != null) {
      return Items.index(value);
    }
    result = Calls.special(value, "__trunc__");
    if (result != null) {
      SyntaxWarnings.deprecated("The delegation of int() to __trunc__ is deprecated.");
      Object plain = Integers.orNull(result);
      if (plain != null) {
        return plain;
      }
      if (PyType.of(result).lookup("__index__") == null) {
        throw Errors.typeError(
            "__trunc__ returned non-Integral (type " + PyType.of(result).name() + ")");
      }
      return Items.index(result);
    }
    Object text = textOrNull(value);
    if (text != null) {
      return NumberParsing.integer(text, 10, shown(value));
    }
    throw Errors.typeError(
        "int() argument must be a string, a bytes-like object or a real number, not '"
            + PyType.of(value).name()
            + "'");
  }

  private static Object checkedInt(Object result, String message) {
    Object plain = Integers.orNull(result);
    if (plain == null) {
      throw Errors.typeError(message + PyType.of(result).name() + ")");
    }
    warnOfSubclass("__int__", result);
    return plain;
  }

  /** Tells of a special method that should give a plain int, and gave an instance of a subclass. */
  static void warnOfSubclass(String method, Object result) {
    if (result instanceof Long || result instanceof BigInteger) {
      return;
    }
    SyntaxWarnings.deprecated(
        method
            + " returned non-int (type "
            + PyType.of(result).name()
            + ").  The ability to return an instance of a strict subclass of int is deprecated, and"
            + " may be removed in a future version of Python.");
  }

  /** {@code int(text, base)}. */
  public static Object toInt(Object value, Object base) {
    long number = Integers.saturated(Items.index(base));
    if ((number != 0 && number < 2) || number > 36) {
      throw Errors.valueError("int() base must be >= 2 and <= 36, or 0");
    }
    Object plain = PyPayloadInstance.unwrap(value);
    boolean isText = Text.isText(plain) || plain instanceof PyBytes || plain instanceof PyByteArray;
    Object text = isText ? textOrNull(value) : null;
    if (text == null) {
      throw Errors.typeError("int() can't convert non-string with explicit base");
    }
    return NumberParsing.integer(text, (int) number, shown(value));
  }

  /** The text of a str or of ASCII bytes; null for other values. */
  private static @Nullable Object textOrNull(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    return switch (plain) {
      case PyBytes b -> ascii(b.array(), b.size());
      case PyByteArray b -> ascii(b.array(), b.size());
      default -> {
        if (Text.isText(plain)) {
          yield plain;
        }
        byte[] bytes = Buffers.bytesOrNull(plain);
        yield bytes == null ? null : ascii(bytes, bytes.length);
      }
    };
  }

  /** What a message shows: a bytearray as the bytes in it. */
  private static Object shown(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    byte[] bytes = Text.isText(plain) ? null : Buffers.bytesOrNull(plain);
    return bytes == null || plain instanceof PyBytes ? value : new PyBytes(bytes);
  }

  private static String ascii(byte[] bytes, int size) {
    char[] chars = new char[size];
    for (int i = 0; i < size; i++) {
      chars[i] = bytes[i] < 0 ? '?' : (char) bytes[i];
    }
    return new String(chars);
  }

  /** {@code float(value)}. */
  public static double toFloat(Object value) {
    switch (value) {
      case Double d -> {
        return d;
      }
      case Long l -> {
        return (double) l;
      }
      case String s -> {
        return NumberParsing.real(s, s);
      }
      default -> {}
    }
    PyType type = PyType.of(value);
    if (type.lookup("__float__") != null || type.lookup("__index__") != null) {
      return byMethod(value);
    }
    Object text = textOrNull(value);
    if (text != null) {
      return NumberParsing.real(text, value);
    }
    throw Errors.typeError(
        "float() argument must be a string or a real number, not '" + type.name() + "'");
  }

  private static double byMethod(Object value) {
    Object result = Calls.special(value, "__float__");
    if (result == null) {
      return Integers.toDouble(Items.index(value));
    }
    if (PyPayloadInstance.unwrap(result) instanceof Double d) {
      if (!(result instanceof Double)) {
        SyntaxWarnings.deprecated(
            PyType.of(value).name()
                + ".__float__ returned non-float (type "
                + PyType.of(result).name()
                + ").  The ability to return an instance of a strict subclass of float is"
                + " deprecated, and may be removed in a future version of Python.");
      }
      return d;
    }
    throw notFloat(value, result);
  }

  static PyException notFloat(Object value, Object result) {
    return Errors.typeError(
        PyType.of(value).name()
            + ".__float__ returned non-float (type "
            + PyType.of(result).name()
            + ")");
  }

  /** The complex number that a value is or that its {@code __complex__} gives; else null. */
  public static @Nullable PyComplex complexOrNull(Object value) {
    if (value instanceof PyComplex c) {
      return c;
    }
    Object result = Calls.special(value, "__complex__");
    if (result == null) {
      return null;
    }
    if (PyPayloadInstance.unwrap(result) instanceof PyComplex c) {
      if (!(result instanceof PyComplex)) {
        SyntaxWarnings.deprecated(
            "__complex__ returned non-complex (type "
                + PyType.of(result).name()
                + ").  The ability to return an instance of a strict subclass of complex is"
                + " deprecated, and may be removed in a future version of Python.");
      }
      return c;
    }
    throw Errors.typeError(
        "__complex__ returned non-complex (type " + PyType.of(result).name() + ")");
  }

  /** The argument of {@code __format__}: a String or WideString. */
  public static Object formatSpec(Object spec) {
    Object plain = PyPayloadInstance.unwrap(spec);
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          "__format__() argument must be str, not "
              + (spec == PySingleton.NONE ? "None" : PyType.of(spec).name()));
    }
    return plain;
  }
}
