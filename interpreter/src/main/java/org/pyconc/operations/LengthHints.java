package org.pyconc.operations;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;

/**
 * Asks an object of the program how many elements it will give, as CPython does before it collects
 * them: nothing depends on the answer, but the program sees its methods called.
 *
 * @see <a href="https://peps.python.org/pep-0424/">PEP 424</a>
 */
public final class LengthHints {
  private LengthHints() {}

  /** Calls {@code __len__} or else {@code __length_hint__}, if the program defined one. */
  public static void ask(Object iterable) {
    if (!(iterable instanceof PyObject o) || o.type().isNative()) {
      return;
    }
    PyType type = o.type();
    Object length = type.lookup("__len__");
    if (length != null) {
      if (length instanceof NativeMethod) {
        return;
      }
      try {
        int ignored = Items.length(iterable);
        return;
      } catch (PyException e) {
        passOn(e);
      }
    }
    Object hint = type.lookup("__length_hint__");
    if (hint != null && !(hint instanceof NativeMethod)) {
      check(hint, iterable);
    }
  }

  private static void check(Object hint, Object iterable) {
    Object result;
    try {
      result = Calls.callUnbound(hint, iterable);
    } catch (PyException e) {
      passOn(e);
      return;
    }
    if (result == PySingleton.NOT_IMPLEMENTED) {
      return;
    }
    Object number = Integers.orNull(result);
    if (number == null) {
      throw Errors.typeError("__length_hint__ must be an integer, not " + PyType.of(result).name());
    }
    if (number instanceof BigInteger) {
      throw Errors.overflow("Python int too large to convert to C ssize_t");
    }
    if (Integers.signum(number) < 0) {
      throw Errors.valueError("__length_hint__() should return >= 0");
    }
  }

  /** A TypeError says that there is no length; every other exception is the program's. */
  private static void passOn(PyException e) {
    if (!e.value().type().isSubtypeOf(ExceptionTypes.TYPE_ERROR)) {
      throw e;
    }
  }
}
