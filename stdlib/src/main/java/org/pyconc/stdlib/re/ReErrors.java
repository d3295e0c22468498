package org.pyconc.stdlib.re;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/** {@code re.error}: what is wrong with a pattern, and where. */
final class ReErrors {
  private ReErrors() {}

  static final PyType ERROR =
      new PyType("re.error", ExceptionTypes.EXCEPTION, true, null, ReErrors::define);

  /** The error at a position of a pattern. */
  static PyException at(Object message, Object pattern, int position) {
    return Errors.of(ERROR, new Object[] {message, pattern, (long) position});
  }

  /** The error of a pattern as a whole. */
  static PyException of(String message) {
    return Errors.of(ERROR, new Object[] {message});
  }

  private static void define(TypeBuilder b) {
    b.doc("Exception raised for invalid regular expressions.");
    b.methodN(
        "__init__(self, msg, pattern=None, pos=None)",
        "Initialize self.",
        a -> {
          initialise((PyBaseException) a[0], a[1], a[2], a[3]);
          return PySingleton.NONE;
        });
  }

  private static void initialise(
      PyBaseException self, Object message, Object pattern, Object where) {
    TextBuilder text = new TextBuilder().append(Text.str(message));
    Object line = PySingleton.NONE;
    Object column = PySingleton.NONE;
    if (pattern != PySingleton.NONE && where != PySingleton.NONE) {
      Object source = pattern instanceof PyBytes bytes ? Codecs.latin1(bytes.array()) : pattern;
      int position = Items.toInt(where);
      int lineNumber = 1;
      int start = 0;
      boolean hasLines = false;
      for (int i = 0; i < Text.length(source); i++) {
        if (Text.at(source, i) == '\n') {
          hasLines = true;
          if (i < position) {
            lineNumber++;
            start = i + 1;
          }
        }
      }
      line = (long) lineNumber;
      column = position - start + 1L;
      text.append(" at position " + position);
      if (hasLines) {
        text.append(" (line " + lineNumber + ", column " + column + ")");
      }
    }
    self.setArguments(PyTuple.of(text.build()));
    Attributes.store(self, "msg", message);
    Attributes.store(self, "pattern", pattern);
    Attributes.store(self, "pos", where);
    Attributes.store(self, "lineno", line);
    Attributes.store(self, "colno", column);
  }
}
