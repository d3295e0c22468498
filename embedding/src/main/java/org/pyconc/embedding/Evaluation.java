package org.pyconc.embedding;

import com.oracle.truffle.api.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.Session;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.Executor;
import org.pyconc.scope.ScopeAnalyzer;

/**
 * Statements, and an expression at their end whose value is the value of the whole.
 *
 * @param value null if the text does not end with an expression
 */
record Evaluation(CodeUnit statements, @Nullable CodeUnit value) {
  static Evaluation of(Source source, EmbeddedProgram program) throws SyntaxError {
    SourceText text = new SourceText(program.nameOf(source), source.getCharacters().toString());
    Executor executor = program.executor();
    Module module = Parser.parseModule(text);
    List<Statement> body = module.body();
    if (!body.isEmpty() && body.getLast() instanceof Statement.ExpressionStatement last) {
      Module before = new Module(body.subList(0, body.size() - 1), module.span());
      return new Evaluation(
          ScopeAnalyzer.module(before, text, executor),
          ScopeAnalyzer.expression(last.value(), text, executor));
    }
    return new Evaluation(ScopeAnalyzer.module(module, text, executor), null);
  }

  Object run(ProcessState state) {
    PyModule main = Session.mainModule(state);
    Program.runModule(statements, main);
    if (value == null) {
      return PySingleton.NONE;
    }
    PyFunction function =
        new PyFunction(value, main, new Cell[0], PyObject.NO_ARGUMENTS, new @Nullable Object[0]);
    return value.body().run(function, PyObject.NO_ARGUMENTS);
  }
}
