package org.pyconc.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Statement;

/** Questions about syntax trees that the compiler asks. */
final class Trees {
  private Trees() {}

  /**
   * Whether evaluating the expression may suspend the generator that it stands in.
   *
   * @param forkCalls see {@link org.pyconc.scope.CodeUnit#forkCalls()}
   */
  static boolean suspends(@Nullable Expression expression, Set<String> forkCalls) {
    if (expression == null) {
      return false;
    }
    if ((expression instanceof Expression.Call c && mayFork(c, forkCalls))
        || expression instanceof Expression.Yield
        || expression instanceof Expression.YieldFrom
        || expression instanceof Expression.Await) {
      return true;
    }
    for (Expression child : children(expression)) {
      if (suspends(child, forkCalls)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the callee has one of the names of functions that may copy the process. */
  static boolean mayFork(Expression.Call call, Set<String> forkCalls) {
    return switch (call.function()) {
      case Expression.Name n -> forkCalls.contains(n.id());
      case Expression.Attribute a -> forkCalls.contains(a.name());
      default -> false;
    };
  }

  private static List<Expression> list(@Nullable Expression... expressions) {
    List<Expression> present = new ArrayList<>();
    for (Expression each : Arrays.asList(expressions)) {
      if (each != null) {
        present.add(each);
      }
    }
    return present;
  }

  /** The expressions that are evaluated as parts of that one in the same unit. */
  static List<Expression> children(Expression expression) {
    return switch (expression) {
      case Expression.JoinedString e -> e.values();
      case Expression.FormattedValue e -> list(e.value(), e.formatSpec());
      case Expression.BooleanOperation e -> e.values();
      case Expression.NamedExpression e -> list(e.value());
      case Expression.BinaryOperation e -> list(e.left(), e.right());
      case Expression.UnaryOperation e -> list(e.operand());
      case Expression.Conditional e -> list(e.test(), e.body(), e.orElse());
      case Expression.DictDisplay e -> {
        List<Expression> all = new ArrayList<>(e.values());
        e.keys().stream().filter(k -> k != null).forEach(all::add);
        yield all;
      }
      case Expression.SetDisplay e -> e.elements();
      case Expression.ListDisplay e -> e.elements();
      case Expression.TupleDisplay e -> e.elements();
      case Expression.ListComprehension e -> list(e.clauses().get(0).iterable());
      case Expression.SetComprehension e -> list(e.clauses().get(0).iterable());
      case Expression.DictComprehension e -> list(e.clauses().get(0).iterable());
      case Expression.GeneratorExpression e -> list(e.clauses().get(0).iterable());
      case Expression.Comparison e -> {
        List<Expression> all = new ArrayList<>(e.comparators());
        all.add(e.left());
        yield all;
      }
      case Expression.Call e -> {
        List<Expression> all = new ArrayList<>(e.arguments());
        all.add(e.function());
        for (Keyword keyword : e.keywords()) {
          all.add(keyword.value());
        }
        yield all;
      }
      case Expression.Attribute e -> list(e.value());
      case Expression.Subscript e -> list(e.value(), e.index());
      case Expression.Starred e -> list(e.value());
      case Expression.Slice e -> list(e.lower(), e.upper(), e.step());
      default -> Collections.emptyList();
    };
  }

  /** Whether all are literals, or tuples of such. */
  static boolean areConstant(List<Expression> expressions) {
    for (Expression each : expressions) {
      boolean constant =
          switch (each) {
            case Expression.NoneLiteral e -> true;
            case Expression.BooleanLiteral e -> true;
            case Expression.EllipsisLiteral e -> true;
            case Expression.IntegerLiteral e -> true;
            case Expression.FloatLiteral e -> true;
            case Expression.ImaginaryLiteral e -> true;
            case Expression.StringLiteral e -> true;
            case Expression.BytesLiteral e -> true;
            case Expression.TupleDisplay e -> areConstant(e.elements());
            default -> false;
          };
      if (!constant) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is a loop among the statements, not looking into functions and classes. */
  static boolean hasLoop(List<Statement> statements) {
    for (Statement statement : statements) {
      boolean found =
          switch (statement) {
            case Statement.For s -> true;
            case Statement.While s -> true;
            case Statement.If s -> hasLoop(s.body()) || hasLoop(s.orElse());
            case Statement.With s -> hasLoop(s.body());
            case Statement.Match s -> s.cases().stream().anyMatch(c -> hasLoop(c.body()));
            case Statement.Try s ->
                hasLoop(s.body())
                    || hasLoop(s.orElse())
                    || hasLoop(s.finalBody())
                    || s.handlers().stream().anyMatch(h -> hasLoop(h.body()));
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  /** The names that a {@code del} or the end of an {@code except} clause unbinds. */
  static void addUnbound(List<Statement> statements, Set<String> names) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Delete s -> s.targets().forEach(t -> addDeleted(t, names));
        case Statement.For s -> {
          addUnbound(s.body(), names);
          addUnbound(s.orElse(), names);
        }
        case Statement.While s -> {
          addUnbound(s.body(), names);
          addUnbound(s.orElse(), names);
        }
        case Statement.If s -> {
          addUnbound(s.body(), names);
          addUnbound(s.orElse(), names);
        }
        case Statement.With s -> addUnbound(s.body(), names);
        case Statement.Match s -> s.cases().forEach(c -> addUnbound(c.body(), names));
        case Statement.Try s -> {
          addUnbound(s.body(), names);
          addUnbound(s.orElse(), names);
          addUnbound(s.finalBody(), names);
          for (ExceptHandler handler : s.handlers()) {
            String name = handler.name();
            if (name != null) {
              names.add(name);
            }
            addUnbound(handler.body(), names);
          }
        }
        default -> {}
      }
    }
  }

  private static void addDeleted(Expression target, Set<String> names) {
    switch (target) {
      case Expression.Name t -> names.add(t.id());
      case Expression.ListDisplay t -> t.elements().forEach(x -> addDeleted(x, names));
      case Expression.TupleDisplay t -> t.elements().forEach(x -> addDeleted(x, names));
      default -> {}
    }
  }
}
