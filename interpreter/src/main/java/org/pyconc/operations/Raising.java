package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.TaskState;

/**
 * The {@code raise} statement and the choice of an {@code except} clause.
 *
 * @see <a href="https://docs.python.org/3.11/reference/simple_stmts.html#the-raise-statement">The
 *     raise statement</a>
 */
public final class Raising {
  private Raising() {}

  /** {@code raise value from cause}; a null cause for none. */
  public static PyException raise(Object value, @Nullable Object cause) {
    PyBaseException exception = Errors.toRaise(value);
    if (cause != null) {
      if (cause == PySingleton.NONE) {
        exception.setCause(null);
      } else if (cause instanceof PyBaseException
          || (cause instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION))) {
        exception.setCause(Errors.toRaise(cause));
      } else {
        throw Errors.typeError("exception causes must derive from BaseException");
      }
    }
    setContext(exception, TaskState.current().handled());
    return new PyException(exception).withContext();
  }

  /** A bare {@code raise}. */
  public static PyException reraise() {
    PyBaseException handled = TaskState.current().handled();
    if (handled == null) {
      throw Errors.runtimeError("No active exception to reraise");
    }
    return new PyException(handled).alreadyRecorded().withContext();
  }

  /** Notes what was being handled when an exception came up, unless that is known already. */
  public static void addContext(PyBaseException exception, @Nullable PyBaseException handled) {
    if (exception.context() == null) {
      setContext(exception, handled);
    }
  }

  /** The exception that a class and a value stand for where old code raises them in two parts. */
  public static PyBaseException instance(PyType type, Object value) {
    if (value instanceof PyBaseException e && e.type().isSubtypeOf(type)) {
      return e;
    }
    Object made =
        value == PySingleton.NONE
            ? Calls.call0(type)
            : PyPayloadInstance.unwrap(value) instanceof PyTuple t
                ? Calls.call(type, t.items().clone())
                : Calls.call1(type, value);
    if (made instanceof PyBaseException e) {
      return e;
    }
    throw Errors.typeError(
        "calling "
            + Text.javaRepr(type)
            + " should have returned an instance of BaseException, not "
            + PyType.of(made).name());
  }

  /** Sets the context without making a cycle. */
  public static void setContext(PyBaseException exception, @Nullable PyBaseException handled) {
    if (handled == null || handled == exception) {
      return;
    }
    @Nullable PyBaseException slow = handled; // a program may have made a cycle: Floyd finds it
    boolean isSlowsTurn = false;
    PyBaseException e = handled;
    for (PyBaseException next = e.context(); next != null; next = e.context()) {
      if (next == exception) {
        e.setContext(null); // no cycles
        break;
      }
      e = next;
      if (e == slow) {
        break;
      }
      if (isSlowsTurn && slow != null) {
        slow = slow.context();
      }
      isSlowsTurn = !isSlowsTurn;
    }
    exception.setContext(handled);
  }

  /** Whether an {@code except type} clause catches an exception. */
  public static boolean matches(PyBaseException exception, Object type) {
    if (type instanceof PyType t) {
      if (!t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
        throw notAnException();
      }
      return exception.type().isSubtypeOf(t);
    }
    if (type instanceof PyTuple tuple) {
      boolean found = false;
      for (Object each : tuple.items()) {
        if (!(each instanceof PyType t) || !t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
          throw notAnException();
        }
        found |= exception.type().isSubtypeOf(t);
      }
      return found;
    }
    throw notAnException();
  }

  private static PyException notAnException() {
    return Errors.typeError(
        "catching classes that do not inherit from BaseException is not allowed");
  }

  /** The exception of the language that an error of the JVM, or of pyconc itself, stands for. */
  public static PyException translate(Throwable error) {
    return switch (error) {
      case PyException e -> e;
      case StackOverflowError e ->
          Errors.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded");
      case OutOfMemoryError e -> Errors.of(ExceptionTypes.MEMORY_ERROR, new Object[0]);
      case RuntimeException e -> internal(e);
      case Error e -> throw e;
      default -> throw new IllegalStateException(error);
    };
  }

  /** What code of the language raises, or null if it ends without. */
  public static @Nullable PyBaseException raisedBy(Runnable code) {
    try {
      code.run();
      return null;
    } catch (PyException e) {
      return e.value();
    } catch (StackOverflowError | OutOfMemoryError e) {
      return translate(e).value();
    }
  }

  private static PyException internal(RuntimeException defect) {
    if (System.getenv("PYCONC_DEBUG") != null) {
      defect.printStackTrace();
    }
    return Errors.of(ExceptionTypes.SYSTEM_ERROR, "internal error: " + defect);
  }
}
