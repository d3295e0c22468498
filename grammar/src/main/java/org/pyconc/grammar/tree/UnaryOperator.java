package org.pyconc.grammar.tree;

/** The operators that take one operand. */
public enum UnaryOperator {
  INVERT("~"),
  NOT("not"),
  PLUS("+"),
  MINUS("-");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written in the source. */
  public String symbol() {
    return symbol;
  }
}
