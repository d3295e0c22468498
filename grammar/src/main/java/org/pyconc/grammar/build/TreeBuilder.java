package org.pyconc.grammar.build;

import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Span;

/**
 * Turns a parse tree into a syntax tree. Throws {@link org.pyconc.grammar.token.Refusal} at what the
 * parser grammar admits but the language does not.
 */
public final class TreeBuilder {
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;

  public TreeBuilder() {
    expressions = new ExpressionBuilder();
    statements = new StatementBuilder(expressions);
  }

  public Module module(PythonParser.FileContext context) {
    Span end = Children.spanAt(context, Children.count(context) - 1);
    return new Module(
        statements.statements(context, 0, Children.count(context) - 1),
        new Span(1, 0, end.line(), end.column()));
  }

  public Expression expression(PythonParser.ExpressionInputContext context) {
    return expressions.starExpressions(context.starExpressions(), false);
  }

  /** An expression in the parentheses that were put around it. */
  Expression formatted(PythonParser.FstringExpressionContext context) {
    return expressions.group(context.group());
  }
}
