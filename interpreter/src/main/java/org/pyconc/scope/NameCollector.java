package org.pyconc.scope;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.DeferredBody;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.ImportAlias;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Node;
import org.pyconc.grammar.tree.Parameter;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.WithItem;

/** Goes through a syntax tree and notes which names each scope binds and uses. */
final class NameCollector {
  /** What decides where {@code break} and {@code continue} lead. */
  enum Around {
    NOTHING,
    LOOP,
    EXCEPT_STAR
  }

  private static final String LEAVES_EXCEPT_STAR =
      "'break', 'continue' and 'return' cannot appear in an except* block";

  private final SourceText source;
  private final Set<Statement> futures = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean keepsAnnotations;
  private boolean asksForLocals;
  private boolean asksForTraces;
  private final boolean notesCalls;
  private final SyntaxChecks checks = new SyntaxChecks();

  /** In how many iterables of comprehensions the expression is that is being looked at. */
  private int comprehensionIterables;

  private final @Nullable UseListener listener;

  /** Whether bodies that have not been read stay so. */
  private final boolean defersBodies;

  /** Looks at everything. */
  NameCollector(SourceText source, @Nullable UseListener listener) {
    this(source, listener, false);
  }

  private NameCollector(SourceText source, @Nullable UseListener listener, boolean defersBodies) {
    this.source = source;
    this.listener = listener;
    this.defersBodies = defersBodies;
    this.notesCalls = ForkCalls.mayBeIn(source);
  }

  /** Leaves bodies that have not been read for later. */
  static NameCollector deferringBodies(SourceText source) {
    return new NameCollector(source, null, true);
  }

  /** The statement stands where {@code from __future__} may stand. */
  void allowFuture(Statement statement) {
    futures.add(statement);
  }

  /** Whether annotations are kept as text, so that they are not looked at. */
  boolean keepsAnnotations() {
    return keepsAnnotations;
  }

  /** To be called before anything is looked at. */
  void keepAnnotations(boolean areKept) {
    keepsAnnotations = areKept;
  }

  /** What is allowed and hardly meant. */
  List<SyntaxNote> notes() {
    return checks.notes();
  }

  /** Whether it names what watches the code that runs. */
  boolean asksForTraces() {
    return asksForTraces;
  }

  /** Whether the variables of running functions are asked for. */
  boolean asksForLocals() {
    return asksForLocals;
  }

  /** A whole file or other piece of source. */
  void module(Scope scope, List<Statement> statements) throws SyntaxError {
    keepAnnotations(FutureImports.check(this, statements));
    block(scope, statements, Around.NOTHING);
  }

  SyntaxError error(String message, Span span) {
    return new SyntaxError(
        SyntaxError.Kind.SYNTAX, message, span, source, SyntaxError.Stage.SCOPES);
  }

  void block(Scope scope, List<Statement> statements, Around around) throws SyntaxError {
    for (Statement statement : statements) {
      statement(scope, statement, around);
    }
  }

  private void statement(Scope scope, Statement statement, Around around) throws SyntaxError {
    switch (statement) {
      case Statement.FunctionDef s -> functionDef(scope, s);
      case Statement.ClassDef s -> classDef(scope, s);
      case Statement.Return s -> {
        if (scope.kind != CodeUnit.Kind.FUNCTION) {
          throw error("'return' outside function", s.span());
        }
        if (scope.exceptStarDepth > 0) {
          Expression value = s.value();
          throw error(
              LEAVES_EXCEPT_STAR,
              value != null && TargetChecks.isLiteral(value) ? value.span() : s.span());
        }
        if (s.value() != null) {
          scope.returnWithValue = s.span();
        }
        optional(scope, s.value());
      }
      case Statement.Delete s -> {
        TargetChecks.deleted(this, s.targets());
        targets(scope, s.targets());
      }
      case Statement.Assign s -> {
        TargetChecks.assigned(this, s);
        expression(scope, s.value());
        targets(scope, s.targets());
      }
      case Statement.AugAssign s -> {
        expression(scope, s.value());
        if (s.target() instanceof Expression.Name) {
          expression(scope, s.target());
        }
        target(scope, s.target());
      }
      case Statement.AnnAssign s -> {
        scope.hasAnnotations |= !scope.isFunction();
        if (s.simple() && s.target() instanceof Expression.Name name) {
          String mangled = scope.mangle(name.id());
          scope.annotated.add(mangled);
          if (scope.parent != null
              && (scope.globals.containsKey(mangled) || scope.nonlocals.containsKey(mangled))) {
            throw error(
                "annotated name '"
                    + name.id()
                    + "' can't be "
                    + (scope.globals.containsKey(mangled) ? "global" : "nonlocal"),
                s.span());
          }
          TargetChecks.name(this, name.id(), s.span());
          scope.bind(name.id());
          if (!scope.isFunction()) {
            scope.bind("__annotations__");
          }
        } else if (s.value() != null || !(s.target() instanceof Expression.Name)) {
          target(scope, s.target());
        }
        if ((!scope.isFunction() || !s.simple()) && !keepsAnnotations) {
          expression(scope, s.annotation());
        }
        optional(scope, s.value());
      }
      case Statement.For s -> {
        requireAsync(scope, s.isAsync(), "'async for' outside async function", s.span());
        expression(scope, s.iterable());
        target(scope, s.target());
        block(scope, s.body(), Around.LOOP);
        block(scope, s.orElse(), around);
      }
      case Statement.While s -> {
        expression(scope, s.test());
        block(scope, s.body(), Around.LOOP);
        block(scope, s.orElse(), around);
      }
      case Statement.If s -> {
        expression(scope, s.test());
        block(scope, s.body(), around);
        block(scope, s.orElse(), around);
      }
      case Statement.With s -> {
        scope.handlesExceptions = true;
        requireAsync(scope, s.isAsync(), "'async with' outside async function", s.span());
        scope.suspendsProtected |= s.isAsync();
        for (WithItem item : s.items()) {
          expression(scope, item.context());
          Expression target = item.target();
          if (target != null) {
            target(scope, target);
          }
        }
        scope.protectedDepth++;
        block(scope, s.body(), around);
        scope.protectedDepth--;
      }
      case Statement.Match s -> {
        PatternChecks.check(this, s);
        expression(scope, s.subject());
        for (MatchCase each : s.cases()) {
          PatternChecks.names(this, scope, each.pattern());
          optional(scope, each.guard());
          block(scope, each.body(), around);
        }
      }
      case Statement.Raise s -> {
        optional(scope, s.exception());
        optional(scope, s.cause());
      }
      case Statement.Try s -> tryStatement(scope, s, around);
      case Statement.Assert s -> {
        checks.assertion(s);
        expression(scope, s.test());
        optional(scope, s.message());
      }
      case Statement.Import s -> {
        for (ImportAlias alias : s.names()) {
          scope.imports.add(alias.name());
          asksForTraces |= isTracer(alias.name());
          if (listener != null) {
            listener.attribute(scope, alias.name());
          }
          String as = alias.asName();
          TargetChecks.name(this, as != null ? as : alias.name(), s.span());
          int dot = alias.name().indexOf('.');
          scope.bind(as != null ? as : dot < 0 ? alias.name() : alias.name().substring(0, dot));
        }
      }
      case Statement.ImportFrom s -> {
        String module = s.module();
        scope.imports.add(s.level() > 0 ? "." : module == null ? "" : module);
        asksForTraces |= isTracer(module) || importsTracer(s);
        if (FutureImports.isOne(s) && !futures.contains(s)) {
          throw error("from __future__ imports must occur at the beginning of the file", s.span());
        }
        if (listener != null) {
          listener.attribute(scope, module == null ? "" : module);
        }
        for (ImportAlias alias : s.names()) {
          if (listener != null) {
            listener.attribute(scope, alias.name());
          }
          if (alias.name().equals("*")) {
            if (scope.parent != null) {
              throw error("import * only allowed at module level", alias.span());
            }
          } else {
            String as = alias.asName();
            TargetChecks.name(this, as != null ? as : alias.name(), s.span());
            scope.bind(as != null ? as : alias.name());
          }
        }
      }
      case Statement.Global s -> {
        for (String name : s.names()) {
          declare(scope, scope.mangle(name), name, true, s.span());
        }
      }
      case Statement.Nonlocal s -> {
        if (scope.kind == CodeUnit.Kind.MODULE) {
          throw error("nonlocal declaration not allowed at module level", s.span());
        }
        for (String name : s.names()) {
          declare(scope, scope.mangle(name), name, false, s.span());
        }
      }
      case Statement.ExpressionStatement s -> {
        TargetChecks.standing(this, s);
        expression(scope, s.value());
      }
      case Statement.Pass s -> {}
      case Statement.Break s -> {
        if (around != Around.LOOP) {
          throw error(
              around == Around.EXCEPT_STAR ? LEAVES_EXCEPT_STAR : "'break' outside loop", s.span());
        }
      }
      case Statement.Continue s -> {
        if (around != Around.LOOP) {
          throw error(
              around == Around.EXCEPT_STAR ? LEAVES_EXCEPT_STAR : "'continue' not properly in loop",
              s.span());
        }
      }
    }
  }

  private void tryStatement(Scope scope, Statement.Try s, Around around) throws SyntaxError {
    scope.handlesExceptions = true;
    scope.protectedDepth++;
    block(scope, s.body(), around);
    for (int i = 0; i < s.handlers().size(); i++) {
      ExceptHandler handler = s.handlers().get(i);
      if (handler.type() == null && i < s.handlers().size() - 1) {
        throw error("default 'except:' must be last", handler.span());
      }
      optional(scope, handler.type());
      String name = handler.name();
      if (name != null) {
        TargetChecks.name(this, name, handler.span());
        scope.bind(name);
      }
      if (s.isStar()) {
        scope.exceptStarDepth++;
        block(scope, handler.body(), Around.EXCEPT_STAR);
        scope.exceptStarDepth--;
      } else {
        block(scope, handler.body(), around);
      }
    }
    block(scope, s.orElse(), around);
    scope.protectedDepth--;
    block(scope, s.finalBody(), around);
  }

  private void declare(Scope scope, String mangled, String name, boolean global, Span span)
      throws SyntaxError {
    String what = global ? "global" : "nonlocal";
    if (scope.parameters.contains(mangled)) {
      throw error("name '" + name + "' is parameter and " + what, span);
    }
    Span other = (global ? scope.nonlocals : scope.globals).get(mangled);
    if (other != null) {
      throw error("name '" + name + "' is nonlocal and global", other);
    }
    if (scope.annotated.contains(mangled)) {
      throw error("annotated name '" + name + "' can't be " + what, span);
    }
    if (scope.bound.contains(mangled)) {
      throw error("name '" + name + "' is assigned to before " + what + " declaration", span);
    }
    if (scope.used.contains(mangled)) {
      throw error("name '" + name + "' is used prior to " + what + " declaration", span);
    }
    (global ? scope.globals : scope.nonlocals).put(mangled, span);
  }

  private void functionDef(Scope scope, Statement.FunctionDef s) throws SyntaxError {
    for (Expression decorator : s.decorators()) {
      expression(scope, decorator);
    }
    defaults(scope, s.parameters());
    if (!keepsAnnotations) {
      annotations(scope, s.parameters());
      optional(scope, s.returns());
    }
    TargetChecks.name(this, s.name(), s.span());
    scope.bind(s.name());
    function(scope, s);
  }

  /** A function without what belongs to the scope around it. */
  Scope function(Scope around, Statement.FunctionDef s) throws SyntaxError {
    Scope inner = new Scope(CodeUnit.Kind.FUNCTION, around, s.name(), s);
    inner.isAsync = s.isAsync();
    parameters(inner, s.parameters(), s.span());
    if (defersBodies && s.body() instanceof DeferredBody body) {
      inner.defer(body.summary());
      return inner;
    }
    block(inner, s.body(), Around.NOTHING);
    Span returned = inner.returnWithValue;
    if (inner.isAsync && inner.isGenerator && returned != null) {
      throw error("'return' with value in async generator", returned);
    }
    return inner;
  }

  private void classDef(Scope scope, Statement.ClassDef s) throws SyntaxError {
    for (Expression decorator : s.decorators()) {
      expression(scope, decorator);
    }
    for (Expression base : s.bases()) {
      expression(scope, base);
    }
    for (Keyword keyword : s.keywords()) {
      expression(scope, keyword.value());
    }
    TargetChecks.name(this, s.name(), s.span());
    scope.bind(s.name());
    Scope inner = new Scope(CodeUnit.Kind.CLASS, scope, s.name(), s);
    block(inner, s.body(), Around.NOTHING);
  }

  private void defaults(Scope scope, Parameters p) throws SyntaxError {
    for (Expression value : p.defaults()) {
      expression(scope, value);
    }
    for (Expression value : p.keywordDefaults()) {
      optional(scope, value);
    }
  }

  private void annotations(Scope scope, Parameters p) throws SyntaxError {
    for (Parameter parameter : all(p)) {
      optional(scope, parameter.annotation());
    }
  }

  private void parameters(Scope scope, Parameters p, Span span) throws SyntaxError {
    for (Parameter parameter : all(p)) {
      TargetChecks.name(this, parameter.name(), span);
      String name = scope.mangle(parameter.name());
      scope.parameters.add(name);
      scope.bound.add(name);
    }
  }

  /** All parameters in the order of their slots. */
  static List<Parameter> all(Parameters p) {
    List<Parameter> all = new java.util.ArrayList<>(p.positionalOnly());
    all.addAll(p.positional());
    all.addAll(p.keywordOnly());
    Parameter varArgs = p.varArgs();
    if (varArgs != null) {
      all.add(varArgs);
    }
    Parameter kwArgs = p.kwArgs();
    if (kwArgs != null) {
      all.add(kwArgs);
    }
    return all;
  }

  private void requireAsync(Scope scope, boolean needed, String message, Span span)
      throws SyntaxError {
    if (needed && !(scope.kind == CodeUnit.Kind.FUNCTION && scope.isAsync)) {
      throw error(message, span);
    }
  }

  private void targets(Scope scope, List<Expression> targets) throws SyntaxError {
    for (Expression each : targets) {
      target(scope, each);
    }
  }

  private void target(Scope scope, Expression target) throws SyntaxError {
    TargetChecks.target(this, target);
    switch (target) {
      case Expression.Name e -> {
        if (scope.kind == CodeUnit.Kind.COMPREHENSION) {
          TargetChecks.rebound(this, scope, e);
        }
        scope.bind(e.id());
      }
      case Expression.Starred e -> target(scope, e.value());
      case Expression.ListDisplay e -> targets(scope, e.elements());
      case Expression.TupleDisplay e -> targets(scope, e.elements());
      case Expression.Subscript e -> {
        expression(scope, e.value());
        expression(scope, e.index());
      }
      default -> expression(scope, target);
    }
  }

  private void optional(Scope scope, @Nullable Expression expression) throws SyntaxError {
    if (expression != null) {
      expression(scope, expression);
    }
  }

  void expressions(Scope scope, List<Expression> expressions) throws SyntaxError {
    for (Expression each : expressions) {
      expression(scope, each);
    }
  }

  private void literal(Scope scope, Expression literal) {
    if (listener != null) {
      listener.literal(scope, literal);
    }
  }

  void expression(Scope scope, Expression expression) throws SyntaxError {
    switch (expression) {
      case Expression.NoneLiteral e -> literal(scope, e);
      case Expression.BooleanLiteral e -> literal(scope, e);
      case Expression.EllipsisLiteral e -> literal(scope, e);
      case Expression.IntegerLiteral e -> literal(scope, e);
      case Expression.FloatLiteral e -> literal(scope, e);
      case Expression.ImaginaryLiteral e -> literal(scope, e);
      case Expression.StringLiteral e -> literal(scope, e);
      case Expression.BytesLiteral e -> literal(scope, e);
      case Expression.JoinedString e -> expressions(scope, e.values());
      case Expression.FormattedValue e -> {
        expression(scope, e.value());
        optional(scope, e.formatSpec());
      }
      case Expression.Name e -> {
        scope.use(e.id());
        asksForTraces |= e.id().equals("breakpoint");
        if (listener != null) {
          listener.name(scope, e);
        }
        if (e.id().equals("super") && scope.isFunction()) {
          scope.used.add("__class__");
        }
      }
      case Expression.BooleanOperation e -> expressions(scope, e.values());
      case Expression.NamedExpression e -> named(scope, e);
      case Expression.BinaryOperation e -> {
        expression(scope, e.left());
        expression(scope, e.right());
      }
      case Expression.UnaryOperation e -> expression(scope, e.operand());
      case Expression.Lambda e -> {
        defaults(scope, e.parameters());
        Scope inner = new Scope(CodeUnit.Kind.LAMBDA, scope, "<lambda>", e);
        parameters(inner, e.parameters(), e.span());
        expression(inner, e.body());
      }
      case Expression.Conditional e -> {
        expression(scope, e.test());
        expression(scope, e.body());
        expression(scope, e.orElse());
      }
      case Expression.DictDisplay e -> {
        for (Expression key : e.keys()) {
          optional(scope, key);
        }
        expressions(scope, e.values());
      }
      case Expression.SetDisplay e -> expressions(scope, e.elements());
      case Expression.ListDisplay e -> expressions(scope, e.elements());
      case Expression.TupleDisplay e -> {
        if (listener != null && Constants.isConstant(e)) {
          literal(scope, e);
        } else {
          expressions(scope, e.elements());
        }
      }
      case Expression.ListComprehension e ->
          comprehension(scope, e, "<listcomp>", e.clauses(), e.element(), null);
      case Expression.SetComprehension e ->
          comprehension(scope, e, "<setcomp>", e.clauses(), e.element(), null);
      case Expression.DictComprehension e ->
          comprehension(scope, e, "<dictcomp>", e.clauses(), e.key(), e.value());
      case Expression.GeneratorExpression e ->
          comprehension(scope, e, "<genexpr>", e.clauses(), e.element(), null);
      case Expression.Await e -> {
        if (!scope.isFunction()) {
          throw error("'await' outside function", e.span());
        }
        if (scope.kind == CodeUnit.Kind.COMPREHENSION) {
          scope.isAsync = true;
        } else if (!scope.isAsync) {
          throw error("'await' outside async function", e.span());
        }
        scope.suspendsProtected |= scope.protectedDepth > 0;
        expression(scope, e.value());
      }
      case Expression.Yield e -> {
        yields(scope, e.span());
        optional(scope, e.value());
      }
      case Expression.YieldFrom e -> {
        yields(scope, e.span());
        if (scope.isAsync) {
          throw error("'yield from' inside async function", e.span());
        }
        expression(scope, e.value());
      }
      case Expression.Comparison e -> {
        checks.comparison(e);
        expression(scope, e.left());
        expressions(scope, e.comparators());
      }
      case Expression.Call e -> {
        checks.call(e);
        TargetChecks.keywords(this, e.keywords(), e.span());
        if (notesCalls) {
          ForkCalls.note(scope, e);
        }
        expression(scope, e.function());
        expressions(scope, e.arguments());
        for (Keyword keyword : e.keywords()) {
          asksForLocals |= "capture_locals".equals(keyword.name());
          expression(scope, keyword.value());
        }
      }
      case Expression.Attribute e -> {
        asksForLocals |= e.name().equals("f_locals") || e.name().equals("getargvalues");
        asksForTraces |=
            isTraceFunction(e.name())
                && e.value() instanceof Expression.Name owner
                && (owner.id().equals("sys") || owner.id().equals("threading"));
        expression(scope, e.value());
        if (listener != null) {
          listener.attribute(scope, e.name());
        }
      }
      case Expression.Subscript e -> {
        checks.subscript(e);
        expression(scope, e.value());
        expression(scope, e.index());
      }
      case Expression.Starred e -> expression(scope, e.value());
      case Expression.Slice e -> {
        optional(scope, e.lower());
        optional(scope, e.upper());
        optional(scope, e.step());
      }
    }
  }

  private void yields(Scope scope, Span span) throws SyntaxError {
    switch (scope.kind) {
      case FUNCTION, LAMBDA -> {
        scope.isGenerator = true;
        scope.suspendsProtected |= scope.protectedDepth > 0;
      }
      case COMPREHENSION -> throw error("'yield' inside " + comprehensionName(scope), span);
      default -> throw error("'yield' outside function", span);
    }
  }

  private static String comprehensionName(Scope scope) {
    return switch (scope.name) {
      case "<listcomp>" -> "list comprehension";
      case "<setcomp>" -> "set comprehension";
      case "<dictcomp>" -> "dict comprehension";
      default -> "generator expression";
    };
  }

  private void named(Scope scope, Expression.NamedExpression e) throws SyntaxError {
    if (comprehensionIterables > 0) {
      throw error(
          "assignment expression cannot be used in a comprehension iterable expression", e.span());
    }
    TargetChecks.name(this, e.target().id(), e.target().span());
    expression(scope, e.value());
    Scope owner = scope;
    while (owner.kind == CodeUnit.Kind.COMPREHENSION) {
      if (owner.parameters.contains(owner.mangle(e.target().id()))
          || owner.bound.contains(owner.mangle(e.target().id()))) {
        throw error(
            "assignment expression cannot rebind comprehension iteration variable '"
                + e.target().id()
                + "'",
            e.target().span());
      }
      Scope parent = owner.parent;
      if (parent == null) {
        break;
      }
      owner = parent;
    }
    if (owner != scope && owner.kind == CodeUnit.Kind.CLASS) {
      throw error(
          "assignment expression within a comprehension cannot be used in a class body", e.span());
    }
    owner.bind(e.target().id());
    String mangled = owner.mangle(e.target().id());
    for (Scope s = scope; s != owner && s != null; s = s.parent) {
      if (owner.isFunction() && !owner.globals.containsKey(mangled)) {
        s.nonlocals.put(mangled, e.span());
      } else {
        s.globals.put(mangled, e.span());
      }
    }
  }

  private void iterable(Scope scope, Expression iterable) throws SyntaxError {
    comprehensionIterables++;
    expression(scope, iterable);
    comprehensionIterables--;
  }

  private void comprehension(
      Scope scope,
      Node tree,
      String name,
      List<ComprehensionClause> clauses,
      Expression element,
      @Nullable Expression value)
      throws SyntaxError {
    iterable(scope, clauses.get(0).iterable());
    Scope inner = new Scope(CodeUnit.Kind.COMPREHENSION, scope, name, tree);
    inner.parameters.add(".0");
    inner.bound.add(".0");
    inner.isGenerator = name.equals("<genexpr>");
    for (int i = 0; i < clauses.size(); i++) {
      ComprehensionClause clause = clauses.get(i);
      if (clause.isAsync()) {
        inner.isAsync = true;
      }
      target(inner, clause.target());
      if (i > 0) {
        iterable(inner, clause.iterable());
      }
      for (Expression condition : clause.conditions()) {
        expression(inner, condition);
      }
    }
    expression(inner, element);
    optional(inner, value);
    if (inner.isAsync && !inner.isGenerator) {
      if (scope.kind == CodeUnit.Kind.COMPREHENSION) {
        scope.isAsync = true;
      } else if (!scope.isAsync) {
        throw error("asynchronous comprehension outside of an asynchronous function", tree.span());
      }
    }
  }

  private static boolean isTracer(@Nullable String module) {
    return module != null
        && switch (module) {
          case "pdb", "bdb", "trace", "cProfile", "profile" -> true;
          default -> false;
        };
  }

  private static boolean isTraceFunction(String name) {
    return name.equals("settrace") || name.equals("setprofile");
  }

  private static boolean importsTracer(Statement.ImportFrom statement) {
    if (!"sys".equals(statement.module()) && !"threading".equals(statement.module())) {
      return false;
    }
    for (ImportAlias alias : statement.names()) {
      if (isTraceFunction(alias.name())) {
        return true;
      }
    }
    return false;
  }
}
