package org.pyconc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pyconc.grammar.tree.BinaryOperator;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.ImportAlias;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Parameter;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Pattern;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.WithItem;

/** Prints a syntax tree as {@code ast.dump} does, with or without the places of the nodes. */
final class AstDump {
  private static final String LOAD = "Load";
  private static final String STORE = "Store";
  private static final String DELETE = "Del";

  private final boolean places;
  private boolean inFormatted;

  private AstDump(boolean places) {
    this.places = places;
  }

  static String of(Module module, boolean places) {
    AstDump dump = new AstDump(places);
    return new Dump("Module")
        .with("body", dump.statements(module.body()))
        .with("type_ignores", List.of())
        .print();
  }

  private static <T> List<Object> list(List<T> values, Function<T, Object> dump) {
    List<Object> list = new ArrayList<>();
    for (T value : values) {
      list.add(value == null ? "None" : dump.apply(value));
    }
    return list;
  }

  private List<Object> statements(List<Statement> body) {
    return list(body, this::statement);
  }

  private List<Object> loads(List<Expression> values) {
    return list(values, this::load);
  }

  private Object load(Expression value) {
    return value == null ? null : expression(value, LOAD);
  }

  private Object store(Expression value) {
    return value == null ? null : expression(value, STORE);
  }

  private static Object name(String name) {
    return name == null ? null : Repr.of(name);
  }

  private Object statement(Statement statement) {
    return fields(statement).at(statement.span(), places);
  }

  private Dump fields(Statement statement) {
    return switch (statement) {
      case Statement.FunctionDef s ->
          new Dump(s.isAsync() ? "AsyncFunctionDef" : "FunctionDef")
              .with("name", Repr.of(s.name()))
              .with("args", parameters(s.parameters()))
              .with("body", statements(s.body()))
              .with("decorator_list", loads(s.decorators()))
              .withOptional("returns", load(s.returns()));
      case Statement.ClassDef s ->
          new Dump("ClassDef")
              .with("name", Repr.of(s.name()))
              .with("bases", loads(s.bases()))
              .with("keywords", list(s.keywords(), this::keyword))
              .with("body", statements(s.body()))
              .with("decorator_list", loads(s.decorators()));
      case Statement.Return s -> new Dump("Return").withOptional("value", load(s.value()));
      case Statement.Delete s ->
          new Dump("Delete").with("targets", list(s.targets(), t -> expression(t, DELETE)));
      case Statement.Assign s ->
          new Dump("Assign")
              .with("targets", list(s.targets(), this::store))
              .with("value", load(s.value()));
      case Statement.AugAssign s ->
          new Dump("AugAssign")
              .with("target", store(s.target()))
              .with("op", operator(s.operator()))
              .with("value", load(s.value()));
      case Statement.AnnAssign s ->
          new Dump("AnnAssign")
              .with("target", store(s.target()))
              .with("annotation", load(s.annotation()))
              .withOptional("value", load(s.value()))
              .with("simple", s.simple() ? "1" : "0");
      case Statement.For s ->
          new Dump(s.isAsync() ? "AsyncFor" : "For")
              .with("target", store(s.target()))
              .with("iter", load(s.iterable()))
              .with("body", statements(s.body()))
              .with("orelse", statements(s.orElse()));
      case Statement.While s ->
          new Dump("While")
              .with("test", load(s.test()))
              .with("body", statements(s.body()))
              .with("orelse", statements(s.orElse()));
      case Statement.If s ->
          new Dump("If")
              .with("test", load(s.test()))
              .with("body", statements(s.body()))
              .with("orelse", statements(s.orElse()));
      case Statement.With s ->
          new Dump(s.isAsync() ? "AsyncWith" : "With")
              .with("items", list(s.items(), this::withItem))
              .with("body", statements(s.body()));
      case Statement.Match s ->
          new Dump("Match")
              .with("subject", load(s.subject()))
              .with("cases", list(s.cases(), this::matchCase));
      case Statement.Raise s ->
          new Dump("Raise")
              .withOptional("exc", load(s.exception()))
              .withOptional("cause", load(s.cause()));
      case Statement.Try s ->
          new Dump(s.isStar() ? "TryStar" : "Try")
              .with("body", statements(s.body()))
              .with("handlers", list(s.handlers(), this::handler))
              .with("orelse", statements(s.orElse()))
              .with("finalbody", statements(s.finalBody()));
      case Statement.Assert s ->
          new Dump("Assert").with("test", load(s.test())).withOptional("msg", load(s.message()));
      case Statement.Import s -> new Dump("Import").with("names", list(s.names(), this::alias));
      case Statement.ImportFrom s ->
          new Dump("ImportFrom")
              .withOptional("module", name(s.module()))
              .with("names", list(s.names(), this::alias))
              .with("level", "" + s.level());
      case Statement.Global s -> new Dump("Global").with("names", list(s.names(), Repr::of));
      case Statement.Nonlocal s -> new Dump("Nonlocal").with("names", list(s.names(), Repr::of));
      case Statement.ExpressionStatement s -> new Dump("Expr").with("value", load(s.value()));
      case Statement.Pass _ -> new Dump("Pass");
      case Statement.Break _ -> new Dump("Break");
      case Statement.Continue _ -> new Dump("Continue");
    };
  }

  private Object handler(ExceptHandler handler) {
    return new Dump("ExceptHandler")
        .withOptional("type", load(handler.type()))
        .withOptional("name", name(handler.name()))
        .with("body", statements(handler.body()))
        .at(handler.span(), places);
  }

  private Object withItem(WithItem item) {
    return new Dump("withitem")
        .with("context_expr", load(item.context()))
        .withOptional("optional_vars", store(item.target()));
  }

  private Object alias(ImportAlias alias) {
    return new Dump("alias")
        .with("name", Repr.of(alias.name()))
        .withOptional("asname", name(alias.asName()))
        .at(alias.span(), places);
  }

  private Object keyword(Keyword keyword) {
    return new Dump("keyword")
        .withOptional("arg", name(keyword.name()))
        .with("value", load(keyword.value()))
        .at(keyword.span(), visible());
  }

  private Object matchCase(MatchCase matchCase) {
    return new Dump("match_case")
        .with("pattern", pattern(matchCase.pattern()))
        .withOptional("guard", load(matchCase.guard()))
        .with("body", statements(matchCase.body()));
  }

  private Object pattern(Pattern pattern) {
    Dump dump =
        switch (pattern) {
          case Pattern.MatchValue p -> new Dump("MatchValue").with("value", load(p.value()));
          case Pattern.MatchSingleton p ->
              new Dump("MatchSingleton")
                  .with(
                      "value",
                      p.value() instanceof Expression.BooleanLiteral b
                          ? b.value() ? "True" : "False"
                          : "None");
          case Pattern.MatchSequence p ->
              new Dump("MatchSequence").with("patterns", list(p.patterns(), this::pattern));
          case Pattern.MatchMapping p ->
              new Dump("MatchMapping")
                  .with("keys", loads(p.keys()))
                  .with("patterns", list(p.patterns(), this::pattern))
                  .withOptional("rest", name(p.rest()));
          case Pattern.MatchClass p ->
              new Dump("MatchClass")
                  .with("cls", load(p.type()))
                  .with("patterns", list(p.patterns(), this::pattern))
                  .with("kwd_attrs", list(p.keywordNames(), Repr::of))
                  .with("kwd_patterns", list(p.keywordPatterns(), this::pattern));
          case Pattern.MatchStar p -> new Dump("MatchStar").withOptional("name", name(p.name()));
          case Pattern.MatchAs p ->
              new Dump("MatchAs")
                  .withOptional("pattern", p.pattern() == null ? null : pattern(p.pattern()))
                  .withOptional("name", name(p.name()));
          case Pattern.MatchOr p ->
              new Dump("MatchOr").with("patterns", list(p.patterns(), this::pattern));
        };
    return dump.at(pattern.span(), places);
  }

  private Object parameter(Parameter parameter) {
    return parameter == null
        ? null
        : new Dump("arg")
            .with("arg", Repr.of(parameter.name()))
            .withOptional("annotation", load(parameter.annotation()))
            .at(parameter.span(), visible());
  }

  private Object parameters(Parameters list) {
    return new Dump("arguments")
        .with("posonlyargs", list(list.positionalOnly(), this::parameter))
        .with("args", list(list.positional(), this::parameter))
        .withOptional("vararg", parameter(list.varArgs()))
        .with("kwonlyargs", list(list.keywordOnly(), this::parameter))
        .with("kw_defaults", loads(list.keywordDefaults()))
        .withOptional("kwarg", parameter(list.kwArgs()))
        .with("defaults", loads(list.defaults()));
  }

  /** Inside an f-string CPython's places are not to be relied upon. */
  private boolean visible() {
    return places && !inFormatted;
  }

  private Dump expression(Expression value, String context) {
    boolean visible = visible();
    Span span = value.span();
    if (value instanceof Expression.JoinedString joined) {
      boolean outer = inFormatted;
      inFormatted = true;
      Dump dump = new Dump("JoinedStr").with("values", loads(joined.values()));
      inFormatted = outer;
      return dump.at(span, visible);
    }
    return fields(value, context).at(span, visible);
  }

  private Dump fields(Expression value, String context) {
    return switch (value) {
      case Expression.NoneLiteral _ -> constant("None");
      case Expression.BooleanLiteral e -> constant(e.value() ? "True" : "False");
      case Expression.EllipsisLiteral _ -> constant("Ellipsis");
      case Expression.IntegerLiteral e -> constant(e.value().toString());
      case Expression.FloatLiteral e -> constant(Repr.of(e.value()));
      case Expression.ImaginaryLiteral e -> constant(Repr.imaginary(e.value()));
      case Expression.StringLiteral e -> constant(Repr.of(e.value()));
      case Expression.BytesLiteral e -> constant(Repr.of(e.value()));
      case Expression.JoinedString e -> new Dump("JoinedStr").with("values", loads(e.values()));
      case Expression.FormattedValue e ->
          new Dump("FormattedValue")
              .with("value", load(e.value()))
              .with("conversion", e.conversion() == 0 ? "-1" : "" + (int) e.conversion())
              .withOptional("format_spec", load(e.formatSpec()));
      case Expression.Name e ->
          new Dump("Name").with("id", Repr.of(e.id())).with("ctx", new Dump(context));
      case Expression.BooleanOperation e ->
          new Dump("BoolOp")
              .with("op", new Dump(e.isAnd() ? "And" : "Or"))
              .with("values", loads(e.values()));
      case Expression.NamedExpression e ->
          new Dump("NamedExpr").with("target", store(e.target())).with("value", load(e.value()));
      case Expression.BinaryOperation e ->
          new Dump("BinOp")
              .with("left", load(e.left()))
              .with("op", operator(e.operator()))
              .with("right", load(e.right()));
      case Expression.UnaryOperation e ->
          new Dump("UnaryOp")
              .with(
                  "op",
                  new Dump(
                      switch (e.operator()) {
                        case INVERT -> "Invert";
                        case NOT -> "Not";
                        case PLUS -> "UAdd";
                        case MINUS -> "USub";
                      }))
              .with("operand", load(e.operand()));
      case Expression.Lambda e ->
          new Dump("Lambda").with("args", parameters(e.parameters())).with("body", load(e.body()));
      case Expression.Conditional e ->
          new Dump("IfExp")
              .with("test", load(e.test()))
              .with("body", load(e.body()))
              .with("orelse", load(e.orElse()));
      case Expression.DictDisplay e ->
          new Dump("Dict").with("keys", loads(e.keys())).with("values", loads(e.values()));
      case Expression.SetDisplay e -> new Dump("Set").with("elts", loads(e.elements()));
      case Expression.ListDisplay e -> sequence("List", e.elements(), context);
      case Expression.TupleDisplay e -> sequence("Tuple", e.elements(), context);
      case Expression.ListComprehension e -> comprehension("ListComp", e.element(), e.clauses());
      case Expression.SetComprehension e -> comprehension("SetComp", e.element(), e.clauses());
      case Expression.GeneratorExpression e ->
          comprehension("GeneratorExp", e.element(), e.clauses());
      case Expression.DictComprehension e ->
          new Dump("DictComp")
              .with("key", load(e.key()))
              .with("value", load(e.value()))
              .with("generators", list(e.clauses(), this::clause));
      case Expression.Await e -> new Dump("Await").with("value", load(e.value()));
      case Expression.Yield e -> new Dump("Yield").withOptional("value", load(e.value()));
      case Expression.YieldFrom e -> new Dump("YieldFrom").with("value", load(e.value()));
      case Expression.Comparison e ->
          new Dump("Compare")
              .with("left", load(e.left()))
              .with("ops", list(e.operators(), AstDump::comparison))
              .with("comparators", loads(e.comparators()));
      case Expression.Call e ->
          new Dump("Call")
              .with("func", load(e.function()))
              .with("args", loads(e.arguments()))
              .with("keywords", list(e.keywords(), this::keyword));
      case Expression.Attribute e ->
          new Dump("Attribute")
              .with("value", load(e.value()))
              .with("attr", Repr.of(e.name()))
              .with("ctx", new Dump(context));
      case Expression.Subscript e ->
          new Dump("Subscript")
              .with("value", load(e.value()))
              .with("slice", load(e.index()))
              .with("ctx", new Dump(context));
      case Expression.Starred e ->
          new Dump("Starred")
              .with("value", expression(e.value(), context))
              .with("ctx", new Dump(context));
      case Expression.Slice e ->
          new Dump("Slice")
              .withOptional("lower", load(e.lower()))
              .withOptional("upper", load(e.upper()))
              .withOptional("step", load(e.step()));
    };
  }

  private static Dump constant(String value) {
    return new Dump("Constant").with("value", value);
  }

  private Dump sequence(String name, List<Expression> elements, String context) {
    return new Dump(name)
        .with("elts", list(elements, e -> expression(e, context)))
        .with("ctx", new Dump(context));
  }

  private Dump comprehension(String name, Expression element, List<ComprehensionClause> clauses) {
    return new Dump(name)
        .with("elt", load(element))
        .with("generators", list(clauses, this::clause));
  }

  private Object clause(ComprehensionClause clause) {
    return new Dump("comprehension")
        .with("target", store(clause.target()))
        .with("iter", load(clause.iterable()))
        .with("ifs", loads(clause.conditions()))
        .with("is_async", clause.isAsync() ? "1" : "0");
  }

  private static Dump operator(BinaryOperator operator) {
    return new Dump(
        switch (operator) {
          case ADD -> "Add";
          case SUBTRACT -> "Sub";
          case MULTIPLY -> "Mult";
          case MATRIX_MULTIPLY -> "MatMult";
          case DIVIDE -> "Div";
          case MODULO -> "Mod";
          case POWER -> "Pow";
          case LEFT_SHIFT -> "LShift";
          case RIGHT_SHIFT -> "RShift";
          case BIT_OR -> "BitOr";
          case BIT_XOR -> "BitXor";
          case BIT_AND -> "BitAnd";
          case FLOOR_DIVIDE -> "FloorDiv";
        });
  }

  private static Object comparison(ComparisonOperator operator) {
    return new Dump(
        switch (operator) {
          case EQUAL -> "Eq";
          case NOT_EQUAL -> "NotEq";
          case LESS -> "Lt";
          case LESS_EQUAL -> "LtE";
          case GREATER -> "Gt";
          case GREATER_EQUAL -> "GtE";
          case IS -> "Is";
          case IS_NOT -> "IsNot";
          case IN -> "In";
          case NOT_IN -> "NotIn";
        });
  }
}
