package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;

/** A statement that somebody watches. */
final class Probed extends StatementNode {
  private final StatementListener.Probe probe;
  private final Span span;
  @Child private StatementNode statement;

  Probed(StatementListener.Probe probe, Span span, StatementNode statement) {
    this.probe = probe;
    this.span = span;
    this.statement = statement;
  }

  @Override
  @Nullable Object execute(VirtualFrame frame) {
    Frames.at(frame, span);
    probe.reached();
    return statement.execute(frame);
  }
}
