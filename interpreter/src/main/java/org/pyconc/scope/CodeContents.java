package org.pyconc.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.scope.ScopeTable.Access;

/**
 * The names and literals in the code of one unit, for {@code co_names} and {@code co_consts}. They
 * are looked for when somebody asks.
 */
public final class CodeContents implements UseListener {
  private final CodeUnit unit;
  private final Set<String> names = new LinkedHashSet<>();
  private final List<Expression> literals = new ArrayList<>();
  private @Nullable Scope own;

  private CodeContents(CodeUnit unit) {
    this.unit = unit;
  }

  /** Looks through a unit. */
  public static CodeContents of(CodeUnit unit) {
    CodeContents contents = new CodeContents(unit);
    CodeUnit module = unit.module();
    NameCollector collector = new NameCollector(unit.source(), contents);
    Scope root = new Scope(module.kind(), null, "<module>", module.tree());
    try {
      ScopeAnalyzer.collect(collector, root, (Module) module.tree());
    } catch (SyntaxError e) {
      throw new IllegalStateException(e); // it was analysed before
    }
    if (contents.own != null && unit.kind() != CodeUnit.Kind.FUNCTION) {
      for (String bound : contents.own.bound) {
        if (unit.scope().access(bound) == Access.GLOBAL) {
          contents.names.add(bound);
        }
      }
    }
    return contents;
  }

  /** Global variables, attributes and modules that it names. */
  public Collection<String> names() {
    return names;
  }

  /** Literals, numbers with a sign, and tuples of such, in order. */
  public List<Expression> literals() {
    return literals;
  }

  private boolean isOwn(Scope scope) {
    if (scope.tree == unit.tree()) {
      own = scope;
      return true;
    }
    return false;
  }

  @Override
  public void name(Scope scope, Expression.Name name) {
    if (isOwn(scope)) {
      String mangled = scope.mangle(name.id());
      switch (unit.scope().access(mangled)) {
        case GLOBAL, CLASS_NAME, CLASS_FREE -> names.add(mangled);
        case LOCAL, CELL, FREE -> {}
      }
    }
  }

  @Override
  public void attribute(Scope scope, String name) {
    if (isOwn(scope) && !name.isEmpty()) {
      names.add(scope.mangle(name));
    }
  }

  @Override
  public void literal(Scope scope, Expression literal) {
    if (isOwn(scope)) {
      literals.add(literal);
    }
  }
}
