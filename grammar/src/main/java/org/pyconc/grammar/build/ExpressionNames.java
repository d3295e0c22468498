package org.pyconc.grammar.build;

import org.pyconc.grammar.tree.Expression;

/** What CPython calls each kind of expression in messages. */
public final class ExpressionNames {
  private ExpressionNames() {}

  public static String of(Expression expression) {
    return switch (expression) {
      case Expression.Attribute _ -> "attribute";
      case Expression.Subscript _ -> "subscript";
      case Expression.Starred _ -> "starred";
      case Expression.Name _ -> "name";
      case Expression.ListDisplay _ -> "list";
      case Expression.TupleDisplay _ -> "tuple";
      case Expression.Lambda _ -> "lambda";
      case Expression.Call _ -> "function call";
      case Expression.BooleanOperation _,
          Expression.BinaryOperation _,
          Expression.UnaryOperation _ ->
          "expression";
      case Expression.GeneratorExpression _ -> "generator expression";
      case Expression.Yield _, Expression.YieldFrom _ -> "yield expression";
      case Expression.Await _ -> "await expression";
      case Expression.ListComprehension _ -> "list comprehension";
      case Expression.SetComprehension _ -> "set comprehension";
      case Expression.DictComprehension _ -> "dict comprehension";
      case Expression.DictDisplay _ -> "dict literal";
      case Expression.SetDisplay _ -> "set display";
      case Expression.JoinedString _, Expression.FormattedValue _ -> "f-string expression";
      case Expression.NoneLiteral _ -> "None";
      case Expression.BooleanLiteral literal -> literal.value() ? "True" : "False";
      case Expression.EllipsisLiteral _ -> "ellipsis";
      case Expression.IntegerLiteral _,
          Expression.FloatLiteral _,
          Expression.ImaginaryLiteral _,
          Expression.StringLiteral _,
          Expression.BytesLiteral _ ->
          "literal";
      case Expression.Comparison _ -> "comparison";
      case Expression.Conditional _ -> "conditional expression";
      case Expression.NamedExpression _ -> "named expression";
      case Expression.Slice _ -> "slice";
    };
  }
}
