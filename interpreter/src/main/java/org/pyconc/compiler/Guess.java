package org.pyconc.compiler;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.BinaryOperator;

/** What kind of number an expression is most likely. */
enum Guess {
  /** Nothing is known yet: goes up as more is seen. */
  NOTHING,
  LONG,
  DOUBLE,
  /** Something else, or now this and now that. */
  UNKNOWN;

  /** The kind to keep it as, or null. */
  @Nullable NumberKind kind() {
    return this == LONG ? NumberKind.LONG : this == DOUBLE ? NumberKind.DOUBLE : null;
  }

  static Guess join(Guess a, Guess b) {
    if (a == NOTHING) {
      return b;
    }
    if (b == NOTHING) {
      return a;
    }
    if (a == UNKNOWN || b == UNKNOWN) {
      return UNKNOWN;
    }
    return a == b ? a : DOUBLE;
  }

  /** The result of an operation. */
  static Guess binary(BinaryOperator operator, Guess a, Guess b) {
    if (a == NOTHING || b == NOTHING) {
      return NOTHING;
    }
    boolean isDouble = a == DOUBLE || b == DOUBLE;
    boolean isLong = a == LONG && b == LONG;
    boolean oneLong = a == LONG || b == LONG;
    return switch (operator) {
      case ADD, SUBTRACT -> isDouble ? DOUBLE : oneLong ? LONG : UNKNOWN;
      case MULTIPLY -> isDouble ? DOUBLE : isLong ? LONG : UNKNOWN;
      case DIVIDE -> isDouble || oneLong ? DOUBLE : UNKNOWN;
      case FLOOR_DIVIDE, MODULO -> isDouble ? DOUBLE : oneLong ? LONG : UNKNOWN;
      case BIT_AND, BIT_OR, BIT_XOR, LEFT_SHIFT, RIGHT_SHIFT -> oneLong ? LONG : UNKNOWN;
      case POWER -> isDouble ? DOUBLE : isLong ? LONG : UNKNOWN;
      case MATRIX_MULTIPLY -> UNKNOWN;
    };
  }
}
