package org.pyconc.grammar.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement, named as in CPython's {@code ast}. */
public sealed interface Statement extends Node {

  /** {@code def} or {@code async def}; the span starts at {@code def}, not at the decorators. */
  record FunctionDef(
      String name,
      Parameters parameters,
      List<Statement> body,
      List<Expression> decorators,
      @Nullable Expression returns,
      boolean isAsync,
      Span span)
      implements Statement {}

  record ClassDef(
      String name,
      List<Expression> bases,
      List<Keyword> keywords,
      List<Statement> body,
      List<Expression> decorators,
      Span span)
      implements Statement {}

  record Return(@Nullable Expression value, Span span) implements Statement {}

  record Delete(List<Expression> targets, Span span) implements Statement {}

  /** {@code a = b = value} has two targets. */
  record Assign(List<Expression> targets, Expression value, Span span) implements Statement {}

  record AugAssign(Expression target, BinaryOperator operator, Expression value, Span span)
      implements Statement {}

  /**
   * {@code target: annotation = value}.
   *
   * @param simple whether the target is a name without parentheses
   */
  record AnnAssign(
      Expression target,
      Expression annotation,
      @Nullable Expression value,
      boolean simple,
      Span span)
      implements Statement {}

  record For(
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> orElse,
      boolean isAsync,
      Span span)
      implements Statement {}

  record While(Expression test, List<Statement> body, List<Statement> orElse, Span span)
      implements Statement {}

  /** {@code elif} is an {@code If} alone in {@code orElse}. */
  record If(Expression test, List<Statement> body, List<Statement> orElse, Span span)
      implements Statement {}

  record With(List<WithItem> items, List<Statement> body, boolean isAsync, Span span)
      implements Statement {}

  record Match(Expression subject, List<MatchCase> cases, Span span) implements Statement {}

  record Raise(@Nullable Expression exception, @Nullable Expression cause, Span span)
      implements Statement {}

  /**
   * @param isStar whether the handlers are {@code except*}
   */
  record Try(
      List<Statement> body,
      List<ExceptHandler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody,
      boolean isStar,
      Span span)
      implements Statement {}

  record Assert(Expression test, @Nullable Expression message, Span span) implements Statement {}

  record Import(List<ImportAlias> names, Span span) implements Statement {}

  /**
   * @param module null in {@code from . import x}
   * @param level the number of leading dots
   */
  record ImportFrom(@Nullable String module, List<ImportAlias> names, int level, Span span)
      implements Statement {}

  record Global(List<String> names, Span span) implements Statement {}

  record Nonlocal(List<String> names, Span span) implements Statement {}

  /** An expression whose value is thrown away. */
  record ExpressionStatement(Expression value, Span span) implements Statement {}

  record Pass(Span span) implements Statement {}

  record Break(Span span) implements Statement {}

  record Continue(Span span) implements Statement {}
}
