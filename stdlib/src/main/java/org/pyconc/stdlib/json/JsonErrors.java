package org.pyconc.stdlib.json;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/** {@code json.JSONDecodeError}: what is wrong with a JSON text, and where. */
final class JsonErrors {
  private JsonErrors() {}

  static final PyType DECODE_ERROR =
      new PyType(
          "json.decoder.JSONDecodeError",
          ExceptionTypes.VALUE_ERROR,
          true,
          null,
          JsonErrors::define);

  /** The error at a position, counted in code points. */
  static PyException at(String message, Object document, int position) {
    return Errors.of(DECODE_ERROR, new Object[] {message, document, (long) position});
  }

  private static void define(TypeBuilder b) {
    b.doc("Subclass of ValueError with the place of what is wrong.");
    b.methodN(
        "__init__(self, msg, doc, pos)",
        "Initialize self.",
        a -> {
          initialise((PyBaseException) a[0], a[1], a[2], a[3]);
          return PySingleton.NONE;
        });
    b.method(
        "__reduce__(self, /)",
        "Helper for pickle.",
        self ->
            PyTuple.of(
                PyType.of(self),
                PyTuple.of(
                    Attributes.load(self, "msg"),
                    Attributes.load(self, "doc"),
                    Attributes.load(self, "pos"))));
  }

  private static void initialise(
      PyBaseException self, Object message, Object document, Object where) {
    int position = Items.toInt(where);
    int line = 1;
    int lineStart = 0;
    if (Text.isText(document)) {
      int end = Math.min(position, Text.length(document));
      for (int i = 0; i < end; i++) {
        if (Text.at(document, i) == '\n') {
          line++;
          lineStart = i + 1;
        }
      }
    }
    long column = position - lineStart + 1L;
    Object text =
        new TextBuilder()
            .append(Text.str(message))
            .append(": line " + line + " column " + column + " (char " + position + ")")
            .build();
    self.setArguments(PyTuple.of(text));
    Attributes.store(self, "msg", message);
    Attributes.store(self, "doc", document);
    Attributes.store(self, "pos", where);
    Attributes.store(self, "lineno", (long) line);
    Attributes.store(self, "colno", column);
  }
}
