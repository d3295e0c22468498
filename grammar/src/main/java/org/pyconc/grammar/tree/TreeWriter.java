package org.pyconc.grammar.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a tree for {@link TreeReader}. */
public final class TreeWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> texts;

  /** Of the functions that are in no other one, whose bodies are read when they are needed. */
  private final @Nullable Function<Statement.FunctionDef, BodySummary> summaries;

  private int line;

  private TreeWriter(
      Map<String, Integer> texts,
      @Nullable Function<Statement.FunctionDef, BodySummary> summaries,
      int line) {
    this.texts = texts;
    this.summaries = summaries;
    this.line = line;
  }

  private static TreeWriter empty() {
    return new TreeWriter(new LinkedHashMap<>(), null, 0);
  }

  /**
   * The bytes for a tree.
   *
   * @param checksum of its text
   * @param summaries of the functions that are in no other function
   */
  public static byte[] write(
      Module module, long checksum, Function<Statement.FunctionDef, BodySummary> summaries) {
    TreeWriter body = new TreeWriter(new LinkedHashMap<>(), summaries, 0);
    body.list(module.body(), body::statement);
    body.span(module.span());
    TreeWriter content = empty();
    content.texts(body.texts.keySet());
    content.out.writeBytes(body.out.toByteArray());
    byte[] bytes = content.out.toByteArray();
    TreeWriter whole = empty();
    whole.eightBytes(checksum);
    whole.eightBytes(TreeReader.checksum(bytes, 0));
    whole.out.writeBytes(bytes);
    return whole.out.toByteArray();
  }

  private void texts(Collection<String> all) {
    number(all.size());
    for (String text : all) {
      boolean isUtf8 = StandardCharsets.UTF_8.newEncoder().canEncode(text); // no half surrogates
      flag(isUtf8);
      if (isUtf8) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
      } else {
        number(2 * text.length());
        text.chars().forEach(this::twoBytes);
      }
    }
  }

  /** What is known of a body, and then its bytes, so that they can be passed over. */
  private void deferred(List<Statement> body, BodySummary summary) {
    flag(summary.isGenerator());
    flag(summary.suspendsProtected());
    flag(summary.handlesExceptions());
    flag(summary.hasLoop());
    flag(summary.usesClass());
    number(summary.units());
    optionalText(summary.doc());
    TreeWriter inside = new TreeWriter(texts, null, line);
    inside.list(body, inside::statement);
    bytes(inside.out.toByteArray());
  }

  private void optionalExpression(@Nullable Expression tree) {
    if (tree == null) {
      out.write(0);
    } else {
      expression(tree);
    }
  }

  private void expression(Expression tree) {
    switch (tree) {
      case Expression.NoneLiteral x -> {
        out.write(1);
        span(x.span());
      }
      case Expression.BooleanLiteral x -> {
        out.write(2);
        flag(x.value());
        span(x.span());
      }
      case Expression.EllipsisLiteral x -> {
        out.write(3);
        span(x.span());
      }
      case Expression.IntegerLiteral x -> {
        out.write(4);
        bytes(x.value().toByteArray());
        span(x.span());
      }
      case Expression.FloatLiteral x -> {
        out.write(5);
        real(x.value());
        span(x.span());
      }
      case Expression.ImaginaryLiteral x -> {
        out.write(6);
        real(x.value());
        span(x.span());
      }
      case Expression.StringLiteral x -> {
        out.write(7);
        text(x.value());
        span(x.span());
      }
      case Expression.BytesLiteral x -> {
        out.write(8);
        bytes(x.value());
        span(x.span());
      }
      case Expression.JoinedString x -> {
        out.write(9);
        list(x.values(), this::expression);
        span(x.span());
      }
      case Expression.FormattedValue x -> {
        out.write(10);
        expression(x.value());
        number(x.conversion());
        optionalExpression(x.formatSpec());
        span(x.span());
      }
      case Expression.Name x -> {
        out.write(11);
        text(x.id());
        span(x.span());
      }
      case Expression.BooleanOperation x -> {
        out.write(12);
        flag(x.isAnd());
        list(x.values(), this::expression);
        span(x.span());
      }
      case Expression.NamedExpression x -> {
        out.write(13);
        expression(x.target());
        expression(x.value());
        span(x.span());
      }
      case Expression.BinaryOperation x -> {
        out.write(14);
        expression(x.left());
        binaryOperator(x.operator());
        expression(x.right());
        span(x.span());
      }
      case Expression.UnaryOperation x -> {
        out.write(15);
        unaryOperator(x.operator());
        expression(x.operand());
        span(x.span());
      }
      case Expression.Lambda x -> {
        out.write(16);
        parameters(x.parameters());
        expression(x.body());
        span(x.span());
      }
      case Expression.Conditional x -> {
        out.write(17);
        expression(x.test());
        expression(x.body());
        expression(x.orElse());
        span(x.span());
      }
      case Expression.DictDisplay x -> {
        out.write(18);
        list(x.keys(), this::optionalExpression);
        list(x.values(), this::expression);
        span(x.span());
      }
      case Expression.SetDisplay x -> {
        out.write(19);
        list(x.elements(), this::expression);
        span(x.span());
      }
      case Expression.ListDisplay x -> {
        out.write(20);
        list(x.elements(), this::expression);
        span(x.span());
      }
      case Expression.TupleDisplay x -> {
        out.write(21);
        list(x.elements(), this::expression);
        span(x.span());
      }
      case Expression.ListComprehension x -> {
        out.write(22);
        expression(x.element());
        list(x.clauses(), this::comprehensionClause);
        span(x.span());
      }
      case Expression.SetComprehension x -> {
        out.write(23);
        expression(x.element());
        list(x.clauses(), this::comprehensionClause);
        span(x.span());
      }
      case Expression.DictComprehension x -> {
        out.write(24);
        expression(x.key());
        expression(x.value());
        list(x.clauses(), this::comprehensionClause);
        span(x.span());
      }
      case Expression.GeneratorExpression x -> {
        out.write(25);
        expression(x.element());
        list(x.clauses(), this::comprehensionClause);
        span(x.span());
      }
      case Expression.Await x -> {
        out.write(26);
        expression(x.value());
        span(x.span());
      }
      case Expression.Yield x -> {
        out.write(27);
        optionalExpression(x.value());
        span(x.span());
      }
      case Expression.YieldFrom x -> {
        out.write(28);
        expression(x.value());
        span(x.span());
      }
      case Expression.Comparison x -> {
        out.write(29);
        expression(x.left());
        list(x.operators(), this::comparisonOperator);
        list(x.comparators(), this::expression);
        span(x.span());
      }
      case Expression.Call x -> {
        out.write(30);
        expression(x.function());
        list(x.arguments(), this::expression);
        list(x.keywords(), this::keyword);
        span(x.span());
      }
      case Expression.Attribute x -> {
        out.write(31);
        expression(x.value());
        text(x.name());
        span(x.span());
      }
      case Expression.Subscript x -> {
        out.write(32);
        expression(x.value());
        expression(x.index());
        span(x.span());
      }
      case Expression.Starred x -> {
        out.write(33);
        expression(x.value());
        span(x.span());
      }
      case Expression.Slice x -> {
        out.write(34);
        optionalExpression(x.lower());
        optionalExpression(x.upper());
        optionalExpression(x.step());
        span(x.span());
      }
    }
  }

  private void statement(Statement tree) {
    switch (tree) {
      case Statement.FunctionDef x -> {
        out.write(summaries == null ? 1 : 24);
        text(x.name());
        parameters(x.parameters());
        if (summaries == null) {
          list(x.body(), this::statement);
        } else {
          deferred(x.body(), summaries.apply(x));
        }
        list(x.decorators(), this::expression);
        optionalExpression(x.returns());
        flag(x.isAsync());
        span(x.span());
      }
      case Statement.ClassDef x -> {
        out.write(2);
        text(x.name());
        list(x.bases(), this::expression);
        list(x.keywords(), this::keyword);
        list(x.body(), this::statement);
        list(x.decorators(), this::expression);
        span(x.span());
      }
      case Statement.Return x -> {
        out.write(3);
        optionalExpression(x.value());
        span(x.span());
      }
      case Statement.Delete x -> {
        out.write(4);
        list(x.targets(), this::expression);
        span(x.span());
      }
      case Statement.Assign x -> {
        out.write(5);
        list(x.targets(), this::expression);
        expression(x.value());
        span(x.span());
      }
      case Statement.AugAssign x -> {
        out.write(6);
        expression(x.target());
        binaryOperator(x.operator());
        expression(x.value());
        span(x.span());
      }
      case Statement.AnnAssign x -> {
        out.write(7);
        expression(x.target());
        expression(x.annotation());
        optionalExpression(x.value());
        flag(x.simple());
        span(x.span());
      }
      case Statement.For x -> {
        out.write(8);
        expression(x.target());
        expression(x.iterable());
        list(x.body(), this::statement);
        list(x.orElse(), this::statement);
        flag(x.isAsync());
        span(x.span());
      }
      case Statement.While x -> {
        out.write(9);
        expression(x.test());
        list(x.body(), this::statement);
        list(x.orElse(), this::statement);
        span(x.span());
      }
      case Statement.If x -> {
        out.write(10);
        expression(x.test());
        list(x.body(), this::statement);
        list(x.orElse(), this::statement);
        span(x.span());
      }
      case Statement.With x -> {
        out.write(11);
        list(x.items(), this::withItem);
        list(x.body(), this::statement);
        flag(x.isAsync());
        span(x.span());
      }
      case Statement.Match x -> {
        out.write(12);
        expression(x.subject());
        list(x.cases(), this::matchCase);
        span(x.span());
      }
      case Statement.Raise x -> {
        out.write(13);
        optionalExpression(x.exception());
        optionalExpression(x.cause());
        span(x.span());
      }
      case Statement.Try x -> {
        out.write(14);
        list(x.body(), this::statement);
        list(x.handlers(), this::exceptHandler);
        list(x.orElse(), this::statement);
        list(x.finalBody(), this::statement);
        flag(x.isStar());
        span(x.span());
      }
      case Statement.Assert x -> {
        out.write(15);
        expression(x.test());
        optionalExpression(x.message());
        span(x.span());
      }
      case Statement.Import x -> {
        out.write(16);
        list(x.names(), this::importAlias);
        span(x.span());
      }
      case Statement.ImportFrom x -> {
        out.write(17);
        optionalText(x.module());
        list(x.names(), this::importAlias);
        number(x.level());
        span(x.span());
      }
      case Statement.Global x -> {
        out.write(18);
        list(x.names(), this::text);
        span(x.span());
      }
      case Statement.Nonlocal x -> {
        out.write(19);
        list(x.names(), this::text);
        span(x.span());
      }
      case Statement.ExpressionStatement x -> {
        out.write(20);
        expression(x.value());
        span(x.span());
      }
      case Statement.Pass x -> {
        out.write(21);
        span(x.span());
      }
      case Statement.Break x -> {
        out.write(22);
        span(x.span());
      }
      case Statement.Continue x -> {
        out.write(23);
        span(x.span());
      }
    }
  }

  private void optionalPattern(@Nullable Pattern tree) {
    if (tree == null) {
      out.write(0);
    } else {
      pattern(tree);
    }
  }

  private void pattern(Pattern tree) {
    switch (tree) {
      case Pattern.MatchValue x -> {
        out.write(1);
        expression(x.value());
        span(x.span());
      }
      case Pattern.MatchSingleton x -> {
        out.write(2);
        expression(x.value());
        span(x.span());
      }
      case Pattern.MatchSequence x -> {
        out.write(3);
        list(x.patterns(), this::pattern);
        span(x.span());
      }
      case Pattern.MatchMapping x -> {
        out.write(4);
        list(x.keys(), this::expression);
        list(x.patterns(), this::pattern);
        optionalText(x.rest());
        span(x.span());
      }
      case Pattern.MatchClass x -> {
        out.write(5);
        expression(x.type());
        list(x.patterns(), this::pattern);
        list(x.keywordNames(), this::text);
        list(x.keywordPatterns(), this::pattern);
        span(x.span());
      }
      case Pattern.MatchStar x -> {
        out.write(6);
        optionalText(x.name());
        span(x.span());
      }
      case Pattern.MatchAs x -> {
        out.write(7);
        optionalPattern(x.pattern());
        optionalText(x.name());
        span(x.span());
      }
      case Pattern.MatchOr x -> {
        out.write(8);
        list(x.patterns(), this::pattern);
        span(x.span());
      }
    }
  }

  private void keyword(Keyword x) {
    optionalText(x.name());
    expression(x.value());
    span(x.span());
  }

  private void parameter(Parameter x) {
    text(x.name());
    optionalExpression(x.annotation());
    span(x.span());
  }

  private void parameters(Parameters x) {
    list(x.positionalOnly(), this::parameter);
    list(x.positional(), this::parameter);
    optionalParameter(x.varArgs());
    list(x.keywordOnly(), this::parameter);
    list(x.keywordDefaults(), this::optionalExpression);
    optionalParameter(x.kwArgs());
    list(x.defaults(), this::expression);
  }

  private void exceptHandler(ExceptHandler x) {
    optionalExpression(x.type());
    optionalText(x.name());
    list(x.body(), this::statement);
    span(x.span());
  }

  private void importAlias(ImportAlias x) {
    text(x.name());
    optionalText(x.asName());
    span(x.span());
  }

  private void matchCase(MatchCase x) {
    pattern(x.pattern());
    optionalExpression(x.guard());
    list(x.body(), this::statement);
    span(x.span());
  }

  private void withItem(WithItem x) {
    expression(x.context());
    optionalExpression(x.target());
  }

  private void comprehensionClause(ComprehensionClause x) {
    expression(x.target());
    expression(x.iterable());
    list(x.conditions(), this::expression);
    flag(x.isAsync());
  }

  private void optionalParameter(@Nullable Parameter tree) {
    flag(tree != null);
    if (tree != null) {
      parameter(tree);
    }
  }

  private void binaryOperator(BinaryOperator operator) {
    out.write(operator.ordinal());
  }

  private void unaryOperator(UnaryOperator operator) {
    out.write(operator.ordinal());
  }

  private void comparisonOperator(ComparisonOperator operator) {
    out.write(operator.ordinal());
  }

  // ---- what trees are made of ------------------------------------------------------------------

  private void flag(boolean value) {
    out.write(value ? 1 : 0);
  }

  private void number(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private void twoBytes(int value) {
    out.write(value >>> 8);
    out.write(value);
  }

  private void eightBytes(long value) {
    for (int i = 0; i < Long.BYTES; i++) {
      out.write((byte) (value >>> 8 * i));
    }
  }

  private void real(double value) {
    eightBytes(Double.doubleToRawLongBits(value));
  }

  private void bytes(byte[] value) {
    number(value.length);
    out.writeBytes(value);
  }

  private void text(String value) {
    Integer known = texts.putIfAbsent(value, texts.size());
    number(known == null ? texts.size() - 1 : known);
  }

  private void optionalText(@Nullable String value) {
    flag(value != null);
    if (value != null) {
      text(value);
    }
  }

  private void span(Span span) {
    int more = span.line() - line;
    number(more << 1 ^ more >> 31);
    line = span.line();
    number(span.column());
    number(span.endLine() - span.line());
    number(span.endColumn());
  }

  private <T extends @Nullable Object> void list(List<T> elements, Consumer<T> element) {
    number(elements.size());
    for (T each : elements) {
      element.accept(each);
    }
  }
}
