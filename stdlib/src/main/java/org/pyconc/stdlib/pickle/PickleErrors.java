package org.pyconc.stdlib.pickle;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyType;

/** The exceptions of module {@code pickle}. */
final class PickleErrors {
  private PickleErrors() {}

  static final PyType ERROR = type("PickleError", ExceptionTypes.EXCEPTION);
  static final PyType PICKLING = type("PicklingError", ERROR);
  static final PyType UNPICKLING = type("UnpicklingError", ERROR);

  private static PyType type(String name, PyType base) {
    return new PyType("_pickle." + name, base, true, null, b -> {});
  }

  static PyException pickling(String message) {
    return Errors.of(PICKLING, message);
  }

  static PyException unpickling(String message) {
    return Errors.of(UNPICKLING, message);
  }

  static PyException truncated() {
    return unpickling("pickle data was truncated");
  }

  static PyException outOfInput() {
    return Errors.of(ExceptionTypes.EOF_ERROR, "Ran out of input");
  }
}
