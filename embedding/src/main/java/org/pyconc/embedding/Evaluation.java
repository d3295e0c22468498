package org.pyconc.embedding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Task;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.runtime.InteractiveTree;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.Executor;
import org.pyconc.scope.ScopeAnalyzer;

/**
 * Statements, and an expression at their end whose value is the value of the whole.
 *
 * @param value null if the text does not end with an expression
 */
record Evaluation(CodeUnit statements, @Nullable CodeUnit value) {
  /**
   * @param isInteractive whether values of expressions are shown, as those of what is typed in
   */
  static Evaluation of(SourceText text, boolean isInteractive, Executor executor)
      throws SyntaxError {
    Module module = Parser.parseModule(text);
    if (isInteractive) {
      return new Evaluation(ScopeAnalyzer.module(InteractiveTree.of(module), text, executor), null);
    }
    List<Statement> body = module.body();
    if (!body.isEmpty() && body.getLast() instanceof Statement.ExpressionStatement last) {
      Module before = new Module(body.subList(0, body.size() - 1), module.span());
      return new Evaluation(
          ScopeAnalyzer.module(before, text, executor),
          ScopeAnalyzer.expression(last.value(), text, executor));
    }
    return new Evaluation(ScopeAnalyzer.module(module, text, executor), null);
  }

  /** Whether more text could mend it: the error is at the end. */
  static boolean isIncomplete(SyntaxError error, SourceText source) {
    String message = error.text();
    String text = source.text();
    if (message.endsWith("was never closed")
        || message.startsWith("unterminated triple-quoted")
        || text.endsWith("\\")) {
      return true;
    }
    boolean isAtEnd = error.span().line() >= (int) text.stripTrailing().lines().count();
    return isAtEnd
        && (message.startsWith("expected an indented block")
            || message.startsWith("expected 'except' or 'finally'"));
  }

  Object run(ProcessState state) {
    PyModule main = Program.mainModule(state);
    Program.runModule(statements, main);
    if (value == null) {
      return PySingleton.NONE;
    }
    PyFunction function =
        new PyFunction(value, main, new Cell[0], PyObject.NO_ARGUMENTS, new @Nullable Object[0]);
    return value.body().run(function, Task.require(), PyObject.NO_ARGUMENTS);
  }
}
