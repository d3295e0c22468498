package org.pyconc.grammar.build;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.UnaryOperator;

/** The left sides of assignment statements, with CPython's guess at what was meant. */
final class AssignmentChecks {
  private AssignmentChecks() {}

  /** Checks the target that is the child at that position. */
  static void check(
      ExpressionBuilder expressions,
      PythonParser.ExpressionStatementContext context,
      int position,
      Expression target) {
    ParserRuleContext written = (ParserRuleContext) Children.at(context, position);
    if (written.getStart().getType() == PythonParser.YIELD) {
      throw new Refusal("assignment to yield expression not possible", target.span());
    }
    try {
      expressions.targets().checkAssignable(target);
    } catch (Refusal refusal) {
      boolean last = position == 0 && Children.count(context) == 3;
      Expression nearest = target;
      if (target instanceof Expression.TupleDisplay tuple && isBare(context, position)) {
        nearest = lastOf(tuple.elements());
      }
      if (last
          && nearest.span().equals(refusal.span())
          && isOperand(nearest)
          && isSimple(context)) {
        throw new Refusal(
            refusal.text() + " here. Maybe you meant '==' instead of '='?", refusal.span());
      }
      throw refusal;
    }
  }

  private static Expression lastOf(List<Expression> elements) {
    return elements.getLast();
  }

  /** Whether the tuple has no parentheses. */
  private static boolean isBare(ParserRuleContext context, int position) {
    ParserRuleContext assigned = (ParserRuleContext) Children.at(context, position);
    return Children.count((ParserRuleContext) Children.at(assigned, 0)) > 1;
  }

  /** Whether it binds at least as closely as {@code |}. */
  static boolean isOperand(Expression value) {
    return switch (value) {
      case Expression.BooleanOperation _,
          Expression.Comparison _,
          Expression.Lambda _,
          Expression.Conditional _,
          Expression.TupleDisplay _,
          Expression.ListDisplay _,
          Expression.GeneratorExpression _,
          Expression.NoneLiteral _,
          Expression.BooleanLiteral _,
          Expression.Starred _ ->
          false;
      case Expression.UnaryOperation unary -> unary.operator() != UnaryOperator.NOT;
      default -> true;
    };
  }

  private static boolean isSimple(ParserRuleContext context) {
    ParserRuleContext value = (ParserRuleContext) Children.at(context, Children.count(context) - 1);
    return switch (value.getStart().getType()) {
      case PythonParser.LAMBDA, PythonParser.YIELD, PythonParser.NOT, PythonParser.STAR -> false;
      default -> true;
    };
  }
}
