package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionFields;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;

/**
 * The methods of {@code OSError}.
 *
 * @see <a href="https://docs.python.org/3.11/library/exceptions.html#OSError">OSError</a>
 */
final class OsErrorMethods {
  private OsErrorMethods() {}

  private static final int MOST_PARSED = 5;

  static void define(TypeBuilder b) {
    b.doc("Base class for I/O related errors.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        OsErrorMethods::make);
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        OsErrorMethods::initialise);
    b.method("__str__(self, /)", "Return str(self).", OsErrorMethods::str);
    b.method("__reduce__(self, /)", "", OsErrorMethods::reduce);
    BaseExceptionMethods.field(b, "errno", "POSIX exception code", ExceptionFields.OS_ERRNO);
    BaseExceptionMethods.field(b, "strerror", "exception strerror", ExceptionFields.OS_MESSAGE);
    BaseExceptionMethods.field(b, "filename", "exception filename", ExceptionFields.OS_FILENAME);
    BaseExceptionMethods.field(
        b, "filename2", "second exception filename", ExceptionFields.OS_FILENAME2);
    b.getSet(
        "characters_written",
        "",
        a -> {
          Object written = ((PyBaseException) a).field(ExceptionFields.OS_CHARACTERS_WRITTEN);
          if (written == null) {
            throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "characters_written");
          }
          return written;
        },
        (a, v) -> {
          ((PyBaseException) a).setField(ExceptionFields.OS_CHARACTERS_WRITTEN, v);
          return PySingleton.NONE;
        });
  }

  private static Object make(Object[] bound) {
    PyTuple arguments = (PyTuple) bound[1];
    PyType type = (PyType) bound[0];
    if (parsesInInit(type)) {
      return BaseExceptionMethods.make(type, PyTuple.EMPTY);
    }
    if (((PyDict) bound[2]).size() > 0) {
      throw Errors.typeError(type.name() + "() takes no keyword arguments");
    }
    if (type == ExceptionTypes.OS_ERROR
        && isParsed(arguments)
        && arguments.get(0) instanceof Long number) {
      PyType special = ofNumber(number);
      type = special == null ? type : special;
    }
    PyBaseException e = BaseExceptionMethods.make(type, arguments);
    parse(e, arguments);
    return e;
  }

  private static Object initialise(Object[] bound) {
    PyBaseException e = (PyBaseException) bound[0];
    if (parsesInInit(e.type())) {
      BaseExceptionMethods.refuseKeywords(e, (PyDict) bound[2]);
      parse(e, (PyTuple) bound[1]);
    }
    return PySingleton.NONE;
  }

  /** A class with its own __init__ decides there what OSError gets to see. */
  private static boolean parsesInInit(PyType type) {
    return type.lookup("__init__") != ExceptionTypes.OS_ERROR.ownAttribute("__init__")
        && type.lookup("__new__") == ExceptionTypes.OS_ERROR.ownAttribute("__new__");
  }

  private static boolean isParsed(PyTuple arguments) {
    return arguments.size() >= 2 && arguments.size() <= MOST_PARSED;
  }

  private static void parse(PyBaseException e, PyTuple arguments) {
    e.setArguments(arguments);
    if (!isParsed(arguments)) {
      return;
    }
    e.setField(ExceptionFields.OS_ERRNO, arguments.get(0));
    e.setField(ExceptionFields.OS_MESSAGE, arguments.get(1));
    if (arguments.size() == 2) {
      return;
    }
    Object file = arguments.get(2);
    if (e.type() == ExceptionTypes.BLOCKING_IO_ERROR && file instanceof Long) {
      e.setField(ExceptionFields.OS_CHARACTERS_WRITTEN, file);
      return;
    }
    if (file != PySingleton.NONE) {
      e.setField(ExceptionFields.OS_FILENAME, file);
      if (arguments.size() == MOST_PARSED && arguments.get(4) != PySingleton.NONE) {
        e.setField(ExceptionFields.OS_FILENAME2, arguments.get(4));
      }
      e.setArguments(PyTuple.of(arguments.get(0), arguments.get(1)));
    }
  }

  /** The subclass for an error number of Linux. */
  private static @Nullable PyType ofNumber(long number) {
    return switch ((int) number) {
      case 1, 13 -> ExceptionTypes.PERMISSION_ERROR;
      case 2 -> ExceptionTypes.FILE_NOT_FOUND_ERROR;
      case 3 -> ExceptionTypes.PROCESS_LOOKUP_ERROR;
      case 4 -> ExceptionTypes.INTERRUPTED_ERROR;
      case 10 -> ExceptionTypes.CHILD_PROCESS_ERROR;
      case 11, 114, 115 -> ExceptionTypes.BLOCKING_IO_ERROR;
      case 17 -> ExceptionTypes.FILE_EXISTS_ERROR;
      case 20 -> ExceptionTypes.NOT_A_DIRECTORY_ERROR;
      case 21 -> ExceptionTypes.IS_A_DIRECTORY_ERROR;
      case 32, 108 -> ExceptionTypes.BROKEN_PIPE_ERROR;
      case 103 -> ExceptionTypes.CONNECTION_ABORTED_ERROR;
      case 104 -> ExceptionTypes.CONNECTION_RESET_ERROR;
      case 110 -> ExceptionTypes.TIMEOUT_ERROR;
      case 111 -> ExceptionTypes.CONNECTION_REFUSED_ERROR;
      default -> null;
    };
  }

  private static Object str(Object self) {
    PyBaseException e = (PyBaseException) self;
    Object number = e.field(ExceptionFields.OS_ERRNO);
    Object message = e.field(ExceptionFields.OS_MESSAGE);
    Object file = e.field(ExceptionFields.OS_FILENAME);
    Object file2 = e.field(ExceptionFields.OS_FILENAME2);
    if (file == null && (number == null || message == null)) {
      return BaseExceptionMethods.str(e);
    }
    String text = "[Errno " + text(number) + "] " + text(message);
    if (file != null) {
      text += ": " + Text.javaRepr(file);
      text += file2 == null ? "" : " -> " + Text.javaRepr(file2);
    }
    return WideString.of(text);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "None" : Text.javaStr(value);
  }

  private static Object reduce(Object self) {
    PyBaseException e = (PyBaseException) self;
    PyTuple arguments = e.arguments();
    Object file = e.field(ExceptionFields.OS_FILENAME);
    Object file2 = e.field(ExceptionFields.OS_FILENAME2);
    if (arguments.size() == 2 && file != null) {
      arguments =
          file2 == null
              ? PyTuple.of(arguments.get(0), arguments.get(1), file)
              : PyTuple.of(arguments.get(0), arguments.get(1), file, PySingleton.NONE, file2);
    }
    return BaseExceptionMethods.reduce(e, arguments);
  }
}
