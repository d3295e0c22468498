package org.pyconc.ast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.Parameter;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.WideString;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.FrameCalls;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable.Access;

/** Builds the nodes of expressions and assignment targets. */
final class ExpressionBuilder {
  private final NodeBuilder builder;

  ExpressionBuilder(NodeBuilder builder) {
    this.builder = builder;
  }

  ExpressionNode[] build(List<Expression> expressions) {
    ExpressionNode[] nodes = new ExpressionNode[expressions.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = build(expressions.get(i));
    }
    return nodes;
  }

  private ExpressionNode orNone(@Nullable Expression e, Span span) {
    return e == null ? new ValueNodes.Constant(span, PySingleton.NONE) : build(e);
  }

  ExpressionNode build(Expression expression) {
    return switch (expression) {
      case Expression.NoneLiteral e -> new ValueNodes.Constant(e.span(), PySingleton.NONE);
      case Expression.BooleanLiteral e -> new ValueNodes.Constant(e.span(), e.value());
      case Expression.EllipsisLiteral e -> new ValueNodes.Constant(e.span(), PySingleton.ELLIPSIS);
      case Expression.IntegerLiteral e -> new ValueNodes.Constant(e.span(), integer(e.value()));
      case Expression.FloatLiteral e -> new ValueNodes.Constant(e.span(), e.value());
      case Expression.ImaginaryLiteral e ->
          new ValueNodes.Constant(e.span(), new PyComplex(0, e.value()));
      case Expression.StringLiteral e ->
          new ValueNodes.Constant(e.span(), WideString.of(e.value()));
      case Expression.BytesLiteral e -> new ValueNodes.Constant(e.span(), new PyBytes(e.value()));
      case Expression.JoinedString e -> new ValueNodes.Joined(e.span(), build(e.values()));
      case Expression.FormattedValue e -> {
        Expression spec = e.formatSpec();
        yield new ValueNodes.Formatted(
            e.span(),
            build(e.value()),
            e.conversion(),
            spec == null ? new ValueNodes.Constant(e.span(), "") : build(spec));
      }
      case Expression.Name e -> read(e.id(), e.span());
      case Expression.BooleanOperation e ->
          new Operators.AndOr(e.span(), e.isAnd(), build(e.values()));
      case Expression.NamedExpression e ->
          new Operators.Named(e.span(), target(e.target()), build(e.value()));
      case Expression.BinaryOperation e ->
          new Operators.Binary(
              e.span(), BinaryOp.of(e.operator()), build(e.left()), build(e.right()));
      case Expression.UnaryOperation e ->
          new Operators.Unary(e.span(), e.operator(), build(e.operand()));
      case Expression.Lambda e -> lambda(e);
      case Expression.Conditional e ->
          new Operators.Conditional(e.span(), build(e.test()), build(e.body()), build(e.orElse()));
      case Expression.DictDisplay e -> {
        @Nullable ExpressionNode[] keys = new ExpressionNode[e.keys().size()];
        for (int i = 0; i < keys.length; i++) {
          Expression key = e.keys().get(i);
          keys[i] = key == null ? null : build(key);
        }
        yield new ValueNodes.Dict(e.span(), keys, build(e.values()));
      }
      case Expression.SetDisplay e ->
          new ValueNodes.Sequence(e.span(), ValueNodes.Display.SET, build(e.elements()));
      case Expression.ListDisplay e ->
          new ValueNodes.Sequence(e.span(), ValueNodes.Display.LIST, build(e.elements()));
      case Expression.TupleDisplay e ->
          new ValueNodes.Sequence(e.span(), ValueNodes.Display.TUPLE, build(e.elements()));
      case Expression.ListComprehension e -> comprehension(e, e.clauses().get(0));
      case Expression.SetComprehension e -> comprehension(e, e.clauses().get(0));
      case Expression.DictComprehension e -> comprehension(e, e.clauses().get(0));
      case Expression.GeneratorExpression e -> comprehension(e, e.clauses().get(0));
      case Expression.Await e -> new Yields.YieldFrom(e.span(), build(e.value()), true);
      case Expression.Yield e ->
          new Yields.Yield(e.span(), orNone(e.value(), e.span()), builder.code().isAsync());
      case Expression.YieldFrom e -> new Yields.YieldFrom(e.span(), build(e.value()), false);
      case Expression.Comparison e ->
          new Operators.Compare(
              e.span(),
              build(e.left()),
              e.operators().toArray(new ComparisonOperator[0]),
              build(e.comparators()));
      case Expression.Call e -> call(e);
      case Expression.Attribute e ->
          new Operators.Attribute(e.span(), build(e.value()), builder.scope().mangle(e.name()));
      case Expression.Subscript e ->
          new Operators.Item(e.span(), build(e.value()), build(e.index()));
      case Expression.Starred e -> new ValueNodes.Starred(e.span(), build(e.value()));
      case Expression.Slice e ->
          new ValueNodes.Slice(
              e.span(),
              orNone(e.lower(), e.span()),
              orNone(e.upper(), e.span()),
              orNone(e.step(), e.span()));
    };
  }

  private static Object integer(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  private ExpressionNode read(String id, Span span) {
    String name = builder.scope().mangle(id);
    return switch (builder.scope().access(name)) {
      case LOCAL -> new Names.Local(span, builder.slot(name), name);
      case CELL -> new Names.InCell(span, builder.slot(name), name);
      case FREE -> new Names.Free(span, builder.scope().free().indexOf(name), name);
      case GLOBAL -> new Names.Global(span, name);
      case CLASS_NAME -> new Names.InClass(span, name, -1);
      case CLASS_FREE -> new Names.InClass(span, name, builder.scope().free().indexOf(name));
    };
  }

  /** A name as assignment target. */
  TargetNode name(String id, Span span) {
    String name = builder.scope().mangle(id);
    return switch (builder.scope().access(name)) {
      case LOCAL -> new Targets.Local(span, builder.slot(name), name);
      case CELL -> new Targets.Shared(span, builder.slot(name), false, name);
      case FREE -> new Targets.Shared(span, builder.scope().free().indexOf(name), true, name);
      case GLOBAL -> new Targets.Global(span, name);
      case CLASS_NAME, CLASS_FREE -> new Targets.InClass(span, name);
    };
  }

  TargetNode[] targets(List<Expression> targets) {
    TargetNode[] nodes = new TargetNode[targets.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = target(targets.get(i));
    }
    return nodes;
  }

  TargetNode target(Expression target) {
    return switch (target) {
      case Expression.Name e -> name(e.id(), e.span());
      case Expression.Attribute e ->
          new Targets.Attribute(e.span(), build(e.value()), builder.scope().mangle(e.name()));
      case Expression.Subscript e -> new Targets.Item(e.span(), build(e.value()), build(e.index()));
      case Expression.Starred e -> target(e.value());
      case Expression.ListDisplay e -> unpack(e.elements(), e.span());
      case Expression.TupleDisplay e -> unpack(e.elements(), e.span());
      default -> throw new IllegalArgumentException("refused by the parser: " + target);
    };
  }

  private TargetNode unpack(List<Expression> elements, Span span) {
    int starred = -1;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Expression.Starred) {
        starred = i;
      }
    }
    return new Targets.Unpack(span, targets(elements), starred);
  }

  // ---- calls -----------------------------------------------------------------------------------

  private ExpressionNode call(Expression.Call e) {
    boolean plain = e.keywords().isEmpty();
    for (Expression argument : e.arguments()) {
      plain &= !(argument instanceof Expression.Starred);
    }
    boolean isTold = builder.code().keepsTraces();
    if (!plain) {
      return general(e, isTold);
    }
    if (e.function() instanceof Expression.Attribute a && !isTold) {
      return new CallNodes.Method(
          e.span(),
          a.span(),
          build(a.value()),
          builder.scope().mangle(a.name()),
          build(e.arguments()));
    }
    if (e.function() instanceof Expression.Name name) {
      if (name.id().equals("super") && e.arguments().isEmpty() && isFunction()) {
        return superCall(e, name);
      }
      if (FrameCalls.isOne(name.id())) {
        return frameFunction(e, name);
      }
    }
    return isTold
        ? general(e, true)
        : new CallNodes.Positional(e.span(), build(e.function()), build(e.arguments()));
  }

  private ExpressionNode general(Expression.Call e, boolean isTold) {
    return new CallNodes.General(
        e.span(), build(e.function()), arguments(e.arguments(), e.keywords()), isTold);
  }

  private boolean isFunction() {
    CodeUnit.Kind kind = builder.code().kind();
    return kind != CodeUnit.Kind.MODULE && kind != CodeUnit.Kind.CLASS;
  }

  private ExpressionNode superCall(Expression.Call e, Expression.Name name) {
    Access access = builder.scope().access("__class__");
    ExpressionNode cell = access == Access.GLOBAL ? null : read("__class__", e.span());
    List<String> locals = builder.scope().locals();
    ExpressionNode self =
        builder.code().signature().positional() == 0 ? null : read(locals.get(0), e.span());
    return new CallNodes.Super(e.span(), build(name), cell, self);
  }

  private ExpressionNode frameFunction(Expression.Call e, Expression.Name name) {
    List<String> names = new ArrayList<>(builder.scope().locals());
    for (String free : builder.scope().free()) {
      if (!names.contains(free)) {
        names.add(free);
      }
    }
    FrameFunctions.Variable[] variables =
        new FrameFunctions.Variable[isFunction() ? names.size() : 0];
    for (int i = 0; i < variables.length; i++) {
      String each = names.get(i);
      variables[i] =
          switch (builder.scope().access(each)) {
            case LOCAL -> new FrameFunctions.Variable(each, builder.slot(each), Access.LOCAL);
            case CELL -> new FrameFunctions.Variable(each, builder.slot(each), Access.CELL);
            default ->
                new FrameFunctions.Variable(
                    each, builder.scope().free().indexOf(each), Access.FREE);
          };
    }
    return new FrameFunctions.Call(
        e.span(),
        build(name),
        build(e.arguments()),
        builder.code().kind(),
        variables,
        builder.code().keepsTraces());
  }

  private CallNodes.Arguments arguments(List<Expression> positional, List<Keyword> keywords) {
    @Nullable String[] names = new String[keywords.size()];
    ExpressionNode[] values = new ExpressionNode[keywords.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = keywords.get(i).name();
      values[i] = build(keywords.get(i).value());
    }
    return new CallNodes.Arguments(build(positional), names, values);
  }

  // ---- definitions -----------------------------------------------------------------------------

  private Definitions.Capture[] captures(CodeUnit unit) {
    List<String> free = unit.free();
    Definitions.Capture[] captures = new Definitions.Capture[free.size()];
    for (int i = 0; i < captures.length; i++) {
      captures[i] = builder.capture(free.get(i));
    }
    return captures;
  }

  private Definitions.Function function(
      Span span,
      CodeUnit unit,
      @Nullable Parameters p,
      List<String> annotationNames,
      List<ExpressionNode> annotations) {
    ExpressionNode[] defaults = p == null ? new ExpressionNode[0] : build(p.defaults());
    @Nullable ExpressionNode[] keywordDefaults =
        new ExpressionNode[p == null ? 0 : p.keywordDefaults().size()];
    for (int i = 0; i < keywordDefaults.length; i++) {
      Expression value = p == null ? null : p.keywordDefaults().get(i);
      keywordDefaults[i] = value == null ? null : build(value);
    }
    return new Definitions.Function(
        span,
        unit,
        captures(unit),
        defaults,
        keywordDefaults,
        annotationNames.toArray(new String[0]),
        annotations.toArray(new ExpressionNode[0]));
  }

  private ExpressionNode lambda(Expression.Lambda e) {
    return function(e.span(), builder.scope().unit(e), e.parameters(), List.of(), List.of());
  }

  private ExpressionNode comprehension(Expression e, ComprehensionClause first) {
    CodeUnit unit = builder.scope().unit(e);
    Definitions.Function function = function(e.span(), unit, null, List.of(), List.of());
    return new Comprehensions.Comprehension(
        e.span(),
        function,
        build(first.iterable()),
        first.isAsync(),
        unit.isAsync() && !unit.isGenerator());
  }

  ExpressionNode functionDef(Statement.FunctionDef s) {
    List<String> names = new ArrayList<>();
    List<ExpressionNode> annotations = new ArrayList<>();
    Parameters p = s.parameters();
    annotate(p.positionalOnly(), names, annotations);
    annotate(p.positional(), names, annotations);
    annotate(p.varArgs() == null ? List.of() : List.of(p.varArgs()), names, annotations);
    annotate(p.keywordOnly(), names, annotations);
    annotate(p.kwArgs() == null ? List.of() : List.of(p.kwArgs()), names, annotations);
    Expression returns = s.returns();
    if (returns != null) {
      names.add("return");
      annotations.add(annotation(returns));
    }
    ExpressionNode definition = function(s.span(), builder.scope().unit(s), p, names, annotations);
    return decorated(s.decorators(), definition);
  }

  /** An annotation: its value, or its text. */
  ExpressionNode annotation(Expression e) {
    return build(builder.scope().annotation(e));
  }

  private void annotate(
      List<Parameter> parameters, List<String> names, List<ExpressionNode> annotations) {
    for (Parameter parameter : parameters) {
      Expression annotation = parameter.annotation();
      if (annotation != null) {
        names.add(builder.scope().mangle(parameter.name()));
        annotations.add(annotation(annotation));
      }
    }
  }

  private ExpressionNode decorated(List<Expression> decorators, ExpressionNode definition) {
    return decorators.isEmpty()
        ? definition
        : new Definitions.Decorated(definition.span(), build(decorators), definition);
  }

  ExpressionNode classDef(Statement.ClassDef s) {
    CodeUnit unit = builder.scope().unit(s);
    ExpressionNode definition =
        new Definitions.Class(s.span(), unit, captures(unit), arguments(s.bases(), s.keywords()));
    return decorated(s.decorators(), definition);
  }
}
