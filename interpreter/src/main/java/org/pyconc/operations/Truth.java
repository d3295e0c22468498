package org.pyconc.operations;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Sized;
import org.pyconc.runtime.SyntaxWarnings;

/**
 * Truth values.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#truth-value-testing">Truth Value
 *     Testing</a>
 */
public final class Truth {
  private Truth() {}

  /** Whether a value counts as true. */
  public static boolean isTrue(Object value) {
    if (value instanceof Boolean b) {
      return b;
    }
    return value != PySingleton.NONE && isTrueOther(value); // small: HotSpot inlines it
  }

  private static boolean isTrueOther(Object value) {
    return switch (value) {
      case Long l -> l != 0;
      case String s -> !s.isEmpty();
      case PySingleton s -> isTrueSingleton(s);
      case PyList l -> l.size() != 0;
      case PyDict d -> d.size() != 0;
      case PyTuple t -> t.size() != 0;
      case PySet s -> s.size() != 0;
      case PyBytes b -> b.size() != 0;
      case Double d -> d != 0;
      case BigInteger b -> true;
      case PyFunction f -> true;
      case Sized s when s.type().isNative() -> s.size() != 0;
      default -> isTrueByMethods(value);
    };
  }

  private static boolean isTrueSingleton(PySingleton value) {
    if (value == PySingleton.NOT_IMPLEMENTED) {
      SyntaxWarnings.deprecated("NotImplemented should not be used in a boolean context");
    }
    return value != PySingleton.NONE;
  }

  private static boolean isTrueByMethods(Object value) {
    Object result = Calls.special(value, "__bool__");
    if (result != null) {
      if (result instanceof Boolean b) {
        return b;
      }
      throw Errors.typeError("__bool__ should return bool, returned " + PyType.of(result).name());
    }
    if (PyType.of(value).lookup("__len__") != null) {
      return Items.length(value) != 0;
    }
    return true;
  }
}
