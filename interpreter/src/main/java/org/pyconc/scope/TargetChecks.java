package org.pyconc.scope;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;

/** What assignments, deletions and calls must not do although the grammar allows it. */
final class TargetChecks {
  private static final String DEBUG = "__debug__";

  private TargetChecks() {}

  static void assigned(NameCollector collector, Statement.Assign s) throws SyntaxError {
    for (Expression target : s.targets()) {
      if (target instanceof Expression.Starred) {
        throw collector.error(
            "starred assignment target must be in a list or tuple", target.span());
      }
    }
    if (s.value() instanceof Expression.Starred) {
      throw collector.error("can't use starred expression here", s.value().span());
    }
  }

  static void standing(NameCollector collector, Statement.ExpressionStatement s)
      throws SyntaxError {
    if (s.value() instanceof Expression.Starred) {
      throw collector.error("can't use starred expression here", s.value().span());
    }
  }

  static void target(NameCollector collector, Expression target) throws SyntaxError {
    switch (target) {
      case Expression.Name e -> name(collector, e.id(), e.span());
      case Expression.Attribute e -> name(collector, e.name(), e.span());
      case Expression.ListDisplay e -> oneStar(collector, e.elements(), e.span());
      case Expression.TupleDisplay e -> oneStar(collector, e.elements(), e.span());
      default -> {}
    }
  }

  /** Refuses the variable of a later loop of a comprehension that {@code :=} has bound already. */
  static void rebound(NameCollector collector, Scope comprehension, Expression.Name target)
      throws SyntaxError {
    String name = comprehension.mangle(target.id());
    if (comprehension.nonlocals.containsKey(name) || comprehension.globals.containsKey(name)) {
      throw collector.error(
          "comprehension inner loop cannot rebind assignment expression target '"
              + target.id()
              + "'",
          target.span());
    }
  }

  private static void oneStar(NameCollector collector, List<Expression> elements, Span span)
      throws SyntaxError {
    int stars = 0;
    for (Expression each : elements) {
      if (each instanceof Expression.Starred) {
        stars++;
      }
    }
    if (stars > 1) {
      throw collector.error("multiple starred expressions in assignment", span);
    }
  }

  static void deleted(NameCollector collector, List<Expression> targets) throws SyntaxError {
    for (Expression target : targets) {
      switch (target) {
        case Expression.Name e when e.id().equals(DEBUG) ->
            throw collector.error("cannot delete " + DEBUG, e.span());
        case Expression.Attribute e when e.name().equals(DEBUG) ->
            throw collector.error("cannot delete " + DEBUG, e.span());
        default -> {}
      }
    }
  }

  static void keywords(NameCollector collector, List<Keyword> keywords, Span call)
      throws SyntaxError {
    if (keywords.isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Keyword keyword : keywords) {
      String given = keyword.name();
      if (given != null) {
        name(collector, given, call);
        if (!seen.add(given)) {
          throw collector.error("keyword argument repeated: " + given, keyword.span());
        }
      }
    }
  }

  /** Whether CPython's compiler sees a constant. */
  static boolean isLiteral(Expression e) {
    return switch (e) {
      case Expression.NoneLiteral x -> true;
      case Expression.BooleanLiteral x -> true;
      case Expression.EllipsisLiteral x -> true;
      case Expression.IntegerLiteral x -> true;
      case Expression.FloatLiteral x -> true;
      case Expression.ImaginaryLiteral x -> true;
      case Expression.StringLiteral x -> true;
      case Expression.BytesLiteral x -> true;
      default -> false;
    };
  }

  /** A name that is bound here. */
  static void name(NameCollector collector, String name, Span span) throws SyntaxError {
    if (name.equals(DEBUG)) {
      throw collector.error("cannot assign to " + DEBUG, span);
    }
  }
}
