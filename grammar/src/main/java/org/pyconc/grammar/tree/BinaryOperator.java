package org.pyconc.grammar.tree;

/** The operators that take two operands and may be used in an augmented assignment. */
public enum BinaryOperator {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  MATRIX_MULTIPLY("@"),
  DIVIDE("/"),
  MODULO("%"),
  POWER("**"),
  LEFT_SHIFT("<<"),
  RIGHT_SHIFT(">>"),
  BIT_OR("|"),
  BIT_XOR("^"),
  BIT_AND("&"),
  FLOOR_DIVIDE("//");

  private final String symbol;

  BinaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written in the source. */
  public String symbol() {
    return symbol;
  }
}
