package org.pyconc.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.BinaryOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Pattern;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Text;

/** What a {@code match} statement must not do although the grammar allows it. */
final class PatternChecks {
  private final NameCollector collector;

  /** Where CPython reports a mistake: the pattern that it looked at last. */
  private Span place;

  private PatternChecks(NameCollector collector, Span place) {
    this.collector = collector;
    this.place = place;
  }

  static void check(NameCollector collector, Statement.Match s) throws SyntaxError {
    for (int i = 0; i < s.cases().size(); i++) {
      MatchCase each = s.cases().get(i);
      boolean mayTakeAll = each.guard() != null || i == s.cases().size() - 1;
      new PatternChecks(collector, s.span())
          .pattern(each.pattern(), mayTakeAll, new LinkedHashSet<>());
    }
  }

  private SyntaxError error(String message) {
    return collector.error(message, place);
  }

  private void pattern(Pattern pattern, boolean mayTakeAll, Set<String> names) throws SyntaxError {
    place = pattern.span();
    switch (pattern) {
      case Pattern.MatchValue p -> {}
      case Pattern.MatchSingleton p -> {}
      case Pattern.MatchSequence p -> sequence(p, names);
      case Pattern.MatchMapping p -> mapping(p, names);
      case Pattern.MatchClass p -> {
        repeatedKeyword(p);
        patterns(p.patterns(), names);
        patterns(p.keywordPatterns(), names);
      }
      case Pattern.MatchStar p -> bind(p.name(), names);
      case Pattern.MatchAs p -> {
        Pattern inner = p.pattern();
        if (inner != null) {
          pattern(inner, mayTakeAll, names);
        } else if (!mayTakeAll) {
          String name = p.name();
          throw error(
              (name == null ? "wildcard" : "name capture '" + name + "'")
                  + " makes remaining patterns unreachable");
        }
        bind(p.name(), names);
      }
      case Pattern.MatchOr p -> or(p, mayTakeAll, names);
    }
  }

  private void patterns(List<Pattern> patterns, Set<String> names) throws SyntaxError {
    for (Pattern each : patterns) {
      pattern(each, true, names);
    }
  }

  private void bind(@Nullable String name, Set<String> names) throws SyntaxError {
    if (name != null && !names.add(name)) {
      throw error("multiple assignments to name '" + name + "' in pattern");
    }
  }

  private void or(Pattern.MatchOr p, boolean mayTakeAll, Set<String> names) throws SyntaxError {
    Set<String> bound = new LinkedHashSet<>();
    int last = p.patterns().size() - 1;
    for (int i = 0; i <= last; i++) {
      Set<String> own = new LinkedHashSet<>();
      pattern(p.patterns().get(i), mayTakeAll && i == last, own);
      if (i == 0) {
        bound = own;
      } else if (!own.equals(bound)) {
        throw error("alternative patterns bind different names");
      }
    }
    for (String name : bound) {
      bind(name, names);
    }
  }

  private void sequence(Pattern.MatchSequence p, Set<String> names) throws SyntaxError {
    boolean starred = false;
    for (Pattern each : p.patterns()) {
      if (each instanceof Pattern.MatchStar) {
        if (starred) {
          throw error("multiple starred names in sequence pattern");
        }
        starred = true;
      }
    }
    patterns(p.patterns(), names);
  }

  private void mapping(Pattern.MatchMapping p, Set<String> names) throws SyntaxError {
    PySet seen = new PySet();
    for (Expression key : p.keys()) {
      Object value = constant(key);
      if (value != null && !seen.add(value)) {
        throw error("mapping pattern checks duplicate key (" + Text.javaRepr(value) + ")");
      }
    }
    patterns(p.patterns(), names);
    bind(p.rest(), names);
  }

  private void repeatedKeyword(Pattern.MatchClass p) throws SyntaxError {
    Set<String> seen = new HashSet<>();
    List<String> all = new ArrayList<>(p.keywordNames());
    for (int i = 0; i < all.size(); i++) {
      if (!seen.add(all.get(i))) {
        place = p.keywordPatterns().get(i).span();
        throw error("attribute name repeated in class pattern: " + all.get(i));
      }
    }
  }

  /** The value of a literal key; null for a dotted name. */
  private static @Nullable Object constant(Expression key) {
    return switch (key) {
      case Expression.NoneLiteral e -> PySingleton.NONE;
      case Expression.BooleanLiteral e -> e.value();
      case Expression.IntegerLiteral e ->
          e.value().bitLength() < 64 ? (Object) e.value().longValue() : e.value();
      case Expression.FloatLiteral e -> e.value();
      case Expression.ImaginaryLiteral e -> new PyComplex(0, e.value());
      case Expression.StringLiteral e -> WideString.of(e.value());
      case Expression.BytesLiteral e -> new PyBytes(e.value());
      case Expression.UnaryOperation e -> {
        Object operand = constant(e.operand());
        yield operand == null ? null : Arithmetic.negate(operand);
      }
      case Expression.BinaryOperation e -> {
        Object left = constant(e.left());
        Object right = constant(e.right());
        yield left == null || right == null
            ? null
            : Arithmetic.binary(
                e.operator() == BinaryOperator.ADD ? BinaryOp.ADD : BinaryOp.SUB, left, right);
      }
      default -> null;
    };
  }

  /** Notes the names that a pattern binds and uses. */
  static void names(NameCollector collector, Scope scope, Pattern pattern) throws SyntaxError {
    switch (pattern) {
      case Pattern.MatchValue p -> collector.expression(scope, p.value());
      case Pattern.MatchSingleton p -> {}
      case Pattern.MatchSequence p -> allNames(collector, scope, p.patterns());
      case Pattern.MatchMapping p -> {
        collector.expressions(scope, p.keys());
        allNames(collector, scope, p.patterns());
        String rest = p.rest();
        if (rest != null) {
          TargetChecks.name(collector, rest, p.span());
          scope.bind(rest);
        }
      }
      case Pattern.MatchClass p -> {
        collector.expression(scope, p.type());
        allNames(collector, scope, p.patterns());
        allNames(collector, scope, p.keywordPatterns());
      }
      case Pattern.MatchStar p -> {
        String name = p.name();
        if (name != null) {
          TargetChecks.name(collector, name, p.span());
          scope.bind(name);
        }
      }
      case Pattern.MatchAs p -> {
        Pattern inner = p.pattern();
        if (inner != null) {
          names(collector, scope, inner);
        }
        String name = p.name();
        if (name != null) {
          TargetChecks.name(collector, name, p.span());
          scope.bind(name);
        }
      }
      case Pattern.MatchOr p -> allNames(collector, scope, p.patterns());
    }
  }

  private static void allNames(NameCollector collector, Scope scope, List<Pattern> patterns)
      throws SyntaxError {
    for (Pattern each : patterns) {
      names(collector, scope, each);
    }
  }
}
