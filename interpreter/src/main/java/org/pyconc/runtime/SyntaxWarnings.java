package org.pyconc.runtime;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.SyntaxNote;

/** Hands what the compiler found, and what was forgotten, to the module {@code warnings}. */
public final class SyntaxWarnings {
  private SyntaxWarnings() {}

  /** Says that a coroutine was made and forgotten before it began. */
  public static void neverAwaited(String coroutine) {
    Object warnings = ModuleLoader.current().importModule("warnings", true);
    Object message = WideString.of("coroutine '" + coroutine + "' was never awaited");
    if (CallStack.here() == null) {
      Object ignored =
          Calls.call4(
              Attributes.load(warnings, "warn_explicit"),
              message,
              ExceptionTypes.RUNTIME_WARNING,
              "sys",
              1L);
    } else {
      Object ignored =
          Calls.call2(Attributes.load(warnings, "warn"), message, ExceptionTypes.RUNTIME_WARNING);
    }
  }

  /**
   * Reports what is allowed and hardly meant in a unit that was just made.
   *
   * @throws PyException SyntaxError if a filter makes the warning an error
   */
  public static void report(CodeUnit unit) {
    for (SyntaxNote note : unit.notes()) {
      Object warnings = ModuleLoader.current().importModule("warnings", true);
      try {
        Calls.call4(
            Attributes.load(warnings, "warn_explicit"),
            note.message(),
            ExceptionTypes.SYNTAX_WARNING,
            WideString.of(unit.source().name()),
            (long) note.span().line());
      } catch (PyException e) {
        if (!e.value().type().isSubtypeOf(ExceptionTypes.SYNTAX_WARNING)) {
          throw e;
        }
        throw SyntaxErrors.raise(
            new SyntaxError(SyntaxError.Kind.SYNTAX, note.message(), note.span(), unit.source()));
      }
    }
  }
}
