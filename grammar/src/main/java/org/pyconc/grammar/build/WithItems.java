package org.pyconc.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.WithItem;

/** The items of a {@code with} statement, which parentheses may enclose. */
final class WithItems {
  private final ExpressionBuilder expressions;

  WithItems(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  List<WithItem> build(PythonParser.WithStatementContext context) {
    int count = Children.count(context);
    if (count == 4) {
      ParserRuleContext only = (ParserRuleContext) Children.at(context, 1);
      PythonParser.GroupContext group = Children.count(only) == 1 ? groupOf(only) : null;
      if (group != null && isItems(group)) {
        return parenthesised(group);
      }
    }
    List<WithItem> items = new ArrayList<>(1);
    for (int i = 1; i < count - 2; i += 2) {
      items.add(item((ParserRuleContext) Children.at(context, i)));
    }
    return items;
  }

  private WithItem item(ParserRuleContext context) {
    Expression value =
        expressions.expression((PythonParser.ExpressionContext) Children.at(context, 0));
    Expression target =
        Children.count(context) == 1
            ? null
            : expressions
                .targets()
                .assignable((PythonParser.TargetContext) Children.at(context, 2));
    return new WithItem(value, target);
  }

  /** The parentheses that the whole expression consists of. */
  private static PythonParser.@Nullable GroupContext groupOf(ParserRuleContext context) {
    ParserRuleContext at = context;
    while (Children.count(at) == 1 && Children.at(at, 0) instanceof ParserRuleContext child) {
      if (child instanceof PythonParser.GroupContext group) {
        return group;
      }
      at = child;
    }
    return null;
  }

  /** Whether all that is between the parentheses could be items by itself. */
  private static boolean isItems(PythonParser.GroupContext group) {
    int count = Children.count(group);
    if (count == 2) {
      return false;
    }
    for (int i = 1; i < count - 1; i++) {
      if (Children.typeAt(group, i) == PythonParser.COMMA) {
        continue;
      }
      if (!(Children.at(group, i) instanceof PythonParser.GroupElementContext element)
          || !(Children.at(element, 0) instanceof PythonParser.NamedExpressionContext named)
          || Children.count(named) > 1) {
        return false;
      }
    }
    return true;
  }

  private List<WithItem> parenthesised(PythonParser.GroupContext group) {
    int count = Children.count(group);
    Children.checkCommas(group, 1, count - 1, PythonParser.COMMA);
    List<WithItem> items = new ArrayList<>(count / 2);
    for (int i = 1; i < count - 1; i++) {
      if (Children.at(group, i) instanceof PythonParser.GroupElementContext element) {
        Expression value =
            expressions.namedExpression(
                (PythonParser.NamedExpressionContext) Children.at(element, 0));
        Expression target =
            Children.count(element) == 1
                ? null
                : expressions
                    .targets()
                    .assignable((PythonParser.TargetContext) Children.at(element, 2));
        items.add(new WithItem(value, target));
      }
    }
    return items;
  }
}
