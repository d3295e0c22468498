package org.pyconc.stdlib.multiprocessing;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyType;

/** The exceptions of multiprocessing. */
final class ProcessErrors {
  private ProcessErrors() {}

  static final PyType PROCESS_ERROR =
      new PyType(
          "multiprocessing.context.ProcessError", ExceptionTypes.EXCEPTION, true, null, b -> {});

  static final PyType BUFFER_TOO_SHORT = type("BufferTooShort");
  static final PyType TIMEOUT_ERROR = type("TimeoutError");
  static final PyType AUTHENTICATION_ERROR = type("AuthenticationError");

  private static PyType type(String name) {
    return new PyType("multiprocessing.context." + name, PROCESS_ERROR, true, null, b -> {});
  }
}
