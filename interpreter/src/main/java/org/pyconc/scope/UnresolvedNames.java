package org.pyconc.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.scope.ScopeTable.Access;

/** Finds the names in a file that nothing in it binds and that are no builtins. */
public final class UnresolvedNames {
  private static final Set<String> OF_EVERY_MODULE =
      Set.of(
          "__name__",
          "__file__",
          "__doc__",
          "__package__",
          "__spec__",
          "__loader__",
          "__path__",
          "__builtins__",
          "__annotations__",
          "__class__",
          "__module__",
          "__qualname__");

  /** A name and where it stands. */
  public record Place(String name, Span span) {}

  private UnresolvedNames() {}

  /**
   * The places in the order of the text; none where {@code import *} may bring any name.
   *
   * @param isBuiltin whether a name is that of a builtin
   * @throws SyntaxError if the scopes of the file make no sense
   */
  public static List<Place> find(Module tree, SourceText source, Predicate<String> isBuiltin)
      throws SyntaxError {
    List<NameUse> uses = new ArrayList<>();
    UseListener listener =
        new UseListener() {
          @Override
          public void name(Scope scope, Expression.Name name) {
            uses.add(new NameUse(scope, scope.mangle(name.id()), name.id(), name.span()));
          }
        };
    NameCollector collector = new NameCollector(source, listener);
    Scope root = new Scope(CodeUnit.Kind.MODULE, null, "<module>", tree);
    collector.module(root, tree.body());
    ScopeAnalyzer.resolve(collector, root, Set.of());
    Set<String> bound = new HashSet<>();
    addGlobals(root, bound);
    List<Place> found = new ArrayList<>();
    for (NameUse use : uses) {
      if (isGlobal(use)
          && !bound.contains(use.name())
          && !OF_EVERY_MODULE.contains(use.name())
          && !isBuiltin.test(use.name())) {
        found.add(new Place(use.id(), use.span()));
      }
    }
    return hasStarImport(tree.body()) ? List.of() : found;
  }

  private static boolean isGlobal(NameUse use) {
    Scope scope = use.scope();
    return switch (ScopeAnalyzer.access(scope, use.name())) {
      case GLOBAL -> true;
      case CLASS_NAME -> !scope.bound.contains(use.name());
      case LOCAL, CELL, FREE, CLASS_FREE -> false;
    };
  }

  /** The global variables: those of the file itself, and those that functions declare so. */
  private static void addGlobals(Scope scope, Set<String> bound) {
    for (String name : scope.bound) {
      if (ScopeAnalyzer.access(scope, name) == Access.GLOBAL) {
        bound.add(name);
      }
    }
    for (Scope child : scope.children) {
      addGlobals(child, bound);
    }
  }

  /** Such an import stands at the top of a file or in a block there, never in a function. */
  private static boolean hasStarImport(List<Statement> statements) {
    for (Statement statement : statements) {
      boolean found =
          switch (statement) {
            case Statement.ImportFrom s -> s.names().get(0).name().equals("*");
            case Statement.If s -> hasStarImport(s.body()) || hasStarImport(s.orElse());
            case Statement.For s -> hasStarImport(s.body()) || hasStarImport(s.orElse());
            case Statement.While s -> hasStarImport(s.body()) || hasStarImport(s.orElse());
            case Statement.With s -> hasStarImport(s.body());
            case Statement.Try s ->
                hasStarImport(s.body())
                    || s.handlers().stream().anyMatch(h -> hasStarImport(h.body()))
                    || hasStarImport(s.orElse())
                    || hasStarImport(s.finalBody());
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }
}
