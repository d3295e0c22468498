package org.pyconc.runtime;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.LiteralNotes;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Raising;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.SyntaxNote;

/** Hands what the compiler found, and what was forgotten, to the module {@code warnings}. */
public final class SyntaxWarnings {
  private SyntaxWarnings() {}

  /**
   * Says that a coroutine was made and forgotten before it began: {@code
   * warnings._warn_unawaited_coroutine} does, unless the program has taken it away. Raises nothing.
   */
  public static void neverAwaited(PyGenerator coroutine) {
    Object warnings = ModuleLoader.current().importModule("warnings", true);
    Object tell = Attributes.findQuietly(warnings, "_warn_unawaited_coroutine");
    boolean isTold = false;
    if (tell != null) {
      PyBaseException error = Raising.raisedBy(() -> Calls.call1(tell, coroutine));
      isTold = error == null || error.type().isSubtypeOf(ExceptionTypes.RUNTIME_WARNING);
      if (error != null) {
        ErrorReport.ignored(null, coroutine, error);
      }
    }
    if (!isTold) {
      PyBaseException error = Raising.raisedBy(() -> tellPlainly(warnings, coroutine));
      if (error != null) {
        ErrorReport.ignored(null, coroutine, error);
      }
    }
  }

  private static Object tellPlainly(Object warnings, PyGenerator coroutine) {
    Object message =
        WideString.of("coroutine '" + coroutine.qualifiedName() + "' was never awaited");
    return Calls.call2(Attributes.load(warnings, "warn"), message, ExceptionTypes.RUNTIME_WARNING);
  }

  /** Warns of what the program does right now and should not do. */
  public static void deprecated(String message) {
    Object warnings = ModuleLoader.current().importModule("warnings", true);
    Object ignored =
        Calls.call2(
            Attributes.load(warnings, "warn"),
            WideString.of(message),
            ExceptionTypes.DEPRECATION_WARNING);
  }

  /**
   * Reports what is allowed and hardly meant in a unit that was just made.
   *
   * @throws PyException SyntaxError if a filter makes the warning an error
   */
  public static void report(CodeUnit unit) {
    for (LiteralNotes.Note note : LiteralNotes.of(unit.source())) {
      report(
          unit,
          note.isDeprecation() ? ExceptionTypes.DEPRECATION_WARNING : ExceptionTypes.SYNTAX_WARNING,
          note.message(),
          note.span(),
          note.isDeprecation() ? SyntaxError.Stage.TREE : SyntaxError.Stage.TOKENS);
    }
    for (SyntaxNote note : unit.notes()) {
      report(
          unit,
          ExceptionTypes.SYNTAX_WARNING,
          note.message(),
          note.span(),
          SyntaxError.Stage.SCOPES);
    }
  }

  private static void report(
      CodeUnit unit, PyType category, String message, Span span, SyntaxError.Stage stage) {
    Object warnings = ModuleLoader.current().importModule("warnings", true);
    try {
      Object ignored =
          Calls.call4(
              Attributes.load(warnings, "warn_explicit"),
              WideString.of(message),
              category,
              WideString.of(unit.source().name()),
              (long) span.line());
    } catch (PyException e) {
      if (!e.value().type().isSubtypeOf(category)) {
        throw e;
      }
      throw SyntaxErrors.raise(
          new SyntaxError(SyntaxError.Kind.SYNTAX, message, span, unit.source(), stage));
    }
  }
}
