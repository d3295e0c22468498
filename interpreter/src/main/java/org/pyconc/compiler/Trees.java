package org.pyconc.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.DeferredBody;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Parameter;
import org.pyconc.grammar.tree.Parameters;
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
    return isAsync(expression);
  }

  /** Whether it is a comprehension that has to be awaited. */
  private static boolean isAsync(Expression expression) {
    return switch (expression) {
      case Expression.ListComprehension e -> isAsync(e.clauses(), e.element());
      case Expression.SetComprehension e -> isAsync(e.clauses(), e.element());
      case Expression.DictComprehension e -> isAsync(e.clauses(), e.key(), e.value());
      default -> false;
    };
  }

  private static boolean isAsync(List<ComprehensionClause> clauses, Expression... elements) {
    List<Expression> parts = new ArrayList<>(Arrays.asList(elements));
    for (int i = 0; i < clauses.size(); i++) {
      ComprehensionClause clause = clauses.get(i);
      if (clause.isAsync()) {
        return true;
      }
      parts.addAll(clause.conditions());
      if (i > 0) {
        parts.add(clause.iterable());
      }
    }
    for (Expression part : parts) {
      if (suspends(part, Set.of())) {
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
      case Expression.Lambda e -> parameters(e.parameters());
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
    if (statements instanceof DeferredBody body) {
      return body.summary().hasLoop();
    }
    for (Statement statement : statements) {
      if (statement instanceof Statement.For || statement instanceof Statement.While) {
        return true;
      }
      for (List<Statement> block : blocks(statement)) {
        if (hasLoop(block)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The blocks of a statement that belong to the same unit, in the order of the text. */
  static List<List<Statement>> blocks(Statement statement) {
    return switch (statement) {
      case Statement.For s -> List.of(s.body(), s.orElse());
      case Statement.While s -> List.of(s.body(), s.orElse());
      case Statement.If s -> List.of(s.body(), s.orElse());
      case Statement.With s -> List.of(s.body());
      case Statement.Match s -> {
        List<List<Statement>> all = new ArrayList<>();
        s.cases().forEach(c -> all.add(c.body()));
        yield all;
      }
      case Statement.Try s -> {
        List<List<Statement>> all = new ArrayList<>();
        all.add(s.body());
        s.handlers().forEach(h -> all.add(h.body()));
        all.add(s.orElse());
        all.add(s.finalBody());
        yield all;
      }
      default -> List.of();
    };
  }

  /** The expressions that a statement evaluates itself, without those in its blocks. */
  static List<Expression> expressions(Statement statement) {
    return switch (statement) {
      case Statement.FunctionDef s -> {
        List<Expression> all = new ArrayList<>(s.decorators());
        all.addAll(list(s.returns()));
        all.addAll(parameters(s.parameters()));
        yield all;
      }
      case Statement.ClassDef s -> {
        List<Expression> all = new ArrayList<>(s.decorators());
        all.addAll(s.bases());
        s.keywords().forEach(k -> all.add(k.value()));
        yield all;
      }
      case Statement.Return s -> list(s.value());
      case Statement.Delete s -> s.targets();
      case Statement.Assign s -> {
        List<Expression> all = new ArrayList<>(s.targets());
        all.add(s.value());
        yield all;
      }
      case Statement.AugAssign s -> list(s.target(), s.value());
      case Statement.AnnAssign s -> list(s.target(), s.annotation(), s.value());
      case Statement.For s -> list(s.target(), s.iterable());
      case Statement.While s -> list(s.test());
      case Statement.If s -> list(s.test());
      case Statement.With s -> {
        List<Expression> all = new ArrayList<>();
        s.items().forEach(item -> all.addAll(list(item.context(), item.target())));
        yield all;
      }
      case Statement.Match s -> {
        List<Expression> all = list(s.subject());
        s.cases().forEach(c -> all.addAll(list(c.guard())));
        yield all;
      }
      case Statement.Raise s -> list(s.exception(), s.cause());
      case Statement.Try s -> {
        List<Expression> all = new ArrayList<>();
        s.handlers().forEach(h -> all.addAll(list(h.type())));
        yield all;
      }
      case Statement.Assert s -> list(s.test(), s.message());
      case Statement.ExpressionStatement s -> list(s.value());
      default -> List.of();
    };
  }

  private static List<Expression> parameters(Parameters p) {
    List<Expression> all = new ArrayList<>(p.defaults());
    for (Expression each : p.keywordDefaults()) {
      all.addAll(list(each));
    }
    List<@Nullable Parameter> declared = new ArrayList<>(p.positionalOnly());
    declared.addAll(p.positional());
    declared.addAll(p.keywordOnly());
    declared.add(p.varArgs());
    declared.add(p.kwArgs());
    for (Parameter each : declared) {
      all.addAll(each == null ? List.of() : list(each.annotation()));
    }
    return all;
  }

  /** Whether running the statement may suspend the generator that it stands in. */
  static boolean suspends(Statement statement, Set<String> forkCalls) {
    boolean isAsync =
        switch (statement) {
          case Statement.For s -> s.isAsync();
          case Statement.With s -> s.isAsync();
          default -> false;
        };
    if (isAsync) {
      return true;
    }
    for (Expression each : expressions(statement)) {
      if (suspends(each, forkCalls)) {
        return true;
      }
    }
    for (List<Statement> block : blocks(statement)) {
      for (Statement each : block) {
        if (suspends(each, forkCalls)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The names that a {@code del} or the end of an {@code except} clause unbinds. */
  static void addUnbound(List<Statement> statements, Set<String> names) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Delete s) {
        s.targets().forEach(t -> addDeleted(t, names));
      }
      if (statement instanceof Statement.Try s) {
        for (ExceptHandler handler : s.handlers()) {
          String name = handler.name();
          if (name != null) {
            names.add(name);
          }
        }
      }
      blocks(statement).forEach(block -> addUnbound(block, names));
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
