package org.pyconc.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable.Access;

/**
 * Guesses which attributes, global variables and parameters of a module hold numbers, by their
 * names alone: from what is assigned to them and passed for them anywhere in the module. A wrong
 * guess costs a little time; the generated code checks everything.
 */
final class ModuleGuesses {
  private static final int MOST_ROUNDS = 4;

  /** Larger modules are mostly libraries, and looking at them would cost more than it brings. */
  private static final int LONGEST = 100_000;

  /** An expression and the function that it stands in. */
  private record Source(Expression expression, CodeUnit unit) {}

  private record Update(Statement.AugAssign statement, CodeUnit unit) {}

  private record Call(Expression.Call expression, CodeUnit unit) {}

  private final Map<String, List<Source>> attributeSources = new HashMap<>();
  private final Map<String, List<Update>> attributeUpdates = new HashMap<>();
  private final Map<String, List<Source>> globalSources = new HashMap<>();
  private final Map<String, List<Call>> calls = new HashMap<>();
  private final Map<CodeUnit, CodeUnit> classes = new HashMap<>();
  private final List<CodeUnit> functions = new ArrayList<>();

  private final Map<String, Guess> attributes = new HashMap<>();
  private final Map<String, Guess> globals = new HashMap<>();
  private final Map<CodeUnit, Guess[]> parameters = new HashMap<>();
  private final Map<CodeUnit, NumberGuesses> locals = new HashMap<>();

  private ModuleGuesses() {}

  /** What the module of a unit tells; null if it is too large. */
  static @Nullable ModuleGuesses of(CodeUnit unit) {
    CodeUnit module = unit.module();
    if (module.source().text().length() > LONGEST) {
      return null;
    }
    if (module.hints() instanceof ModuleGuesses known) {
      return known;
    }
    ModuleGuesses made = new ModuleGuesses();
    made.collect(module, null);
    made.iterate();
    module.setHints(made);
    return made;
  }

  /** The attributes of that name. */
  Guess attribute(String name) {
    return attributes.getOrDefault(name, Guess.UNKNOWN);
  }

  /** The global variable of that name. */
  Guess global(String name) {
    return globals.getOrDefault(name, Guess.UNKNOWN);
  }

  /** A positional parameter of a function of the module. */
  Guess parameter(CodeUnit function, int index) {
    Guess[] all = parameters.get(function);
    return all == null || all[index] == Guess.NOTHING ? Guess.UNKNOWN : all[index];
  }

  // ---- collecting ------------------------------------------------------------------------------

  private void collect(CodeUnit unit, @Nullable CodeUnit classAround) {
    if (unit.kind() == CodeUnit.Kind.FUNCTION) {
      functions.add(unit);
      if (classAround != null) {
        classes.put(unit, classAround);
      }
    }
    switch (unit.tree()) {
      case Module m -> block(m.body(), unit);
      case Statement.FunctionDef f -> block(f.body(), unit);
      case Statement.ClassDef c -> block(c.body(), unit);
      case Expression.Lambda l -> expression(l.body(), unit);
      case Expression.ListComprehension c -> expression(c.element(), unit);
      case Expression.SetComprehension c -> expression(c.element(), unit);
      case Expression.GeneratorExpression c -> expression(c.element(), unit);
      default -> {}
    }
    for (CodeUnit child : unit.children()) {
      collect(child, unit.kind() == CodeUnit.Kind.CLASS ? unit : null);
    }
  }

  private void block(List<Statement> statements, CodeUnit unit) {
    for (Statement each : statements) {
      statement(each, unit);
    }
  }

  private void statement(Statement statement, CodeUnit unit) {
    switch (statement) {
      case Statement.Assign s -> {
        expression(s.value(), unit);
        s.targets().forEach(t -> assign(t, s.value(), unit));
      }
      case Statement.AnnAssign s -> {
        if (s.value() != null) {
          expression(s.value(), unit);
          assign(s.target(), s.value(), unit);
        }
      }
      case Statement.AugAssign s -> {
        expression(s.value(), unit);
        if (s.target() instanceof Expression.Attribute a) {
          attributeUpdates
              .computeIfAbsent(unit.scope().mangle(a.name()), k -> new ArrayList<>())
              .add(new Update(s, unit));
        } else if (s.target() instanceof Expression.Name n && isGlobal(n.id(), unit)) {
          globals.put(n.id(), Guess.UNKNOWN);
        }
      }
      case Statement.For s -> {
        expression(s.iterable(), unit);
        block(s.body(), unit);
        block(s.orElse(), unit);
      }
      case Statement.While s -> {
        expression(s.test(), unit);
        block(s.body(), unit);
        block(s.orElse(), unit);
      }
      case Statement.If s -> {
        expression(s.test(), unit);
        block(s.body(), unit);
        block(s.orElse(), unit);
      }
      case Statement.With s -> block(s.body(), unit);
      case Statement.Match s -> s.cases().forEach(c -> block(c.body(), unit));
      case Statement.Try s -> {
        block(s.body(), unit);
        s.handlers().forEach(h -> block(h.body(), unit));
        block(s.orElse(), unit);
        block(s.finalBody(), unit);
      }
      case Statement.Return s -> {
        if (s.value() != null) {
          expression(s.value(), unit);
        }
      }
      case Statement.ExpressionStatement s -> expression(s.value(), unit);
      default -> {}
    }
  }

  private static boolean isGlobal(String name, CodeUnit unit) {
    return unit.kind() == CodeUnit.Kind.MODULE || unit.scope().access(name) == Access.GLOBAL;
  }

  private void assign(Expression target, Expression value, CodeUnit unit) {
    switch (target) {
      case Expression.Attribute a ->
          attributeSources
              .computeIfAbsent(unit.scope().mangle(a.name()), k -> new ArrayList<>())
              .add(new Source(value, unit));
      case Expression.Name n -> {
        if (isGlobal(n.id(), unit)) {
          globalSources
              .computeIfAbsent(n.id(), k -> new ArrayList<>())
              .add(new Source(value, unit));
        }
      }
      case Expression.TupleDisplay t -> {
        List<Expression> values =
            value instanceof Expression.TupleDisplay v ? v.elements() : List.of();
        for (int i = 0; i < t.elements().size(); i++) {
          boolean pairs = values.size() == t.elements().size();
          assign(t.elements().get(i), pairs ? values.get(i) : value, unit);
        }
      }
      default -> {}
    }
  }

  private void expression(Expression expression, CodeUnit unit) {
    if (expression instanceof Expression.Call c) {
      String name =
          switch (c.function()) {
            case Expression.Name n -> n.id();
            case Expression.Attribute a -> a.name();
            default -> "";
          };
      if (!name.isEmpty()) {
        calls.computeIfAbsent(name, k -> new ArrayList<>()).add(new Call(c, unit));
      }
    }
    for (Expression each : Trees.children(expression)) {
      expression(each, unit);
    }
  }

  // ---- guessing --------------------------------------------------------------------------------

  private void iterate() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      locals.clear();
      boolean changed = false;
      for (Map.Entry<String, List<Source>> each : globalSources.entrySet()) {
        changed |= raise(globals, each.getKey(), join(each.getValue()));
      }
      for (CodeUnit function : functions) {
        changed |= parameters(function);
      }
      for (Map.Entry<String, List<Source>> each : attributeSources.entrySet()) {
        changed |= raise(attributes, each.getKey(), attribute(each.getKey(), each.getValue()));
      }
      if (!changed) {
        break;
      }
    }
    locals.clear();
  }

  private static boolean raise(Map<String, Guess> map, String name, Guess guess) {
    Guess before = map.getOrDefault(name, Guess.NOTHING);
    Guess after = Guess.join(before, guess);
    map.put(name, after);
    return after != before;
  }

  private Guess join(List<Source> sources) {
    Guess guess = Guess.NOTHING;
    for (Source each : sources) {
      guess = Guess.join(guess, guess(each.expression, each.unit));
    }
    return guess;
  }

  private Guess attribute(String name, List<Source> sources) {
    Guess guess = join(sources);
    for (Update each : attributeUpdates.getOrDefault(name, List.of())) {
      Statement.AugAssign s = each.statement;
      guess = Guess.join(guess, Guess.binary(s.operator(), guess, guess(s.value(), each.unit)));
    }
    return guess;
  }

  private Guess guess(Expression expression, CodeUnit unit) {
    return locals.computeIfAbsent(unit, u -> NumberGuesses.of(u, this)).guess(expression);
  }

  /** Looks at what a function is called with. */
  private boolean parameters(CodeUnit function) {
    int count = function.signature().positional();
    Guess[] known = parameters.get(function);
    if (known == null) {
      known = new Guess[count];
      Arrays.fill(known, Guess.NOTHING);
      parameters.put(function, known);
    }
    CodeUnit classAround = classes.get(function);
    String calledAs =
        classAround != null && function.name().equals("__init__")
            ? classAround.name()
            : function.name();
    int first = classAround == null ? 0 : 1;
    boolean changed = false;
    for (Call call : calls.getOrDefault(calledAs, List.of())) {
      for (int i = first; i < count; i++) {
        Guess after = Guess.join(known[i], argument(call, function, i, i - first));
        changed |= after != known[i];
        known[i] = after;
      }
    }
    return changed;
  }

  private Guess argument(Call call, CodeUnit function, int parameter, int index) {
    List<Expression> arguments = call.expression.arguments();
    for (int i = 0; i < Math.min(arguments.size(), index + 1); i++) {
      if (arguments.get(i) instanceof Expression.Starred) {
        return Guess.UNKNOWN;
      }
    }
    if (index < arguments.size()) {
      return guess(arguments.get(index), call.unit);
    }
    String name = function.signature().names()[parameter];
    for (Keyword keyword : call.expression.keywords()) {
      if (name.equals(keyword.name())) {
        return guess(keyword.value(), call.unit);
      }
    }
    List<Expression> defaults =
        function.tree() instanceof Statement.FunctionDef f ? f.parameters().defaults() : List.of();
    int fromEnd = function.signature().positional() - parameter;
    return fromEnd <= defaults.size()
        ? guess(defaults.get(defaults.size() - fromEnd), function.module())
        : Guess.NOTHING;
  }
}
