package org.pyconc.grammar.tree;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression, named as in CPython's {@code ast}. Whether a name, attribute, subscript, list,
 * tuple or starred expression is read, assigned or deleted follows from where it stands.
 */
public sealed interface Expression extends Node {

  record NoneLiteral(Span span) implements Expression {}

  record BooleanLiteral(boolean value, Span span) implements Expression {}

  record EllipsisLiteral(Span span) implements Expression {}

  record IntegerLiteral(BigInteger value, Span span) implements Expression {}

  record FloatLiteral(double value, Span span) implements Expression {}

  /** {@code 2j}: the imaginary part of a complex number. */
  record ImaginaryLiteral(double value, Span span) implements Expression {}

  /** Adjacent literals are already joined. */
  record StringLiteral(String value, Span span) implements Expression {}

  /** The array belongs to the tree and is not to be written to. */
  @SuppressWarnings("ArrayRecordComponent")
  record BytesLiteral(byte[] value, Span span) implements Expression {}

  /** An f-string: string literals and formatted values. */
  record JoinedString(List<Expression> values, Span span) implements Expression {}

  /**
   * {@code {value!r:spec}} of an f-string.
   *
   * @param conversion {@code 'r'}, {@code 's'}, {@code 'a'} or 0 for none
   * @param formatSpec a {@link JoinedString} or null
   */
  record FormattedValue(
      Expression value, char conversion, @Nullable Expression formatSpec, Span span)
      implements Expression {}

  record Name(String id, Span span) implements Expression {}

  /** {@code a and b and c}, {@code a or b or c}. */
  record BooleanOperation(boolean isAnd, List<Expression> values, Span span)
      implements Expression {}

  /** {@code target := value}. */
  record NamedExpression(Name target, Expression value, Span span) implements Expression {}

  record BinaryOperation(Expression left, BinaryOperator operator, Expression right, Span span)
      implements Expression {}

  record UnaryOperation(UnaryOperator operator, Expression operand, Span span)
      implements Expression {}

  record Lambda(Parameters parameters, Expression body, Span span) implements Expression {}

  /** {@code body if test else orElse}. */
  record Conditional(Expression test, Expression body, Expression orElse, Span span)
      implements Expression {}

  /** A null key stands for {@code **value}. */
  record DictDisplay(List<@Nullable Expression> keys, List<Expression> values, Span span)
      implements Expression {}

  record SetDisplay(List<Expression> elements, Span span) implements Expression {}

  record ListDisplay(List<Expression> elements, Span span) implements Expression {}

  record TupleDisplay(List<Expression> elements, Span span) implements Expression {}

  record ListComprehension(Expression element, List<ComprehensionClause> clauses, Span span)
      implements Expression {}

  record SetComprehension(Expression element, List<ComprehensionClause> clauses, Span span)
      implements Expression {}

  record DictComprehension(
      Expression key, Expression value, List<ComprehensionClause> clauses, Span span)
      implements Expression {}

  record GeneratorExpression(Expression element, List<ComprehensionClause> clauses, Span span)
      implements Expression {}

  record Await(Expression value, Span span) implements Expression {}

  record Yield(@Nullable Expression value, Span span) implements Expression {}

  record YieldFrom(Expression value, Span span) implements Expression {}

  /** {@code left op1 c1 op2 c2 ...}. */
  record Comparison(
      Expression left, List<ComparisonOperator> operators, List<Expression> comparators, Span span)
      implements Expression {}

  record Call(Expression function, List<Expression> arguments, List<Keyword> keywords, Span span)
      implements Expression {}

  record Attribute(Expression value, String name, Span span) implements Expression {}

  record Subscript(Expression value, Expression index, Span span) implements Expression {}

  /** {@code *value} among arguments, elements or targets. */
  record Starred(Expression value, Span span) implements Expression {}

  /** {@code lower:upper:step}, only inside a subscript. */
  record Slice(
      @Nullable Expression lower, @Nullable Expression upper, @Nullable Expression step, Span span)
      implements Expression {}
}
