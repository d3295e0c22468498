package org.pyconc.ast;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.ImportAlias;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Node;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.WithItem;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.BinaryOp;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.Executor;
import org.pyconc.scope.ScopeTable;

/** Builds the nodes of a code unit from its syntax tree: statements here, expressions apart. */
public final class NodeBuilder {
  private final CodeUnit code;
  private final ScopeTable scope;
  private final FrameDescriptor.Builder descriptor = FrameDescriptor.newBuilder();
  private final Map<String, Integer> slots = new HashMap<>();
  private final boolean[] isCell;
  private final int classCellSlot;
  private final ExpressionBuilder expressions;
  private final @Nullable StatementListener listener;
  private final @Nullable Tracing tracing;
  private final boolean traces;
  private int loops;

  private NodeBuilder(
      CodeUnit code, @Nullable StatementListener listener, @Nullable Tracing tracing) {
    this.code = code;
    this.tracing = code.source().isLibrary() ? null : tracing;
    this.listener = code.source().isLibrary() ? null : listener;
    this.traces = code.keepsTraces();
    this.scope = code.scope();
    List<String> locals = scope.locals();
    isCell = new boolean[locals.size()];
    for (int i = 0; i < isCell.length; i++) {
      isCell[i] = scope.access(locals.get(i)) == ScopeTable.Access.CELL;
      slots.put(locals.get(i), newSlot());
    }
    classCellSlot = scope.needsClassCell() ? newSlot() : -1;
    if (classCellSlot >= 0) {
      slots.put("__class__", classCellSlot);
    }
    expressions = new ExpressionBuilder(this);
  }

  /** The interpreter as the executor of code units. */
  public static Executor executor() {
    return executor(null);
  }

  /**
   * The interpreter as the executor of code units.
   *
   * @param listener sees the statements run, if there is one
   */
  public static Executor executor(@Nullable StatementListener listener) {
    return code -> build(code, listener, null);
  }

  /** The interpreter as the executor of code units whose code tools of Truffle see. */
  public static Executor executor(@Nullable StatementListener listener, Tracing tracing) {
    return code -> build(code, listener, tracing);
  }

  private static CodeBody build(
      CodeUnit code, @Nullable StatementListener listener, @Nullable Tracing tracing) {
    NodeBuilder builder = new NodeBuilder(code, listener, tracing);
    if (builder.listener != null) {
      builder.listener.prepared(code);
    }
    StatementNode body = builder.traced(builder.body(code.tree()), code.span(), true);
    UnitRoot root =
        new UnitRoot(
            builder.descriptor.build(),
            code,
            builder.isCell,
            builder.classCellSlot,
            body,
            builder.tracing);
    if (root.isTraced()) {
      root.getCallTarget();
      for (CodeUnit child : code.children()) {
        child.body(); // a breakpoint looks for its line among what is loaded
      }
    }
    return new InterpretedBody(code, root);
  }

  CodeUnit code() {
    return code;
  }

  ScopeTable scope() {
    return scope;
  }

  int newSlot() {
    return descriptor.addSlot(FrameSlotKind.Object, null, null);
  }

  /** The slot of a variable of this frame. */
  int slot(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(name);
    }
    return slot;
  }

  /** Where to find the variable that an inner function shares. */
  Definitions.Capture capture(String name) {
    Integer slot = slots.get(name);
    if (slot != null && (slot == classCellSlot || isCellSlot(slot))) {
      return new Definitions.Capture(slot, false);
    }
    return new Definitions.Capture(scope.free().indexOf(name), true);
  }

  private boolean isCellSlot(int slot) {
    return slot < isCell.length && isCell[slot];
  }

  private StatementNode body(Node tree) {
    return switch (tree) {
      case Module m -> block(m.body());
      case Statement.FunctionDef f -> block(f.body());
      case Statement.ClassDef c -> block(c.body());
      case Expression.Lambda l ->
          line(l.span(), new Statements.Return(expressions.build(l.body())));
      case Expression.ListComprehension c ->
          collect(ValueNodes.Display.LIST, false, c.clauses(), c.element(), null);
      case Expression.SetComprehension c ->
          collect(ValueNodes.Display.SET, false, c.clauses(), c.element(), null);
      case Expression.DictComprehension c ->
          collect(ValueNodes.Display.LIST, true, c.clauses(), c.key(), c.value());
      case Expression.GeneratorExpression c ->
          loops(
              c.clauses(),
              0,
              new Statements.Evaluate(
                  new Yields.Yield(
                      c.element().span(), expressions.build(c.element()), code.isAsync())));
      default -> throw new IllegalArgumentException(tree.getClass().getName());
    };
  }

  private StatementNode collect(
      ValueNodes.Display kind,
      boolean isDict,
      List<ComprehensionClause> clauses,
      Expression element,
      @Nullable Expression value) {
    int slot = newSlot();
    StatementNode add =
        new Comprehensions.Add(
            slot, expressions.build(element), value == null ? null : expressions.build(value));
    return new Comprehensions.Collect(kind, isDict, slot, loops(clauses, 0, add));
  }

  private StatementNode loops(List<ComprehensionClause> clauses, int index, StatementNode inner) {
    if (index == clauses.size()) {
      return inner;
    }
    ComprehensionClause clause = clauses.get(index);
    StatementNode body = loops(clauses, index + 1, inner);
    for (int i = clause.conditions().size() - 1; i >= 0; i--) {
      body =
          new ControlFlow.If(
              expressions.build(clause.conditions().get(i)), body, new Statements.Pass());
    }
    ExpressionNode iterable =
        index == 0
            ? new Names.Local(clause.iterable().span(), slot(".0"), ".0")
            : expressions.build(clause.iterable());
    TargetNode target = expressions.target(clause.target());
    StatementNode otherwise = new Statements.Pass();
    return clause.isAsync()
        ? new AsyncNodes.AsyncFor(code.span(), iterable, index == 0, target, body, otherwise)
        : new ControlFlow.For(code.span(), iterable, index == 0, target, body, otherwise);
  }

  StatementNode block(List<Statement> statements) {
    if (statements.size() == 1) {
      return statement(statements.get(0));
    }
    StatementNode[] nodes = new StatementNode[statements.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = statement(statements.get(i));
    }
    return nodes.length == 0 ? new Statements.Pass() : new Statements.Block(nodes);
  }

  private StatementNode statement(Statement statement) {
    StatementNode node = traced(unwatched(statement), statement.span(), false);
    if (isSeen(statement)) {
      node = line(statement.span(), node);
    }
    StatementListener.Probe probe = listener == null ? null : listener.probe(code, statement);
    return switch (probe) {
      case null -> node;
      case StatementListener.AroundProbe around -> new ProbedAround(around, statement.span(), node);
      default -> new Probed(probe, statement.span(), node);
    };
  }

  /** Declarations and documentation are no steps. */
  private static boolean isSeen(Statement statement) {
    return switch (statement) {
      case Statement.Global g -> false;
      case Statement.Nonlocal n -> false;
      case Statement.ExpressionStatement e -> !(e.value() instanceof Expression.StringLiteral);
      default -> true;
    };
  }

  private StatementNode line(Span span, StatementNode node) {
    if (traces) {
      return new TracedLine(span, node);
    }
    return node instanceof Statements.Pass || node instanceof Statements.Leave
        ? node
        : new Statements.Placed(span, node);
  }

  /** The line of an except clause is one, too. */
  private StatementNode handled(Span span, StatementNode body) {
    return traces
        ? new Statements.Block(
            new StatementNode[] {new TracedLine(span, new Statements.Pass()), body})
        : body;
  }

  private StatementNode loop(List<Statement> body) {
    loops++;
    StatementNode built = block(body);
    loops--;
    return built;
  }

  private StatementNode repeated(Span loop, StatementNode body) {
    return traces ? new TracedLine.Repeated(loop, body) : body;
  }

  private StatementNode traced(StatementNode node, Span span, boolean isRoot) {
    SourceSection section = tracing == null ? null : tracing.section(code, span);
    if (tracing == null || section == null) {
      return node;
    }
    TracedStatement around =
        isRoot ? tracing.root(code, section) : tracing.statement(code, section);
    return around.around(node);
  }

  private StatementNode unwatched(Statement statement) {
    return switch (statement) {
      case Statement.FunctionDef s ->
          new Statements.Assign(expressions.functionDef(s), expressions.name(s.name(), s.span()));
      case Statement.ClassDef s ->
          new Statements.Assign(expressions.classDef(s), expressions.name(s.name(), s.span()));
      case Statement.Return s -> {
        Expression value = s.value();
        yield new Statements.Return(
            value == null
                ? new ValueNodes.Constant(s.span(), PySingleton.NONE)
                : expressions.build(value));
      }
      case Statement.Delete s -> new Statements.Delete(expressions.targets(s.targets()));
      case Statement.Assign s ->
          isClearing(s)
              ? new Statements.Clear(expressions.target(s.targets().getFirst()))
              : calling(
                  s.value(),
                  new Statements.Assign(
                      expressions.build(s.value()), expressions.targets(s.targets())));
      case Statement.AugAssign s -> augment(s);
      case Statement.AnnAssign s -> annotated(s);
      case Statement.For s -> {
        ExpressionNode iterable = expressions.build(s.iterable());
        TargetNode target = expressions.target(s.target());
        StatementNode body = repeated(s.span(), loop(s.body()));
        StatementNode otherwise = block(s.orElse());
        yield s.isAsync()
            ? new AsyncNodes.AsyncFor(s.span(), iterable, false, target, body, otherwise)
            : new ControlFlow.For(s.span(), iterable, false, target, body, otherwise);
      }
      case Statement.While s ->
          new ControlFlow.While(
              expressions.build(s.test()), repeated(s.span(), loop(s.body())), block(s.orElse()));
      case Statement.If s ->
          new ControlFlow.If(expressions.build(s.test()), block(s.body()), block(s.orElse()));
      case Statement.With s -> with(s, 0);
      case Statement.Match s -> {
        ExpressionNode subject = expressions.build(s.subject());
        Patterns.Case[] cases = new Patterns.Case[s.cases().size()];
        for (int i = 0; i < cases.length; i++) {
          cases[i] = new PatternBuilder(this, expressions).build(s.cases().get(i));
        }
        yield new Patterns.Match(subject, cases);
      }
      case Statement.Raise s ->
          new Statements.Raise(s.span(), optional(s.exception()), optional(s.cause()));
      case Statement.Try s -> tryStatement(s);
      case Statement.Assert s ->
          new Statements.Assert(expressions.build(s.test()), optional(s.message()));
      case Statement.Import s -> importStatement(s);
      case Statement.ImportFrom s -> importFrom(s);
      case Statement.Global s -> new Statements.Pass();
      case Statement.Nonlocal s -> new Statements.Pass();
      case Statement.ExpressionStatement s ->
          isConstant(s.value())
              ? new Statements.Pass()
              : calling(s.value(), new Statements.Evaluate(expressions.build(s.value())));
      case Statement.Pass s -> new Statements.Pass();
      case Statement.Break s -> new Statements.Leave(Completion.BREAK);
      case Statement.Continue s -> new Statements.Leave(Completion.CONTINUE);
    };
  }

  private static boolean isConstant(Expression e) {
    return e instanceof Expression.StringLiteral || e instanceof Expression.EllipsisLiteral;
  }

  private @Nullable ExpressionNode optional(@Nullable Expression e) {
    return e == null ? null : expressions.build(e);
  }

  /** Outside of loops a look at what a call has left costs little. */
  private StatementNode calling(Expression value, StatementNode statement) {
    return value instanceof Expression.Call && loops == 0 && !code.source().isLibrary()
        ? new Statements.Calling(statement)
        : statement;
  }

  /** Whether it is {@code name = None} of a program, after which a look at what is left may pay. */
  private boolean isClearing(Statement.Assign s) {
    return s.value() instanceof Expression.NoneLiteral
        && s.targets().size() == 1
        && s.targets().getFirst() instanceof Expression.Name
        && !code.source().isLibrary();
  }

  private StatementNode augment(Statement.AugAssign s) {
    BinaryOp op = BinaryOp.of(s.operator());
    ExpressionNode value = expressions.build(s.value());
    return switch (s.target()) {
      case Expression.Attribute a -> {
        ExpressionNode object = expressions.build(a.value());
        String name = scope.mangle(a.name());
        // receiver evaluated once: read and write get it passed
        ExpressionNode unused = new ValueNodes.Constant(a.span(), PySingleton.NONE);
        yield new Statements.AugmentAttribute(
            s.span(),
            op,
            object,
            new Operators.Attribute(a.span(), unused, name),
            value,
            new Targets.Attribute(
                a.span(), new ValueNodes.Constant(a.span(), PySingleton.NONE), name));
      }
      case Expression.Subscript i -> {
        ExpressionNode none1 = new ValueNodes.Constant(i.span(), PySingleton.NONE);
        ExpressionNode none2 = new ValueNodes.Constant(i.span(), PySingleton.NONE);
        yield new Statements.AugmentItem(
            s.span(),
            op,
            expressions.build(i.value()),
            expressions.build(i.index()),
            new Operators.Item(i.span(), none1, none2),
            value,
            new Targets.Item(
                i.span(),
                new ValueNodes.Constant(i.span(), PySingleton.NONE),
                new ValueNodes.Constant(i.span(), PySingleton.NONE)));
      }
      default ->
          new Statements.AugmentName(
              s.span(), op, expressions.build(s.target()), value, expressions.target(s.target()));
    };
  }

  private StatementNode annotated(Statement.AnnAssign s) {
    List<StatementNode> nodes = new ArrayList<>();
    Expression value = s.value();
    if (value != null) {
      nodes.add(new Statements.Assign(expressions.build(value), expressions.target(s.target())));
    }
    boolean isFunction = code.kind() != CodeUnit.Kind.MODULE && code.kind() != CodeUnit.Kind.CLASS;
    if (!isFunction) {
      ExpressionNode annotation = expressions.annotation(s.annotation());
      if (s.simple() && s.target() instanceof Expression.Name name) {
        nodes.add(
            new Annotate(scope.mangle(name.id()), annotation, code.kind() == CodeUnit.Kind.CLASS));
      } else {
        nodes.add(new Statements.Evaluate(annotation));
      }
    }
    return new Statements.Block(nodes.toArray(new StatementNode[0]));
  }

  private StatementNode with(Statement.With s, int index) {
    if (index == s.items().size()) {
      return block(s.body());
    }
    WithItem item = s.items().get(index);
    Expression target = item.target();
    ExpressionNode context = expressions.build(item.context());
    TargetNode as = target == null ? null : expressions.target(target);
    StatementNode body = with(s, index + 1);
    return s.isAsync()
        ? new AsyncNodes.AsyncWith(code, s.span(), context, as, body)
        : new TryNodes.With(code, s.span(), context, as, body);
  }

  private StatementNode tryStatement(Statement.Try s) {
    StatementNode node = block(s.body());
    if (!s.handlers().isEmpty()) {
      TryNodes.Handler[] handlers = new TryNodes.Handler[s.handlers().size()];
      for (int i = 0; i < handlers.length; i++) {
        ExceptHandler handler = s.handlers().get(i);
        String name = handler.name();
        handlers[i] =
            new TryNodes.Handler(
                optional(handler.type()),
                name == null ? null : expressions.name(name, handler.span()),
                handled(handler.span(), block(handler.body())));
      }
      StatementNode otherwise = block(s.orElse());
      node =
          s.isStar()
              ? new TryNodes.TryExceptStar(code, node, handlers, otherwise)
              : new TryNodes.TryExcept(code, node, handlers, otherwise);
    } else if (!s.orElse().isEmpty()) {
      node = new Statements.Block(new StatementNode[] {node, block(s.orElse())});
    }
    return s.finalBody().isEmpty()
        ? node
        : new TryNodes.TryFinally(code, node, block(s.finalBody()));
  }

  private StatementNode importStatement(Statement.Import s) {
    StatementNode[] nodes = new StatementNode[s.names().size()];
    for (int i = 0; i < nodes.length; i++) {
      ImportAlias alias = s.names().get(i);
      String as = alias.asName();
      int dot = alias.name().indexOf('.');
      String bound = as != null ? as : dot < 0 ? alias.name() : alias.name().substring(0, dot);
      nodes[i] =
          new Statements.Assign(
              new Imports.Import(s.span(), alias.name(), as != null),
              expressions.name(bound, s.span()));
    }
    return nodes.length == 1 ? nodes[0] : new Statements.Block(nodes);
  }

  private StatementNode importFrom(Statement.ImportFrom s) {
    boolean star = s.names().size() == 1 && s.names().get(0).name().equals("*");
    int count = star ? 0 : s.names().size();
    String[] names = new String[count];
    TargetNode[] targets = new TargetNode[count];
    for (int i = 0; i < count; i++) {
      ImportAlias alias = s.names().get(i);
      String as = alias.asName();
      names[i] = alias.name();
      targets[i] = expressions.name(as != null ? as : alias.name(), s.span());
    }
    return new Imports.ImportFrom(
        s.span(), s.module(), s.level(), code.kind() == CodeUnit.Kind.CLASS, names, targets);
  }
}
