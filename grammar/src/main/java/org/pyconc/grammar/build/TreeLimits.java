package org.pyconc.grammar.build;

import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Span;

/** How deep a tree may get, so that those who walk it do not run out of stack. */
public final class TreeLimits {
  /** Rules inside each other in the parse tree. */
  public static final int MAX_RULES = 3000;

  /** What makes a deep tree without brackets: {@code 1 + 1 + 1}, {@code a.b.c}, {@code elif}. */
  static final int MAX_CHAIN = 2500;

  private TreeLimits() {}

  public static Refusal tooDeep(Span at) {
    return new Refusal("too many nested expressions", at);
  }
}
