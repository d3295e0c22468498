package org.pyconc.scope;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.BodySummary;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Node;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.Signature;
import org.pyconc.scope.ScopeTable.Access;

/**
 * Works out what every name means and makes the code units.
 *
 * @see <a href="https://docs.python.org/3.11/reference/executionmodel.html#naming-and-binding">
 *     Naming and binding</a>
 */
public final class ScopeAnalyzer {
  private static final @Nullable Object[] NO_DEFAULTS = {};

  private final SourceText source;
  private final Executor executor;
  private final NameCollector collector;

  private ScopeAnalyzer(SourceText source, Executor executor, NameCollector collector) {
    this.source = source;
    this.executor = executor;
    this.collector = collector;
  }

  /**
   * The code unit of a whole file. Functions whose bodies have not been read are analysed when
   * somebody asks for their names.
   */
  public static CodeUnit module(Module tree, SourceText source, Executor executor)
      throws SyntaxError {
    ScopeAnalyzer analyzer =
        new ScopeAnalyzer(source, executor, NameCollector.deferringBodies(source));
    Scope root = new Scope(CodeUnit.Kind.MODULE, null, "<module>", tree);
    collect(analyzer.collector, root, tree);
    return analyzer.finish(root);
  }

  /**
   * The code unit of statements that run with separate local variables, as {@code exec} with two
   * namespaces does: they see names like a class body.
   */
  public static CodeUnit statements(Module tree, SourceText source, Executor executor)
      throws SyntaxError {
    ScopeAnalyzer analyzer = new ScopeAnalyzer(source, executor, new NameCollector(source, null));
    Scope root = new Scope(CodeUnit.Kind.CLASS, null, "<module>", tree);
    collect(analyzer.collector, root, tree);
    shareGlobals(root, root);
    return analyzer.finish(root);
  }

  /** What an inner function declares global is so in the statements, too, as in CPython. */
  private static void shareGlobals(Scope root, Scope scope) {
    for (Scope child : scope.children) {
      root.globals.putAll(child.globals);
      shareGlobals(root, child);
    }
  }

  /** The code unit of an expression that stands alone: its value is what running it gives. */
  public static CodeUnit expression(Expression tree, SourceText source, Executor executor)
      throws SyntaxError {
    Statement.Return value = new Statement.Return(tree, tree.span());
    return module(new Module(List.of(value), tree.span()), source, executor);
  }

  /** The body of a file, or the one {@code return} that {@link #expression} made. */
  static void collect(NameCollector collector, Scope root, Module tree) throws SyntaxError {
    if (tree.body().size() == 1
        && tree.body().get(0) instanceof Statement.Return r
        && r.value() != null
        && r.span() == r.value().span()) {
      collector.expression(root, r.value());
    } else {
      collector.module(root, tree.body());
    }
  }

  private CodeUnit finish(Scope root) throws SyntaxError {
    resolve(root, Set.of());
    if (collector.asksForLocals() && !source.isLibrary()) {
      executor.keepLocals();
    }
    if (collector.asksForTraces() && !source.isLibrary()) {
      executor.keepTraces();
    }
    if (ForkCalls.mayBeIn(source)) {
      ForkCalls.mark(root);
    }
    CodeUnit outermost = unit(root, "");
    outermost.setNotes(collector.notes());
    return outermost;
  }

  // ---- what the names mean -------------------------------------------------------------------

  private void resolve(Scope scope, Set<String> enclosing) throws SyntaxError {
    resolve(collector, scope, enclosing);
  }

  static void resolve(NameCollector collector, Scope scope, Set<String> enclosing)
      throws SyntaxError {
    for (Map.Entry<String, Span> each : scope.nonlocals.entrySet()) {
      if (!enclosing.contains(each.getKey())) {
        throw collector.error(
            "no binding for nonlocal '" + each.getKey() + "' found", each.getValue());
      }
    }
    Set<String> visible = new LinkedHashSet<>(enclosing);
    if (scope.isFunction()) {
      visible.addAll(scope.bound);
      visible.removeAll(scope.globals.keySet());
    } else if (isClassBody(scope)) {
      visible.add(ScopeTable.CLASS_CELL);
    }
    for (String name : scope.used) {
      if (isFree(scope, name, enclosing)) {
        scope.free.add(name);
      }
    }
    scope.free.addAll(scope.nonlocals.keySet());
    for (Scope child : scope.children) {
      resolve(collector, child, visible);
      for (String name : child.free) {
        if (scope.isFunction() && isOwn(scope, name)) {
          scope.cells.add(name);
        } else if (isClassBody(scope) && name.equals(ScopeTable.CLASS_CELL)) {
          scope.needsClassCell = true;
        } else {
          scope.free.add(name);
        }
      }
    }
  }

  /**
   * Whether it is a class statement's, not a text run with locals of its own, which is no class.
   */
  private static boolean isClassBody(Scope scope) {
    return scope.kind == CodeUnit.Kind.CLASS && scope.parent != null;
  }

  private static boolean isOwn(Scope scope, String name) {
    return scope.bound.contains(name)
        && !scope.globals.containsKey(name)
        && !scope.nonlocals.containsKey(name);
  }

  private static boolean isFree(Scope scope, String name, Set<String> enclosing) {
    return !scope.bound.contains(name)
        && !scope.globals.containsKey(name)
        && enclosing.contains(name);
  }

  static Access access(Scope scope, String name) {
    if (scope.globals.containsKey(name) || scope.kind == CodeUnit.Kind.MODULE) {
      return Access.GLOBAL;
    }
    if (scope.nonlocals.containsKey(name)) {
      return Access.FREE;
    }
    if (scope.kind == CodeUnit.Kind.CLASS) {
      return scope.free.contains(name) && !scope.bound.contains(name)
          ? Access.CLASS_FREE
          : Access.CLASS_NAME;
    }
    if (scope.bound.contains(name)) {
      return scope.cells.contains(name) ? Access.CELL : Access.LOCAL;
    }
    return scope.free.contains(name) ? Access.FREE : Access.GLOBAL;
  }

  // ---- making the code units -----------------------------------------------------------------

  private CodeUnit unit(Scope scope, String prefix) {
    String qualifiedName = prefix + scope.name;
    BodySummary summary = scope.summary;
    CodeUnit made =
        summary == null
            ? analyzed(scope, qualifiedName, table(scope, qualifiedName))
            : unit(
                scope,
                qualifiedName,
                List.copyOf(scope.free),
                summary.units(),
                summary.doc(),
                later(scope, qualifiedName));
    made.setForkCalls(scope.forkCalls);
    return made;
  }

  private CodeUnit analyzed(Scope scope, String qualifiedName, ScopeTable table) {
    int size = 1;
    for (CodeUnit child : table.children()) {
      size += child.size();
    }
    return unit(scope, qualifiedName, table.free(), size, doc(scope.tree), () -> table);
  }

  private CodeUnit unit(
      Scope scope,
      String qualifiedName,
      List<String> free,
      int size,
      @Nullable String doc,
      CodeUnit.Analysis analysis) {
    return new CodeUnit(
        scope.kind,
        scope.name,
        qualifiedName,
        source,
        scope.tree,
        signature(scope),
        new CodeUnit.Facts(
            scope.isGenerator,
            scope.isAsync,
            scope.suspendsProtected,
            scope.handlesExceptions,
            free,
            size,
            doc),
        executor,
        analysis);
  }

  private ScopeTable table(Scope scope, String qualifiedName) {
    ScopeTable table =
        new ScopeTable(
            scope.imports,
            scope.needsClassCell,
            scope.className,
            collector.keepsAnnotations(),
            scope.hasAnnotations);
    for (String name : scope.parameters) {
      table.define(name, access(scope, name));
    }
    for (String name : scope.bound) {
      if (!scope.parameters.contains(name)) {
        table.define(name, access(scope, name));
      }
    }
    Set<String> others = new LinkedHashSet<>(new TreeSet<>(scope.free)); // sorted, as in CPython
    others.addAll(scope.used);
    others.addAll(scope.globals.keySet());
    others.removeAll(scope.bound);
    for (String name : others) {
      table.define(name, access(scope, name));
    }
    for (String name : scope.free) {
      table.passOn(name);
    }
    String inner =
        switch (scope.kind) {
          case MODULE -> "";
          case CLASS -> scope.parent == null ? "" : qualifiedName + ".";
          default -> qualifiedName + ".<locals>.";
        };
    for (Scope child : scope.children) {
      boolean isGlobal = scope.globals.containsKey(child.name);
      table.add(child.tree, unit(child, isGlobal ? "" : inner));
    }
    return table;
  }

  // ---- functions of the library, when they are needed ------------------------------------------

  private CodeUnit.Analysis later(Scope scope, String qualifiedName) {
    Statement.FunctionDef tree = (Statement.FunctionDef) scope.tree;
    String className = scope.className;
    boolean keepsAnnotations = collector.keepsAnnotations();
    return () -> {
      NameCollector inside = new NameCollector(source, null);
      inside.keepAnnotations(keepsAnnotations);
      return new ScopeAnalyzer(source, executor, inside).function(tree, className, qualifiedName);
    };
  }

  /**
   * What the names mean in a function that is in no other one.
   *
   * @param className the class that it is in, if there is one
   */
  private ScopeTable function(
      Statement.FunctionDef tree, @Nullable String className, String qualifiedName) {
    Scope around = new Scope(CodeUnit.Kind.MODULE, null, "<module>", tree);
    if (className != null) {
      around = new Scope(CodeUnit.Kind.CLASS, around, className, tree);
    }
    try {
      Scope scope = collector.function(around, tree);
      resolve(scope, className == null ? Set.of() : Set.of(ScopeTable.CLASS_CELL));
      return table(scope, qualifiedName);
    } catch (SyntaxError e) {
      throw new IllegalStateException(e); // the library was analysed when it was built
    }
  }

  private static Signature signature(Scope scope) {
    String[] names = scope.parameters.toArray(new String[0]);
    Parameters p =
        switch (scope.tree) {
          case Statement.FunctionDef f -> f.parameters();
          case Expression.Lambda l -> l.parameters();
          default -> null;
        };
    if (p == null) {
      return new Signature(
          scope.name,
          names,
          names.length,
          names.length,
          0,
          false,
          false,
          PyObject.NO_ARGUMENTS,
          NO_DEFAULTS);
    }
    int positionalOnly = p.positionalOnly().size();
    return new Signature(
        scope.name,
        names,
        positionalOnly,
        positionalOnly + p.positional().size(),
        p.keywordOnly().size(),
        p.varArgs() != null,
        p.kwArgs() != null,
        PyObject.NO_ARGUMENTS,
        NO_DEFAULTS);
  }

  private static @Nullable String doc(Node tree) {
    List<Statement> body =
        switch (tree) {
          case Module m -> m.body();
          case Statement.FunctionDef f -> f.body();
          case Statement.ClassDef c -> c.body();
          default -> List.of();
        };
    if (!body.isEmpty()
        && body.get(0) instanceof Statement.ExpressionStatement s
        && s.value() instanceof Expression.StringLiteral text) {
      return text.value();
    }
    return null;
  }
}
