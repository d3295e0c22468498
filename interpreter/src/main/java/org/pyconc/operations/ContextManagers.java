package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;

/**
 * The protocol of the {@code with} statement.
 *
 * @see <a href="https://docs.python.org/3.11/reference/compound_stmts.html#the-with-statement">The
 *     with statement</a>
 */
public final class ContextManagers {
  private ContextManagers() {}

  /** The bound {@code __exit__} of a context manager, which must have {@code __enter__} as well. */
  public static Object exit(Object manager) {
    if (PyType.of(manager).lookup("__enter__") == null) {
      throw Errors.typeError(
          "'" + PyType.of(manager).name()
              + "' object does not support the context manager protocol");
    }
    Object exit = Attributes.special(manager, "__exit__");
    if (exit == null) {
      throw Errors.typeError(
          "'" + PyType.of(manager).name()
              + "' object does not support the context manager protocol (missed __exit__"
              + " method)");
    }
    return exit;
  }

  /** Calls {@code __enter__}. */
  public static Object enter(Object manager) {
    Object value = Calls.special(manager, "__enter__");
    return value == null ? PySingleton.NONE : value;
  }

  /** Calls {@code __exit__} after a body that raised nothing. */
  public static void leave(Object exit) {
    Calls.call3(exit, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
  }
}
