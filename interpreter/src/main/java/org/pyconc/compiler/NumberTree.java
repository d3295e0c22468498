package org.pyconc.compiler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.Variables.Unboxed;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.operations.BinaryOp;

/**
 * Arithmetic whose operands are local variables, literals and values that were evaluated before: it
 * can be computed with the JVM's numbers and, where that turns out to be impossible, once more with
 * objects, without anybody noticing.
 */
sealed interface NumberTree {
  /** A literal. */
  record Literal(Object value) implements NumberTree {}

  /** A variable that is kept as a number. */
  record Number(String name, Unboxed variable, Span span) implements NumberTree {}

  /**
   * An object in a local of the JVM.
   *
   * @param expression what has to be evaluated into the local first, or null for a variable
   * @param guess what it is most likely, or null if nothing tells
   */
  record Value(int local, @Nullable Expression expression, @Nullable NumberKind guess)
      implements NumberTree {}

  /**
   * An operation.
   *
   * @param isInPlace whether it is that of an augmented assignment
   */
  record Operation(
      BinaryOp operator, NumberTree left, NumberTree right, boolean isInPlace, Span span)
      implements NumberTree {}

  /** The kind of the result if all guesses hold, or null if nothing tells. */
  default @Nullable NumberKind kind() {
    return switch (this) {
      case Literal x -> x.value() instanceof Double ? NumberKind.DOUBLE : NumberKind.LONG;
      case Number x -> x.variable().kind();
      case Value x -> x.guess();
      case Operation x -> {
        NumberKind left = x.left().kind();
        NumberKind right = x.right().kind();
        yield left == null ? right : right == null ? left : NumberKind.join(left, right);
      }
    };
  }

  /** Whether there is a variable among the operands that is kept as a number. */
  default boolean hasNumber() {
    return switch (this) {
      case Number x -> true;
      case Operation x -> x.left().hasNumber() || x.right().hasNumber();
      default -> false;
    };
  }

  /** How many operations there are. */
  default int operations() {
    return this instanceof Operation x ? 1 + x.left().operations() + x.right().operations() : 0;
  }

  /** Adds all operands in the order of their evaluation. */
  default void operands(List<NumberTree> to) {
    if (this instanceof Operation x) {
      x.left().operands(to);
      x.right().operands(to);
    } else {
      to.add(this);
    }
  }
}
