package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionFields;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/**
 * The methods of {@code SyntaxError}.
 *
 * @see <a href="https://docs.python.org/3.11/library/exceptions.html#SyntaxError">SyntaxError</a>
 */
final class SyntaxErrorMethods {
  private SyntaxErrorMethods() {}

  private static final int LEAST_DETAILS = 4;
  private static final int MOST_DETAILS = 6;

  static void define(TypeBuilder b) {
    b.doc("Invalid syntax.");
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        SyntaxErrorMethods::initialise);
    b.method("__str__(self, /)", "Return str(self).", SyntaxErrorMethods::str);
    BaseExceptionMethods.field(b, "msg", "exception msg", ExceptionFields.SYNTAX_MESSAGE);
    BaseExceptionMethods.field(
        b, "filename", "exception filename", ExceptionFields.SYNTAX_FILENAME);
    BaseExceptionMethods.field(b, "lineno", "exception lineno", ExceptionFields.SYNTAX_LINE);
    BaseExceptionMethods.field(b, "offset", "exception offset", ExceptionFields.SYNTAX_OFFSET);
    BaseExceptionMethods.field(b, "text", "exception text", ExceptionFields.SYNTAX_TEXT);
    BaseExceptionMethods.field(
        b, "end_lineno", "exception end lineno", ExceptionFields.SYNTAX_END_LINE);
    BaseExceptionMethods.field(
        b, "end_offset", "exception end offset", ExceptionFields.SYNTAX_END_OFFSET);
    BaseExceptionMethods.field(
        b,
        "print_file_and_line",
        "exception print_file_and_line",
        ExceptionFields.SYNTAX_PRINT_FILE_AND_LINE);
  }

  private static Object initialise(Object[] bound) {
    PyBaseException e = (PyBaseException) bound[0];
    PyTuple arguments = (PyTuple) bound[1];
    BaseExceptionMethods.refuseKeywords(e, (PyDict) bound[2]);
    e.setArguments(arguments);
    if (arguments.size() >= 1) {
      e.setField(ExceptionFields.SYNTAX_MESSAGE, arguments.get(0));
    }
    if (arguments.size() == 2) {
      Object[] details = Iteration.toArray(arguments.get(1));
      if (details.length < LEAST_DETAILS || details.length > MOST_DETAILS) {
        throw Errors.typeError(
            "function takes at "
                + (details.length < LEAST_DETAILS
                    ? "least " + LEAST_DETAILS
                    : "most " + MOST_DETAILS)
                + " arguments ("
                + details.length
                + " given)");
      }
      if (details.length == MOST_DETAILS - 1) {
        throw Errors.typeError("end_offset must be provided when end_lineno is provided");
      }
      for (int i = 0; i < details.length; i++) {
        e.setField(ExceptionFields.SYNTAX_FILENAME + i, details[i]);
      }
    }
    return PySingleton.NONE;
  }

  private static Object str(Object self) {
    PyBaseException e = (PyBaseException) self;
    Object message = e.field(ExceptionFields.SYNTAX_MESSAGE);
    String text = message == null ? "None" : Text.javaStr(message);
    Object file = e.field(ExceptionFields.SYNTAX_FILENAME);
    String name = file != null && Text.isText(file) ? Text.java(file) : null;
    Object line = e.field(ExceptionFields.SYNTAX_LINE);
    if (name != null) {
      name = name.substring(name.lastIndexOf('/') + 1);
      return WideString.of(
          text + " (" + name + (line instanceof Long ? ", line " + line + ")" : ")"));
    }
    return WideString.of(line instanceof Long ? text + " (line " + line + ")" : text);
  }
}
