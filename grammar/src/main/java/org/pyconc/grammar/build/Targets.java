package org.pyconc.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;

/** What may be assigned to or deleted. */
final class Targets {
  private final ExpressionBuilder expressions;

  Targets(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  /** The targets of {@code for}. */
  Expression assignable(PythonParser.TargetsContext context) {
    int count = Children.count(context);
    Expression target;
    if (count == 1) {
      target = target((PythonParser.TargetContext) Children.at(context, 0));
    } else {
      target = new Expression.TupleDisplay(list(context), Children.span(context));
    }
    checkAssignable(target);
    return target;
  }

  /** The target behind {@code as}. */
  Expression assignable(PythonParser.TargetContext context) {
    Expression target = target(context);
    checkAssignable(target);
    return target;
  }

  List<Expression> deletable(PythonParser.TargetsContext context) {
    List<Expression> targets = list(context);
    for (Expression target : targets) {
      checkDeletable(target);
    }
    return targets;
  }

  private List<Expression> list(PythonParser.TargetsContext context) {
    int count = Children.count(context);
    Children.checkCommas(context, 0, count, PythonParser.COMMA);
    List<Expression> targets = new ArrayList<>((count + 1) / 2);
    for (int i = 0; i < count; i++) {
      if (Children.at(context, i) instanceof PythonParser.TargetContext target) {
        targets.add(target(target));
      }
    }
    return targets;
  }

  private Expression target(PythonParser.TargetContext context) {
    int count = Children.count(context);
    Expression value = expressions.operators((ParserRuleContext) Children.at(context, count - 1));
    return count == 1 ? value : new Expression.Starred(value, Children.span(context));
  }

  void checkAssignable(Expression target) {
    switch (target) {
      case Expression.Name _, Expression.Attribute _, Expression.Subscript _ -> {}
      case Expression.Starred starred -> {
        if (starred.value() instanceof Expression.Starred) {
          throw Children.invalid(starred.value().span());
        }
        checkAssignable(starred.value());
      }
      case Expression.ListDisplay list -> list.elements().forEach(this::checkAssignable);
      case Expression.TupleDisplay tuple -> tuple.elements().forEach(this::checkAssignable);
      default -> throw cannot("assign to", target);
    }
  }

  private void checkDeletable(Expression target) {
    switch (target) {
      case Expression.Name _, Expression.Attribute _, Expression.Subscript _ -> {}
      case Expression.ListDisplay list -> list.elements().forEach(this::checkDeletable);
      case Expression.TupleDisplay tuple -> tuple.elements().forEach(this::checkDeletable);
      default -> throw cannot("delete", target);
    }
  }

  static Refusal cannot(String what, Expression target) {
    Span span = target.span();
    return new Refusal("cannot " + what + " " + ExpressionNames.of(target), span);
  }
}
