package org.pyconc.stdlib.io;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyType;

/** The exceptions of the module {@code io}. */
final class IoErrors {
  private IoErrors() {}

  static final PyType UNSUPPORTED =
      PyType.ofBases(
          "io.UnsupportedOperation", ExceptionTypes.OS_ERROR, ExceptionTypes.VALUE_ERROR, b -> {});

  static PyException unsupported(String what) {
    return Errors.of(UNSUPPORTED, what);
  }

  /**
   * Does both whatever happens: an exception of the second one has that of the first as context.
   */
  static void both(Runnable first, Runnable second) {
    try {
      first.run();
    } catch (PyException earlier) {
      try {
        second.run();
      } catch (PyException later) {
        if (later.value() != earlier.value()) {
          later.value().setContext(earlier.value());
        }
        throw later;
      }
      throw earlier;
    }
    second.run();
  }
}
