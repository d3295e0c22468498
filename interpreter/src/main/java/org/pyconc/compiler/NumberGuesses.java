package org.pyconc.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.BinaryOperator;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.ImportAlias;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.UnaryOperator;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable;
import org.pyconc.scope.ScopeTable.Access;

/**
 * Guesses which local variables of a function hold small integers or floats nearly always: those to
 * which only literals, counters of {@code range} and arithmetic with such is assigned. A wrong
 * guess costs a little time; the generated code checks everything.
 */
final class NumberGuesses {
  private final ScopeTable scope;
  private final Map<String, Guess> guesses = new HashMap<>();
  private final Map<String, List<Expression>> assigned = new HashMap<>();
  private final Map<String, List<Statement.AugAssign>> augmented = new HashMap<>();
  private final Set<String> counters = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final @Nullable ModuleGuesses module;
  private final List<String> parameters;

  private NumberGuesses(CodeUnit unit, List<Statement> body, @Nullable ModuleGuesses module) {
    this.scope = unit.scope();
    this.module = module;
    int count = unit.signature().positional();
    this.parameters = Arrays.asList(unit.signature().names()).subList(0, count);
    if (module != null) {
      for (int i = 0; i < count; i++) {
        guesses.put(parameters.get(i), module.parameter(unit, i));
      }
    }
    block(body);
    iterate();
  }

  /**
   * Looks at a function.
   *
   * @param module what the rest of the module tells; null if that is not known yet
   */
  static NumberGuesses of(CodeUnit unit, @Nullable ModuleGuesses module) {
    return new NumberGuesses(unit, UnitCompiler.statements(unit.tree()), module);
  }

  /** The variables that are worth to be kept as numbers of the JVM, by name. */
  Map<String, NumberKind> variables(CodeUnit unit, Set<String> neverSure) {
    Set<String> changing = changing();
    Map<String, NumberKind> found = new HashMap<>();
    guesses.forEach(
        (name, guess) -> {
          NumberKind kind = guess.kind();
          if (unit.scope().access(name) == Access.LOCAL
              && changing.contains(name)
              && !neverSure.contains(name)
              && kind != null) {
            found.put(name, kind);
          }
        });
    return found;
  }

  /** The variables to which something is assigned that tells what they are. */
  private Set<String> changing() {
    Set<String> names = new HashSet<>(assigned.keySet());
    names.addAll(augmented.keySet());
    names.addAll(counters);
    return names;
  }

  private void iterate() {
    Set<String> names = changing();
    names.removeAll(others);
    for (String name : others) {
      guesses.put(name, Guess.UNKNOWN);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String name : names) {
        Guess guess = counters.contains(name) ? Guess.LONG : initial(name);
        for (Expression each : assigned.getOrDefault(name, List.of())) {
          guess = Guess.join(guess, guess(each));
        }
        for (Statement.AugAssign each : augmented.getOrDefault(name, List.of())) {
          guess =
              Guess.join(guess, Guess.binary(each.operator(), variable(name), guess(each.value())));
        }
        Guess before = variable(name);
        Guess after = Guess.join(before, guess); // upwards only: it ends
        if (after != before) {
          guesses.put(name, after);
          changed = true;
        }
      }
    }
  }

  /** The local variables to which text is added with {@code +=}. */
  Set<String> accumulators(CodeUnit unit) {
    Set<String> found = new HashSet<>();
    augmented.forEach(
        (name, statements) -> {
          boolean adds = false;
          for (Statement.AugAssign each : statements) {
            adds |= each.operator() == BinaryOperator.ADD;
          }
          boolean isText = false;
          for (Expression each : assigned.getOrDefault(name, List.of())) {
            isText |=
                each instanceof Expression.StringLiteral || each instanceof Expression.JoinedString;
          }
          if (adds && isText && unit.scope().access(name) == Access.LOCAL) {
            found.add(name);
          }
        });
    return found;
  }

  /** What a variable has before anything is assigned to it. */
  private Guess initial(String name) {
    return parameters.contains(name) && module != null ? variable(name) : Guess.NOTHING;
  }

  private Guess variable(String name) {
    return guesses.getOrDefault(name, Guess.NOTHING);
  }

  // ---- expressions ------------------------------------------------------------------------------

  /** What an expression in the function is most likely. */
  Guess guess(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral x ->
          x.value().bitLength() < Long.SIZE ? Guess.LONG : Guess.UNKNOWN;
      case Expression.FloatLiteral x -> Guess.DOUBLE;
      case Expression.Name x -> name(scope.mangle(x.id()));
      case Expression.UnaryOperation x ->
          x.operator() == UnaryOperator.NOT ? Guess.UNKNOWN : guess(x.operand());
      case Expression.BinaryOperation x ->
          Guess.binary(x.operator(), guess(x.left()), guess(x.right()));
      case Expression.Conditional x -> Guess.join(guess(x.body()), guess(x.orElse()));
      case Expression.NamedExpression x -> guess(x.value());
      case Expression.Call x -> call(x);
      case Expression.Attribute x ->
          module == null ? Guess.UNKNOWN : module.attribute(scope.mangle(x.name()));
      default -> Guess.UNKNOWN;
    };
  }

  private Guess name(String name) {
    boolean isAssigned =
        scope.access(name) == Access.LOCAL
            && (assigned.containsKey(name)
                || augmented.containsKey(name)
                || counters.contains(name)
                || others.contains(name));
    if (isAssigned) {
      return variable(name);
    }
    if (module == null) {
      return Guess.UNKNOWN;
    }
    return switch (scope.access(name)) {
      case LOCAL -> parameters.contains(name) ? variable(name) : Guess.UNKNOWN;
      case GLOBAL -> module.global(name);
      default -> Guess.UNKNOWN;
    };
  }

  private Guess call(Expression.Call x) {
    if (x.function() instanceof Expression.Attribute a
        && a.value() instanceof Expression.Name m
        && m.id().equals("math")) {
      return switch (a.name()) {
        case "floor", "ceil", "trunc", "gcd", "isqrt", "comb", "factorial" -> Guess.LONG;
        default -> Guess.DOUBLE;
      };
    }
    if (x.function() instanceof Expression.Name f && scope.access(f.id()) == Access.GLOBAL) {
      return switch (f.id()) {
        case "len", "int", "ord" -> Guess.LONG;
        case "float" -> Guess.DOUBLE;
        default -> Guess.UNKNOWN;
      };
    }
    return Guess.UNKNOWN;
  }

  // ---- statements -------------------------------------------------------------------------------

  private void block(List<Statement> statements) {
    for (Statement each : statements) {
      statement(each);
    }
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.FunctionDef s -> others.add(scope.mangle(s.name()));
      case Statement.ClassDef s -> others.add(scope.mangle(s.name()));
      case Statement.Assign s -> {
        expression(s.value());
        s.targets().forEach(t -> assign(t, s.value()));
      }
      case Statement.AugAssign s -> {
        expression(s.value());
        if (s.target() instanceof Expression.Name n) {
          augmented.computeIfAbsent(scope.mangle(n.id()), k -> new ArrayList<>()).add(s);
        }
      }
      case Statement.AnnAssign s -> {
        if (s.value() != null) {
          assign(s.target(), s.value());
        }
      }
      case Statement.For s -> {
        expression(s.iterable());
        if (s.target() instanceof Expression.Name n && isRange(s.iterable())) {
          counters.add(scope.mangle(n.id()));
        } else {
          assign(s.target(), null);
        }
        block(s.body());
        block(s.orElse());
      }
      case Statement.While s -> {
        expression(s.test());
        block(s.body());
        block(s.orElse());
      }
      case Statement.If s -> {
        expression(s.test());
        block(s.body());
        block(s.orElse());
      }
      case Statement.With s -> {
        s.items()
            .forEach(
                item -> {
                  if (item.target() != null) {
                    assign(item.target(), null);
                  }
                });
        block(s.body());
      }
      case Statement.Match s -> others.addAll(scope.locals()); // patterns bind in many ways
      case Statement.Try s -> {
        block(s.body());
        for (ExceptHandler handler : s.handlers()) {
          if (handler.name() != null) {
            others.add(scope.mangle(handler.name()));
          }
          block(handler.body());
        }
        block(s.orElse());
        block(s.finalBody());
      }
      case Statement.Import s -> s.names().forEach(this::imported);
      case Statement.ImportFrom s -> s.names().forEach(this::imported);
      case Statement.Return s -> expression(s.value());
      case Statement.ExpressionStatement s -> expression(s.value());
      default -> {}
    }
  }

  private void imported(ImportAlias alias) {
    String as = alias.asName();
    String name = as != null ? as : alias.name();
    int dot = name.indexOf('.');
    others.add(scope.mangle(dot < 0 ? name : name.substring(0, dot)));
  }

  private boolean isRange(Expression iterable) {
    return rangeCall(iterable, scope) != null;
  }

  /** The expression if it is a call of {@code range}, most likely the builtin one. */
  static Expression.@Nullable Call rangeCall(Expression expression, ScopeTable scope) {
    return expression instanceof Expression.Call c
            && c.function() instanceof Expression.Name f
            && f.id().equals("range")
            && scope.access("range") == Access.GLOBAL
            && c.keywords().isEmpty()
            && !c.arguments().isEmpty()
            && c.arguments().size() <= 3
            && c.arguments().stream().noneMatch(a -> a instanceof Expression.Starred)
        ? c
        : null;
  }

  private void assign(Expression target, @Nullable Expression value) {
    switch (target) {
      case Expression.Name n -> {
        String name = scope.mangle(n.id());
        if (value == null) {
          others.add(name);
        } else {
          assigned.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
        }
      }
      case Expression.Starred s -> assign(s.value(), null);
      case Expression.TupleDisplay t -> unpack(t.elements(), value);
      case Expression.ListDisplay t -> unpack(t.elements(), value);
      default -> {}
    }
  }

  private void unpack(List<Expression> targets, @Nullable Expression value) {
    List<Expression> values = value instanceof Expression.TupleDisplay t ? t.elements() : List.of();
    boolean stars = false;
    for (Expression each : values) {
      stars |= each instanceof Expression.Starred;
    }
    for (Expression each : targets) {
      stars |= each instanceof Expression.Starred;
    }
    boolean pairs = !stars && values.size() == targets.size();
    for (int i = 0; i < targets.size(); i++) {
      assign(targets.get(i), pairs ? values.get(i) : null);
    }
  }

  /** Finds {@code name := value} in expressions. */
  private void expression(@Nullable Expression expression) {
    if (expression == null) {
      return;
    }
    if (expression instanceof Expression.NamedExpression n) {
      assign(n.target(), n.value());
    }
    for (Expression each : Trees.children(expression)) {
      expression(each);
    }
  }
}
