package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import java.math.BigInteger;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.WideString;

/** What values of the language are for the polyglot API, and the other way. */
final class Values {
  private Values() {}

  static Object toHost(Object value, EmbeddedProgram program) {
    return switch (value) {
      case Boolean b -> b;
      case Long l -> l;
      case Double d -> d;
      case String s -> s;
      case WideString w -> w.toUtf16();
      default -> new GuestObject(program, value);
    };
  }

  /**
   * @throws UnsupportedTypeException if the value is an object of the host or of another context
   */
  static Object toGuest(Object value, EmbeddedProgram program) throws UnsupportedTypeException {
    if (value instanceof GuestObject object && object.program == program) {
      return object.value;
    }
    InteropLibrary interop = InteropLibrary.getUncached();
    try {
      if (interop.isNull(value)) {
        return PySingleton.NONE;
      }
      if (interop.isBoolean(value)) {
        return interop.asBoolean(value);
      }
      if (interop.isString(value)) {
        return WideString.of(interop.asString(value));
      }
      if (value instanceof Double || value instanceof Float) {
        return interop.asDouble(value);
      }
      if (interop.fitsInLong(value)) {
        return interop.asLong(value);
      }
      if (interop.fitsInBigInteger(value)) {
        BigInteger big = interop.asBigInteger(value);
        return big.bitLength() < Long.SIZE ? (Object) big.longValue() : big;
      }
      if (interop.fitsInDouble(value)) {
        return interop.asDouble(value);
      }
    } catch (UnsupportedMessageException e) {
      throw new IllegalStateException(e);
    }
    throw UnsupportedTypeException.create(
        new Object[] {value}, "only numbers, strings, booleans, null and pyconc's own objects");
  }

  static Object[] toGuest(Object[] values, EmbeddedProgram program)
      throws UnsupportedTypeException {
    Object[] converted = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = toGuest(values[i], program);
    }
    return converted;
  }
}
