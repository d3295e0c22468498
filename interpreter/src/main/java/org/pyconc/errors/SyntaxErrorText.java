package org.pyconc.errors;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Text;

/** How a SyntaxError is shown: file, line, the text with carets, message. */
final class SyntaxErrorText {
  private SyntaxErrorText() {}

  static void append(StringBuilder out, PyBaseException e, String name) {
    Object line = e.field(ExceptionFields.SYNTAX_LINE);
    Object file = e.field(ExceptionFields.SYNTAX_FILENAME);
    if (line instanceof Long number) {
      out.append("  File \"")
          .append(file == null || file == PySingleton.NONE ? "<string>" : Text.javaStr(file));
      out.append("\", line ").append((long) number).append('\n');
      if (text(e) instanceof String text) {
        appendText(
            out,
            text,
            column(e, ExceptionFields.SYNTAX_OFFSET),
            column(e, ExceptionFields.SYNTAX_END_OFFSET));
      }
    }
    Object message = e.field(ExceptionFields.SYNTAX_MESSAGE);
    out.append(name).append(": ");
    out.append(message == null ? "None" : Text.javaStr(message)).append('\n');
  }

  private static @Nullable String text(PyBaseException e) {
    Object text = e.field(ExceptionFields.SYNTAX_TEXT);
    return text != null && Text.isText(text) ? Text.java(text) : null;
  }

  private static long column(PyBaseException e, int field) {
    return e.field(field) instanceof Long column ? column : -1;
  }

  /** Offsets count from 1. */
  private static void appendText(StringBuilder out, String text, long offset, long endOffset) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    int start = 0;
    while (start < end && " \t\f".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    out.append("    ").append(text, start, end).append('\n');
    long column = Math.min(offset - 1, end) - start;
    if (offset < 0 || column < 0) {
      return;
    }
    long carets = endOffset > 0 && endOffset > offset ? endOffset - offset : 1;
    out.append("    ").repeat(' ', (int) column).repeat('^', (int) carets).append('\n');
  }
}
