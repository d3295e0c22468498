package org.pyconc.runtime;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;

/** Turns what the parser refuses into exceptions of the language. */
public final class SyntaxErrors {
  private SyntaxErrors() {}

  private static Object text(SyntaxError error, Span span) {
    return error.showsLine()
        ? WideString.of(error.source().line(span.line()) + (error.showsLineEnd() ? "\n" : ""))
        : PySingleton.NONE;
  }

  /** The SyntaxError, IndentationError or TabError to throw. */
  public static PyException raise(SyntaxError error) {
    PyType type =
        switch (error.kind()) {
          case SYNTAX -> ExceptionTypes.SYNTAX_ERROR;
          case INDENTATION -> ExceptionTypes.INDENTATION_ERROR;
          case TAB -> ExceptionTypes.TAB_ERROR;
        };
    Span span = error.span();
    PyTuple place =
        PyTuple.of(
            WideString.of(error.source().name()),
            (long) span.line(),
            span.column() + 1L,
            text(error, span),
            (long) span.endLine(),
            span.endColumn() + 1L);
    return Errors.of(type, new Object[] {WideString.of(error.text()), place});
  }
}
