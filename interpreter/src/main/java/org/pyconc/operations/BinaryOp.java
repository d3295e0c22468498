package org.pyconc.operations;

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
