package org.pyconc.compiler;

import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Variables.Unboxed;
import org.pyconc.grammar.tree.BinaryOperator;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.UnaryOperator;
import org.pyconc.operations.BinaryOp;

/** Finds out what of an expression can be computed with the JVM's own numbers. */
final class NumberPlanner {
  private final UnitContext unit;
  private final Variables variables;

  NumberPlanner(UnitContext unit) {
    this.unit = unit;
    this.variables = unit.variables();
  }

  /** The expression as arithmetic with numbers, or null if nothing speaks for it. */
  @Nullable NumberTree plan(Expression expression) {
    NumberTree tree = tree(expression, true);
    return tree != null && isWorthIt(tree) ? tree : null;
  }

  /** A single operation with objects is done as well by a call, which takes less code. */
  static boolean isWorthIt(NumberTree tree) {
    return tree.hasNumber() || tree.operations() > 1;
  }

  /**
   * The tree of an expression.
   *
   * @param isFirst whether no operation is evaluated before it: only then may it have values that
   *     have to be evaluated
   */
  @Nullable NumberTree tree(Expression expression, boolean isFirst) {
    switch (expression) {
      case Expression.IntegerLiteral x -> {
        return x.value().bitLength() < Long.SIZE
            ? new NumberTree.Literal(x.value().longValue())
            : null;
      }
      case Expression.FloatLiteral x -> {
        return new NumberTree.Literal(x.value());
      }
      case Expression.Name x -> {
        String name = unit.mangle(x.id());
        if (variables.isSure(name)) {
          Unboxed number = variables.unboxed(name);
          if (number != null) {
            return new NumberTree.Number(name, number, x.span());
          }
          int local = variables.plainLocal(name);
          if (local >= 0) {
            return new NumberTree.Value(local, null, guess(expression));
          }
        }
      }
      case Expression.UnaryOperation x -> {
        if (x.operator() == UnaryOperator.MINUS) {
          if (x.operand() instanceof Expression.IntegerLiteral i && i.value().bitLength() < 63) {
            return new NumberTree.Literal(-i.value().longValue());
          }
          if (x.operand() instanceof Expression.FloatLiteral f) {
            return new NumberTree.Literal(-f.value());
          }
        }
      }
      case Expression.BinaryOperation x -> {
        if (isArithmetic(x.operator())) {
          return operation(x.operator(), x.left(), x.right(), x.span(), false, isFirst);
        }
      }
      default -> {}
    }
    return isFirst && !(unit.isGenerator() && unit.suspends(expression))
        ? new NumberTree.Value(-1, expression, guess(expression))
        : null;
  }

  @Nullable NumberKind guess(Expression expression) {
    return unit.guesses().guess(expression).kind();
  }

  @Nullable NumberTree operation(
      BinaryOperator operator,
      Expression leftSide,
      Expression rightSide,
      Span span,
      boolean isInPlace,
      boolean isFirst) {
    NumberTree left = tree(leftSide, isFirst);
    if (left == null) {
      return null;
    }
    NumberTree right = tree(rightSide, isFirst && !(left instanceof NumberTree.Operation));
    if (right == null) {
      return null;
    }
    if (assigns(rightSide)) {
      return null;
    }
    return new NumberTree.Operation(BinaryOp.of(operator), left, right, isInPlace, span);
  }

  static boolean isArithmetic(BinaryOperator operator) {
    return switch (operator) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO -> true;
      case BIT_AND, BIT_OR, BIT_XOR -> true;
      case LEFT_SHIFT, RIGHT_SHIFT, POWER, MATRIX_MULTIPLY -> false;
    };
  }

  /** Whether evaluating it may assign to a variable that is read before. */
  static boolean assigns(Expression expression) {
    if (expression instanceof Expression.NamedExpression) {
      return true;
    }
    for (Expression each : Trees.children(expression)) {
      if (assigns(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the numbers' own operation exists for all parts. */
  static boolean canCompute(NumberTree tree, NumberKind kind) {
    if (!(tree instanceof NumberTree.Operation x)) {
      return kind == NumberKind.DOUBLE || tree.kind() != NumberKind.DOUBLE;
    }
    NumberKind own = x.kind();
    if (own == NumberKind.DOUBLE && kind == NumberKind.LONG) {
      return false;
    }
    NumberKind inner = own == null ? kind : own;
    boolean fits =
        switch (x.operator()) {
          case ADD, SUB, MUL -> true;
          case TRUEDIV -> inner == NumberKind.DOUBLE;
          case FLOORDIV, MOD -> inner == NumberKind.LONG;
          case AND, OR, XOR -> inner == NumberKind.LONG;
          default -> false;
        };
    return fits && canCompute(x.left(), inner) && canCompute(x.right(), inner);
  }

  /** {@code place op= expression} with the place's value evaluated before. */
  @Nullable NumberTree combination(Statement.AugAssign s, NumberTree.Value current) {
    if (!isArithmetic(s.operator()) || assigns(s.value())) {
      return null;
    }
    NumberTree right = tree(s.value(), true);
    return right == null
        ? null
        : new NumberTree.Operation(BinaryOp.of(s.operator()), current, right, true, s.span());
  }
}
