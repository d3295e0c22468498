package org.pyconc.errors;

import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;

/** Makes exceptions to throw: {@code throw Errors.typeError("...")}. The words are CPython's. */
public final class Errors {
  private Errors() {}

  /** An exception of a type that takes its message as only argument. */
  public static PyException of(PyType type, String message) {
    return of(type, new Object[] {WideString.of(message)});
  }

  /** An exception with any arguments. */
  public static PyException of(PyType type, Object[] arguments) {
    if (type.call(arguments, PyBaseException.NO_KEYWORDS) instanceof PyBaseException e) {
      return new PyException(e);
    }
    throw new IllegalArgumentException(type.name());
  }

  public static PyException typeError(String message) {
    return of(ExceptionTypes.TYPE_ERROR, message);
  }

  public static PyException valueError(String message) {
    return of(ExceptionTypes.VALUE_ERROR, message);
  }

  public static PyException indexError(String message) {
    return of(ExceptionTypes.INDEX_ERROR, message);
  }

  /** {@code KeyError}, whose argument is the key. */
  public static PyException keyError(Object key) {
    return of(ExceptionTypes.KEY_ERROR, new Object[] {key});
  }

  public static PyException attributeError(String message, Object object, String name) {
    PyException e = of(ExceptionTypes.ATTRIBUTE_ERROR, message);
    e.value().setField(ExceptionFields.ATTRIBUTE_ERROR_NAME, WideString.of(name));
    e.value().setField(ExceptionFields.ATTRIBUTE_ERROR_OBJECT, object);
    return e;
  }

  /** The usual words for an attribute that is not there. */
  public static PyException noAttribute(Object object, String name) {
    if (object instanceof PyType type) {
      return attributeError(
          "type object '" + type.name() + "' has no attribute '" + name + "'", object, name);
    }
    return attributeError(
        "'" + PyType.of(object).name() + "' object has no attribute '" + name + "'", object, name);
  }

  public static PyException nameError(String name) {
    PyException e = of(ExceptionTypes.NAME_ERROR, "name '" + name + "' is not defined");
    e.value().setField(ExceptionFields.NAME_ERROR_NAME, WideString.of(name));
    return e;
  }

  /** The usual words for a name that neither the module nor builtins has. */
  public static PyException nameError(String name, PyModule globals) {
    PyException e = nameError(name);
    e.value().setField(ExceptionFields.NAME_ERROR_GLOBALS, globals);
    return e;
  }

  public static PyException unboundLocal(String name) {
    return of(
        ExceptionTypes.UNBOUND_LOCAL_ERROR,
        "cannot access local variable '" + name + "' where it is not associated with a value");
  }

  public static PyException unboundFree(String name) {
    return of(
        ExceptionTypes.NAME_ERROR,
        "cannot access free variable '"
            + name
            + "' where it is not associated with a value in enclosing scope");
  }

  public static PyException zeroDivision(String message) {
    return of(ExceptionTypes.ZERO_DIVISION_ERROR, message);
  }

  public static PyException overflow(String message) {
    return of(ExceptionTypes.OVERFLOW_ERROR, message);
  }

  public static PyException runtimeError(String message) {
    return of(ExceptionTypes.RUNTIME_ERROR, message);
  }

  /** An OSError or the subclass that belongs to the number. */
  public static PyException osError(int errno, String message) {
    return of(ExceptionTypes.OS_ERROR, new Object[] {(long) errno, WideString.of(message)});
  }

  /** An OSError about a file. */
  public static PyException osError(int errno, String message, Object fileName) {
    return of(
        ExceptionTypes.OS_ERROR, new Object[] {(long) errno, WideString.of(message), fileName});
  }

  /** {@code StopIteration} with a generator's return value, or with None without one. */
  public static PyException stopIteration(Object value) {
    PyBaseException e = new PyBaseException(ExceptionTypes.STOP_ITERATION);
    if (value != PySingleton.NONE) {
      e.setArguments(PyTuple.of(value));
      e.setField(ExceptionFields.STOP_VALUE, value);
    }
    return new PyException(e);
  }

  /** The exception that {@code raise value} raises: an instance, or an instance of a class. */
  public static PyBaseException toRaise(Object value) {
    if (value instanceof PyBaseException e) {
      return e;
    }
    if (value instanceof PyType type && type.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
      Object made = Calls.call0(type);
      if (made instanceof PyBaseException e) {
        return e;
      }
      throw typeError(
          "calling "
              + type
              + " should have returned an instance of BaseException, not "
              + PyType.of(made));
    }
    throw typeError("exceptions must derive from BaseException");
  }
}
