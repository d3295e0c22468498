package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.grammar.SourceText;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.scope.CodeUnit;

/**
 * {@code replace} of code objects, and which are equal. Names and places can be replaced; what the
 * code does is in its syntax tree and cannot.
 *
 * @see <a href="https://docs.python.org/3.11/library/types.html#types.CodeType">CodeType</a>
 */
final class CodeReplacement {
  private CodeReplacement() {}

  static void define(TypeBuilder b) {
    b.methodN(
        "replace(self, /, *args, **kwargs)",
        "Return a copy of the code object with new values for the specified fields.",
        bound -> {
          if (((PyTuple) bound[1]).size() > 0) {
            throw Errors.typeError("replace() takes no positional arguments");
          }
          return replace((CodeUnit) bound[0], (PyDict) bound[2]);
        });
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (self, value) ->
            value instanceof CodeUnit other
                ? (Object) isSame((CodeUnit) self, other)
                : PySingleton.NOT_IMPLEMENTED);
    b.method(
        "__hash__(self, /)",
        "Return hash(self).",
        self -> (long) System.identityHashCode(((CodeUnit) self).tree()));
  }

  private static boolean isSame(CodeUnit a, CodeUnit b) {
    return a.tree() == b.tree() && a.name().equals(b.name()) && a.firstLine() == b.firstLine();
  }

  private static Object replace(CodeUnit code, PyDict fields) {
    String name = code.name();
    String qualifiedName = code.qualifiedName();
    SourceText source = code.source();
    int firstLine = code.firstLine();
    for (int i = fields.next(0); i >= 0; i = fields.next(i + 1)) {
      String field = Text.java(fields.keyAt(i));
      Object value = fields.valueAt(i);
      switch (field) {
        case "co_name" -> name = text(field, value);
        case "co_qualname" -> qualifiedName = text(field, value);
        case "co_filename" -> source = new SourceText(text(field, value), source.text());
        case "co_firstlineno" -> firstLine = Items.toInt(value);
        default -> checkSame(code, field, value);
      }
    }
    return code.renamed(name, qualifiedName, source, firstLine);
  }

  private static String text(String field, Object value) {
    if (!Text.isText(PyPayloadInstance.unwrap(value))) {
      throw Errors.typeError(
          "replace() argument '" + field + "' must be str, not " + PyType.of(value).name());
    }
    return Text.java(value);
  }

  private static void checkSame(CodeUnit code, String field, Object value) {
    Object now = field.startsWith("co_") ? Attributes.findQuietly(code, field) : null;
    if (now == null) {
      throw Errors.typeError("'" + field + "' is an invalid keyword argument for replace()");
    }
    if (!Comparison.equal(now, value)) {
      throw Errors.valueError(field + " of a code object cannot be replaced");
    }
  }
}
