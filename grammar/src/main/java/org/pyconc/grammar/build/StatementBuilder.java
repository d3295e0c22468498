package org.pyconc.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.BinaryOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;

/** Simple statements, and lists of statements. */
final class StatementBuilder {
  private final ExpressionBuilder expressions;
  private final CompoundBuilder compounds;

  /** Where the statement that was built last ends, with a semicolon that may follow it. */
  private Span end = Span.NONE;

  StatementBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
    this.compounds = new CompoundBuilder(this, expressions);
  }

  /** The children of those positions that are statements. */
  List<Statement> statements(ParserRuleContext context, int from, int to) {
    List<Statement> list = new ArrayList<>(Math.max(1, to - from));
    for (int i = from; i < to; i++) {
      ParserRuleContext statement =
          (ParserRuleContext) Children.at((ParserRuleContext) Children.at(context, i), 0);
      if (statement instanceof PythonParser.SimpleStatementsContext simple) {
        addSimple(simple, list);
      } else {
        list.add(compounds.statement(statement));
      }
    }
    return list;
  }

  List<Statement> block(PythonParser.BlockContext context) {
    if (Children.at(context, 0) instanceof PythonParser.SimpleStatementsContext simple) {
      List<Statement> list = new ArrayList<>(1);
      addSimple(simple, list);
      return list;
    }
    return statements(context, 2, Children.count(context) - 1);
  }

  void checkSimple(PythonParser.SimpleStatementContext context) {
    simple(context);
  }

  Span end() {
    return end;
  }

  void setEnd(Span place) {
    end = place;
  }

  private void addSimple(PythonParser.SimpleStatementsContext context, List<Statement> list) {
    int count = Children.count(context);
    Children.checkCommas(context, 0, count, PythonParser.SEMICOLON);
    for (int i = 0; i < count; i++) {
      if (Children.at(context, i) instanceof PythonParser.SimpleStatementContext statement) {
        list.add(simple(statement));
      }
    }
    end =
        Children.at(context, count - 2) instanceof ParserRuleContext last
            ? Children.stop(last)
            : Children.spanAt(context, count - 2);
  }

  private Statement simple(PythonParser.SimpleStatementContext context) {
    if (Children.at(context, 0) instanceof TerminalNode leaf) {
      Span span = ((PlacedToken) leaf.getSymbol()).span();
      return switch (leaf.getSymbol().getType()) {
        case PythonParser.PASS -> new Statement.Pass(span);
        case PythonParser.BREAK -> new Statement.Break(span);
        default -> new Statement.Continue(span);
      };
    }
    ParserRuleContext child = (ParserRuleContext) Children.at(context, 0);
    Span span = Children.span(child);
    return switch (child) {
      case PythonParser.ExpressionStatementContext c -> expressionStatement(c, span);
      case PythonParser.ReturnStatementContext c ->
          new Statement.Return(
              Children.count(c) == 1
                  ? null
                  : expressions.starExpressions((ParserRuleContext) Children.at(c, 1), true),
              span);
      case PythonParser.RaiseStatementContext c ->
          new Statement.Raise(optional(c, 1), optional(c, 3), span);
      case PythonParser.GlobalStatementContext c -> new Statement.Global(names(c), span);
      case PythonParser.NonlocalStatementContext c -> new Statement.Nonlocal(names(c), span);
      case PythonParser.DeleteStatementContext c ->
          new Statement.Delete(
              expressions.targets().deletable((PythonParser.TargetsContext) Children.at(c, 1)),
              span);
      case PythonParser.AssertStatementContext c ->
          new Statement.Assert(
              expressions.expression((PythonParser.ExpressionContext) Children.at(c, 1)),
              optional(c, 3),
              span);
      case PythonParser.ImportStatementContext c -> Imports.statement(c);
      case PythonParser.FromStatementContext c -> Imports.statement(c);
      default -> throw new IllegalStateException(child.getClass().getName());
    };
  }

  private @Nullable Expression optional(ParserRuleContext context, int index) {
    return index < Children.count(context)
        ? expressions.expression((PythonParser.ExpressionContext) Children.at(context, index))
        : null;
  }

  private static List<String> names(ParserRuleContext context) {
    List<String> names = new ArrayList<>(1);
    for (int i = 1; i < Children.count(context); i += 2) {
      names.add(Children.textAt(context, i));
    }
    return names;
  }

  private Statement expressionStatement(
      PythonParser.ExpressionStatementContext context, Span span) {
    PythonParser.AssignedContext first = (PythonParser.AssignedContext) Children.at(context, 0);
    int count = Children.count(context);
    if (count == 1) {
      Expression value = expressions.assigned(first, true);
      return new Statement.ExpressionStatement(value, span);
    }
    if (Children.typeAt(context, 1) == PythonParser.ASSIGN) {
      List<Expression> targets = new ArrayList<>(1);
      for (int i = 0; i < count - 1; i += 2) {
        Expression target =
            expressions.assigned((PythonParser.AssignedContext) Children.at(context, i), true);
        AssignmentChecks.check(expressions, context, i, target);
        targets.add(target);
      }
      Expression value =
          expressions.assigned(
              (PythonParser.AssignedContext) Children.at(context, count - 1), true);
      return new Statement.Assign(targets, value, span);
    }
    if (Children.typeAt(context, 1) == PythonParser.COLON) {
      return annotated(context, first, span);
    }
    return augmented(context, first, span);
  }

  private Statement augmented(
      PythonParser.ExpressionStatementContext context,
      PythonParser.AssignedContext first,
      Span span) {
    Expression target = expressions.assigned(first, true);
    if (!isSingleTarget(target)) {
      throw new Refusal(
          "'" + ExpressionNames.of(target) + "' is an illegal expression for augmented assignment",
          target.span());
    }
    int token = Children.typeAt((ParserRuleContext) Children.at(context, 1), 0);
    BinaryOperator operator = OperatorClimber.binaryOperator(token);
    if (operator == null) {
      throw Children.invalid(target.span());
    }
    Expression value =
        expressions.assigned((PythonParser.AssignedContext) Children.at(context, 2), true);
    return new Statement.AugAssign(target, operator, value, span);
  }

  private Statement annotated(
      PythonParser.ExpressionStatementContext context,
      PythonParser.AssignedContext first,
      Span span) {
    Expression target = expressions.assigned(first, true);
    if (!isSingleTarget(target)) {
      throw switch (target) {
        case Expression.TupleDisplay tuple ->
            new Refusal(
                "only single target (not tuple) can be annotated",
                tuple.elements().isEmpty()
                        || first.getStart().getType() == PythonParser.LPAR
                            && target.span().equals(Children.span(first))
                            && Children.count((ParserRuleContext) Children.at(first, 0)) == 1
                    ? target.span()
                    : tuple.elements().getFirst().span());
        case Expression.ListDisplay _ ->
            new Refusal("only single target (not list) can be annotated", target.span());
        default -> new Refusal("illegal target for annotation", target.span());
      };
    }
    boolean parenthesised = first.getStart().getType() == PythonParser.LPAR;
    Expression annotation =
        expressions.expression((PythonParser.ExpressionContext) Children.at(context, 2));
    Expression value =
        Children.count(context) > 3
            ? expressions.assigned((PythonParser.AssignedContext) Children.at(context, 4), true)
            : null;
    return new Statement.AnnAssign(
        target, annotation, value, target instanceof Expression.Name && !parenthesised, span);
  }

  private static boolean isSingleTarget(Expression target) {
    return target instanceof Expression.Name
        || target instanceof Expression.Attribute
        || target instanceof Expression.Subscript;
  }
}
