package org.pyconc.stdlib.ast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.ComprehensionClause;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.ImportAlias;
import org.pyconc.grammar.tree.Keyword;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Parameter;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Pattern;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.WithItem;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Integers;

/**
 * Syntax trees as tuples {@code (class, place, field, ...)}, where a place is a tuple or None and
 * fields are in the order that the abstract grammar of Python has.
 */
final class TreeTuples {
  private final List<String> lines = new ArrayList<>();

  TreeTuples(String text) {
    text.lines().forEach(lines::add);
  }

  /** A column in bytes of UTF-8, as programs expect it. */
  private long bytes(int line, int column) {
    if (line < 1 || line > lines.size()) {
      return column;
    }
    String text = lines.get(line - 1);
    int end = Math.min(column, text.length());
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) > 127) {
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return column;
  }

  private PyTuple node(String type, Span span, @Nullable Object... fields) {
    PyTuple place =
        PyTuple.of(
            (long) span.line(),
            bytes(span.line(), span.column()),
            (long) span.endLine(),
            bytes(span.endLine(), span.endColumn()));
    return tuple(type, place, fields);
  }

  private static PyTuple tuple(String type, Object place, @Nullable Object... fields) {
    Object[] all = new Object[fields.length + 2];
    all[0] = type;
    all[1] = place;
    for (int i = 0; i < fields.length; i++) {
      Object field = fields[i];
      all[i + 2] =
          field == null ? PySingleton.NONE : field instanceof String s ? WideString.of(s) : field;
    }
    return PyTuple.of(all);
  }

  private @Nullable Object ofNullable(@Nullable Expression e) {
    return e == null ? null : of(e);
  }

  /** Makes a tuple of a part of the tree. */
  private interface Maker<T> {
    Object make(T part);
  }

  private static <T> PyList list(List<T> parts, Maker<T> maker) {
    PyList list = new PyList();
    for (T each : parts) {
      list.append(maker.make(each));
    }
    return list;
  }

  /** None where there is no expression. */
  private PyList optionals(List<@Nullable Expression> parts) {
    PyList list = new PyList();
    for (Expression each : parts) {
      list.append(none(ofNullable(each)));
    }
    return list;
  }

  private PyList expressions(List<Expression> parts) {
    return list(parts, this::of);
  }

  PyList statements(List<Statement> parts) {
    return list(parts, this::of);
  }

  private static PyList names(List<String> parts) {
    return list(parts, WideString::of);
  }

  private PyTuple constant(Span span, Object value) {
    return node("Constant", span, value, PySingleton.NONE);
  }

  private static Object none(@Nullable Object value) {
    return value == null ? PySingleton.NONE : value;
  }

  PyTuple of(Expression e) {
    Span span = e.span();
    return switch (e) {
      case Expression.NoneLiteral n -> constant(span, PySingleton.NONE);
      case Expression.BooleanLiteral b -> constant(span, b.value());
      case Expression.EllipsisLiteral x -> constant(span, PySingleton.ELLIPSIS);
      case Expression.IntegerLiteral i -> constant(span, Integers.normalise(i.value()));
      case Expression.FloatLiteral f -> constant(span, f.value());
      case Expression.ImaginaryLiteral i -> constant(span, new PyComplex(0, i.value()));
      case Expression.StringLiteral s -> constant(span, WideString.of(s.value()));
      case Expression.BytesLiteral b -> constant(span, new PyBytes(b.value().clone()));
      case Expression.JoinedString j -> node("JoinedStr", span, expressions(j.values()));
      case Expression.FormattedValue v ->
          node(
              "FormattedValue",
              span,
              of(v.value()),
              v.conversion() == 0 ? -1L : (long) v.conversion(),
              ofNullable(v.formatSpec()));
      case Expression.Name n -> node("Name", span, n.id());
      case Expression.BooleanOperation b ->
          node("BoolOp", span, b.isAnd() ? "And" : "Or", expressions(b.values()));
      case Expression.NamedExpression n -> node("NamedExpr", span, of(n.target()), of(n.value()));
      case Expression.BinaryOperation b ->
          node("BinOp", span, of(b.left()), b.operator().symbol(), of(b.right()));
      case Expression.UnaryOperation u ->
          node("UnaryOp", span, u.operator().symbol(), of(u.operand()));
      case Expression.Lambda l -> node("Lambda", span, parameters(l.parameters()), of(l.body()));
      case Expression.Conditional c ->
          node("IfExp", span, of(c.test()), of(c.body()), of(c.orElse()));
      case Expression.DictDisplay d ->
          node("Dict", span, optionals(d.keys()), expressions(d.values()));
      case Expression.SetDisplay s -> node("Set", span, expressions(s.elements()));
      case Expression.ListDisplay l -> node("List", span, expressions(l.elements()));
      case Expression.TupleDisplay t -> node("Tuple", span, expressions(t.elements()));
      case Expression.ListComprehension c ->
          node("ListComp", span, of(c.element()), clauses(c.clauses()));
      case Expression.SetComprehension c ->
          node("SetComp", span, of(c.element()), clauses(c.clauses()));
      case Expression.DictComprehension c ->
          node("DictComp", span, of(c.key()), of(c.value()), clauses(c.clauses()));
      case Expression.GeneratorExpression g ->
          node("GeneratorExp", span, of(g.element()), clauses(g.clauses()));
      case Expression.Await a -> node("Await", span, of(a.value()));
      case Expression.Yield y -> node("Yield", span, ofNullable(y.value()));
      case Expression.YieldFrom y -> node("YieldFrom", span, of(y.value()));
      case Expression.Comparison c ->
          node(
              "Compare",
              span,
              of(c.left()),
              list(c.operators(), o -> o.symbol()),
              expressions(c.comparators()));
      case Expression.Call c ->
          node(
              "Call",
              span,
              of(c.function()),
              expressions(c.arguments()),
              list(c.keywords(), this::keyword));
      case Expression.Attribute a -> node("Attribute", span, of(a.value()), a.name());
      case Expression.Subscript s -> node("Subscript", span, of(s.value()), of(s.index()));
      case Expression.Starred s -> node("Starred", span, of(s.value()));
      case Expression.Slice s ->
          node("Slice", span, ofNullable(s.lower()), ofNullable(s.upper()), ofNullable(s.step()));
    };
  }

  private PyTuple keyword(Keyword k) {
    return node("keyword", k.span(), k.name(), of(k.value()));
  }

  private PyList clauses(List<ComprehensionClause> clauses) {
    return list(
        clauses,
        c ->
            tuple(
                "comprehension",
                PySingleton.NONE,
                of(c.target()),
                of(c.iterable()),
                expressions(c.conditions()),
                c.isAsync() ? 1L : 0L));
  }

  private PyTuple parameters(Parameters p) {
    return tuple(
        "arguments",
        PySingleton.NONE,
        list(p.positionalOnly(), this::parameter),
        list(p.positional(), this::parameter),
        p.varArgs() == null ? null : parameter(p.varArgs()),
        list(p.keywordOnly(), this::parameter),
        optionals(p.keywordDefaults()),
        p.kwArgs() == null ? null : parameter(p.kwArgs()),
        expressions(p.defaults()));
  }

  private PyTuple parameter(Parameter p) {
    return node("arg", p.span(), p.name(), ofNullable(p.annotation()), PySingleton.NONE);
  }

  private PyTuple of(Statement s) {
    Span span = s.span();
    return switch (s) {
      case Statement.FunctionDef f ->
          node(
              f.isAsync() ? "AsyncFunctionDef" : "FunctionDef",
              span,
              f.name(),
              parameters(f.parameters()),
              statements(f.body()),
              expressions(f.decorators()),
              ofNullable(f.returns()),
              PySingleton.NONE);
      case Statement.ClassDef c ->
          node(
              "ClassDef",
              span,
              c.name(),
              expressions(c.bases()),
              list(c.keywords(), this::keyword),
              statements(c.body()),
              expressions(c.decorators()));
      case Statement.Return r -> node("Return", span, ofNullable(r.value()));
      case Statement.Delete d -> node("Delete", span, expressions(d.targets()));
      case Statement.Assign a ->
          node("Assign", span, expressions(a.targets()), of(a.value()), PySingleton.NONE);
      case Statement.AugAssign a ->
          node("AugAssign", span, of(a.target()), a.operator().symbol(), of(a.value()));
      case Statement.AnnAssign a ->
          node(
              "AnnAssign",
              span,
              of(a.target()),
              of(a.annotation()),
              ofNullable(a.value()),
              a.simple() ? 1L : 0L);
      case Statement.For f ->
          node(
              f.isAsync() ? "AsyncFor" : "For",
              span,
              of(f.target()),
              of(f.iterable()),
              statements(f.body()),
              statements(f.orElse()),
              PySingleton.NONE);
      case Statement.While w ->
          node("While", span, of(w.test()), statements(w.body()), statements(w.orElse()));
      case Statement.If i ->
          node("If", span, of(i.test()), statements(i.body()), statements(i.orElse()));
      case Statement.With w ->
          node(
              w.isAsync() ? "AsyncWith" : "With",
              span,
              list(w.items(), this::item),
              statements(w.body()),
              PySingleton.NONE);
      case Statement.Match m -> node("Match", span, of(m.subject()), list(m.cases(), this::of));
      case Statement.Raise r ->
          node("Raise", span, ofNullable(r.exception()), ofNullable(r.cause()));
      case Statement.Try t ->
          node(
              t.isStar() ? "TryStar" : "Try",
              span,
              statements(t.body()),
              list(t.handlers(), this::handler),
              statements(t.orElse()),
              statements(t.finalBody()));
      case Statement.Assert a -> node("Assert", span, of(a.test()), ofNullable(a.message()));
      case Statement.Import i -> node("Import", span, list(i.names(), this::alias));
      case Statement.ImportFrom i ->
          node("ImportFrom", span, i.module(), list(i.names(), this::alias), (long) i.level());
      case Statement.Global g -> node("Global", span, names(g.names()));
      case Statement.Nonlocal n -> node("Nonlocal", span, names(n.names()));
      case Statement.ExpressionStatement x -> node("Expr", span, of(x.value()));
      case Statement.Pass p -> node("Pass", span);
      case Statement.Break b -> node("Break", span);
      case Statement.Continue c -> node("Continue", span);
    };
  }

  private PyTuple item(WithItem w) {
    return tuple("withitem", PySingleton.NONE, of(w.context()), ofNullable(w.target()));
  }

  private PyTuple handler(ExceptHandler h) {
    return node("ExceptHandler", h.span(), ofNullable(h.type()), h.name(), statements(h.body()));
  }

  private PyTuple alias(ImportAlias a) {
    return node("alias", a.span(), a.name(), a.asName());
  }

  private PyTuple of(MatchCase c) {
    return tuple(
        "match_case",
        PySingleton.NONE,
        of(c.pattern()),
        ofNullable(c.guard()),
        statements(c.body()));
  }

  private PyList patterns(List<Pattern> parts) {
    return list(parts, this::of);
  }

  private PyTuple of(Pattern p) {
    Span span = p.span();
    return switch (p) {
      case Pattern.MatchValue v -> node("MatchValue", span, of(v.value()));
      case Pattern.MatchSingleton s -> node("MatchSingleton", span, of(s.value()).get(2));
      case Pattern.MatchSequence s -> node("MatchSequence", span, patterns(s.patterns()));
      case Pattern.MatchMapping m ->
          node("MatchMapping", span, expressions(m.keys()), patterns(m.patterns()), m.rest());
      case Pattern.MatchClass c ->
          node(
              "MatchClass",
              span,
              of(c.type()),
              patterns(c.patterns()),
              names(c.keywordNames()),
              patterns(c.keywordPatterns()));
      case Pattern.MatchStar s -> node("MatchStar", span, s.name());
      case Pattern.MatchAs a ->
          node("MatchAs", span, a.pattern() == null ? null : of(a.pattern()), a.name());
      case Pattern.MatchOr o -> node("MatchOr", span, patterns(o.patterns()));
    };
  }
}
