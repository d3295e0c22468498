package org.pyconc.scope;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.tree.Expression;

/**
 * Finds the code that may copy the running process: what calls something named {@code fork}, or a
 * function of the same file that does. Such code has to run in frames that can be copied.
 */
final class ForkCalls {
  private static final String FORK = "fork";

  private ForkCalls() {}

  /** Whether it is worth looking. */
  static boolean mayBeIn(SourceText source) {
    return !source.isLibrary() && source.text().contains(FORK + "(");
  }

  /** Notes a call in a scope. */
  static void note(Scope scope, Expression.Call call) {
    String name =
        switch (call.function()) {
          case Expression.Name n -> n.id();
          case Expression.Attribute a -> a.name();
          default -> null;
        };
    if (name != null) {
      Set<String> calls = scope.calls;
      if (calls == null) {
        calls = new HashSet<>();
        scope.calls = calls;
      }
      calls.add(name);
    }
  }

  /** Works out which scopes below {@code root} may fork. */
  static void mark(Scope root) {
    Set<String> names = new HashSet<>();
    names.add(FORK);
    int before;
    do {
      before = names.size();
      addCallers(root, names);
    } while (names.size() > before);
    setCalls(root, names);
  }

  private static void addCallers(Scope scope, Set<String> names) {
    if (scope.kind == CodeUnit.Kind.FUNCTION && callsOne(scope, names)) {
      names.add(scope.name);
    }
    for (Scope child : scope.children) {
      addCallers(child, names);
    }
  }

  private static void setCalls(Scope scope, Set<String> names) {
    if (callsOne(scope, names)) {
      scope.forkCalls = names;
    }
    for (Scope child : scope.children) {
      setCalls(child, names);
    }
  }

  /** Generators and comprehensions are run by others, which cannot be copied. */
  private static boolean callsOne(Scope scope, Set<String> names) {
    boolean canFork =
        scope.kind == CodeUnit.Kind.MODULE
            || (scope.kind == CodeUnit.Kind.FUNCTION && !scope.isGenerator && !scope.isAsync);
    return canFork && contains(scope.calls, names);
  }

  private static boolean contains(@Nullable Set<String> calls, Set<String> names) {
    if (calls != null) {
      for (String call : calls) {
        if (names.contains(call)) {
          return true;
        }
      }
    }
    return false;
  }
}
