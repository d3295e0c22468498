package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyGenerator;
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
          "'"
              + PyType.of(manager).name()
              + "' object does not support the context manager protocol");
    }
    Object exit = Attributes.special(manager, "__exit__");
    if (exit == null) {
      throw Errors.typeError(
          "'"
              + PyType.of(manager).name()
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

  /** The same for {@code async with}: the bound {@code __aexit__}. */
  public static Object asyncExit(Object manager) {
    if (PyType.of(manager).lookup("__aenter__") == null) {
      throw Errors.typeError(
          "'"
              + PyType.of(manager).name()
              + "' object does not support the asynchronous context manager protocol");
    }
    Object exit = Attributes.special(manager, "__aexit__");
    if (exit == null) {
      throw Errors.typeError(
          "'"
              + PyType.of(manager).name()
              + "' object does not support the asynchronous context manager protocol (missed"
              + " __aexit__ method)");
    }
    return exit;
  }

  /** Calls {@code __aenter__}: what to delegate to. */
  public static Object asyncEnter(Object manager) {
    Object value = Calls.special(manager, "__aenter__");
    return awaitable(value == null ? PySingleton.NONE : value, "__aenter__");
  }

  /** Calls {@code __aexit__} after a body that raised nothing: what to delegate to. */
  public static Object asyncLeave(Object exit) {
    return awaitable(
        Calls.call3(exit, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE), "__aexit__");
  }

  /** What to delegate to for the result of a special method. */
  static Object awaitable(Object value, String method) {
    if (!(value instanceof PyGenerator) && PyType.of(value).lookup("__await__") == null) {
      throw Errors.typeError(
          "'async with' received an object from "
              + method
              + " that does not implement __await__: "
              + PyType.of(value).name());
    }
    return Delegation.awaitable(value);
  }

  /** Calls {@code __exit__} after a body that raised nothing. */
  public static void leave(Object exit) {
    Calls.call3(exit, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
  }
}
