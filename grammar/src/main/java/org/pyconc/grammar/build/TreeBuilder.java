package org.pyconc.grammar.build;

import org.antlr.v4.runtime.ParserRuleContext;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Span;

/**
 * Turns a parse tree into a syntax tree. Throws {@link Refusal} at what the parser grammar admits
 * but the language does not.
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

  /** Builds a finished part of an unfinished tree only to see whether it is refused. */
  void check(ParserRuleContext part, int position, ParserRuleContext parent) {
    switch (part) {
      case PythonParser.StatementContext _ -> statements.statements(parent, position, position + 1);
      case PythonParser.BlockContext block -> statements.block(block);
      case PythonParser.SimpleStatementContext statement -> statements.checkSimple(statement);
      case PythonParser.NamedExpressionContext named -> expressions.namedExpression(named);
      case PythonParser.ExpressionContext expression -> expressions.expression(expression);
      case PythonParser.ParametersContext list -> expressions.parameters().function(list);
      case PythonParser.TargetsContext list -> checkTargets(list, parent);
      case PythonParser.ArgumentContext argument -> {
        int last = Children.count(argument) - 1;
        if (Children.at(argument, last) instanceof PythonParser.ComprehensionContext) {
          throw new Refusal("Generator expression must be parenthesized", Children.span(argument));
        }
      }
      default -> {}
    }
  }

  private void checkTargets(PythonParser.TargetsContext list, ParserRuleContext parent) {
    if (!(parent instanceof PythonParser.DeleteStatementContext)) {
      expressions.targets().assignable(list);
    }
  }
}
