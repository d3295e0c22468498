package org.pyconc.errors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/** The last lines of a traceback: type, message, suggestion, notes. */
public final class ExceptionText {
  private ExceptionText() {}

  /** For example {@code "ValueError: no such value\n"}; never raises. */
  public static String format(PyBaseException exception) {
    return format(exception, true);
  }

  /** As {@link #format(PyBaseException)}, with or without what may have been meant. */
  static String format(PyBaseException exception, boolean suggests) {
    return String.join("", parts(exception, suggests));
  }

  /**
   * The message, the lines of a syntax error each for itself, each line of each note.
   *
   * @param suggests whether to add what may have been meant: the module traceback does not
   */
  public static List<String> parts(PyBaseException exception, boolean suggests) {
    List<String> parts = new ArrayList<>(1);
    StringBuilder out = new StringBuilder();
    PyType type = exception.type();
    String name = typeName(type);
    if (type.isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)) {
      SyntaxErrorText.append(out, exception, name);
      addLines(parts, out.toString());
    } else {
      out.append(name);
      String text = safe(exception, false, "exception");
      if (!text.isEmpty()) {
        out.append(": ").append(text);
      }
      String suggestion = suggests ? suggestion(exception) : null;
      if (suggestion != null) {
        out.append(". Did you mean: '").append(suggestion).append("'?");
      }
      parts.add(out.append('\n').toString());
    }
    StringBuilder notes = new StringBuilder();
    appendNotes(notes, exception);
    addLines(parts, notes.toString());
    return parts;
  }

  private static void addLines(List<String> parts, String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) + 1;
      parts.add(text.substring(start, end == 0 ? text.length() : end));
      start = end == 0 ? text.length() : end;
    }
  }

  private static String typeName(PyType type) {
    if (type.isNative()) {
      return type.fullName();
    }
    Object module = type.lookup("__module__");
    if (module == null || !Text.isText(module)) {
      return "<unknown>." + type.qualifiedName();
    }
    String text = Text.java(module);
    return text.equals("__main__") || text.equals("builtins")
        ? type.qualifiedName()
        : text + "." + type.qualifiedName();
  }

  private static @Nullable String suggestion(PyBaseException exception) {
    try {
      return Suggestions.of(exception);
    } catch (PyException e) {
      return null; // a class's own __dir__ failed
    }
  }

  private static String safe(Object value, boolean asRepr, String what) {
    try {
      return asRepr ? Text.javaRepr(value) : Text.javaStr(value);
    } catch (PyException e) {
      return "<" + what + (asRepr ? " repr() failed>" : " str() failed>");
    }
  }

  private static void appendNotes(StringBuilder out, PyBaseException exception) {
    Object notes;
    try {
      notes = Attributes.findQuietly(exception, "__notes__");
    } catch (PyException e) {
      return;
    }
    if (notes == null || notes == PySingleton.NONE) {
      return;
    }
    Object plain = PyPayloadInstance.unwrap(notes);
    if (!(plain instanceof PyList || plain instanceof PyTuple)) {
      out.append(safe(notes, true, "__notes__")).append('\n');
      return;
    }
    PyIterator each = Iteration.iterator(plain);
    for (Object note = each.next(); note != null; note = each.next()) {
      out.append(safe(note, false, "note")).append('\n');
    }
  }
}
