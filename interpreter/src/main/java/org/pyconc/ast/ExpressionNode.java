package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.pyconc.grammar.tree.Span;
import org.pyconc.operations.Truth;

/** A node that has a value. */
abstract class ExpressionNode extends Node {
  private final Span span;

  ExpressionNode(Span span) {
    this.span = span;
  }

  /** The place in the source. */
  final Span span() {
    return span;
  }

  abstract Object execute(VirtualFrame frame);

  /** The truth of the value. */
  boolean executeTruth(VirtualFrame frame) {
    return Truth.isTrue(execute(frame));
  }
}
