package org.pyconc.operations;

import org.pyconc.grammar.tree.BinaryOperator;

/** The binary operators with their methods: plain, reflected and in-place. */
public enum BinaryOp {
  ADD("add", "+"),
  SUB("sub", "-"),
  MUL("mul", "*"),
  MATMUL("matmul", "@"),
  TRUEDIV("truediv", "/"),
  MOD("mod", "%"),
  POW("pow", "** or pow()"),
  LSHIFT("lshift", "<<"),
  RSHIFT("rshift", ">>"),
  OR("or", "|"),
  XOR("xor", "^"),
  AND("and", "&"),
  FLOORDIV("floordiv", "//");

  private final String method;
  private final String reflected;
  private final String inPlace;
  private final String symbol;

  BinaryOp(String name, String symbol) {
    this.method = "__" + name + "__";
    this.reflected = "__r" + name + "__";
    this.inPlace = "__i" + name + "__";
    this.symbol = symbol;
  }

  /** What the operator of the syntax tree does. */
  public static BinaryOp of(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> ADD;
      case SUBTRACT -> SUB;
      case MULTIPLY -> MUL;
      case MATRIX_MULTIPLY -> MATMUL;
      case DIVIDE -> TRUEDIV;
      case MODULO -> MOD;
      case POWER -> POW;
      case LEFT_SHIFT -> LSHIFT;
      case RIGHT_SHIFT -> RSHIFT;
      case BIT_OR -> OR;
      case BIT_XOR -> XOR;
      case BIT_AND -> AND;
      case FLOOR_DIVIDE -> FLOORDIV;
    };
  }

  public String method() {
    return method;
  }

  public String reflected() {
    return reflected;
  }

  public String inPlace() {
    return inPlace;
  }

  /** As messages write it. */
  public String symbol() {
    return symbol;
  }
}
