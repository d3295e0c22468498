package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;

/** A statement whose beginning and end somebody watches. */
final class ProbedAround extends StatementNode {
  private final StatementListener.AroundProbe probe;
  private final Span span;
  @Child private StatementNode statement;

  ProbedAround(StatementListener.AroundProbe probe, Span span, StatementNode statement) {
    this.probe = probe;
    this.span = span;
    this.statement = statement;
  }

  @Override
  @Nullable Object execute(VirtualFrame frame) {
    Frames.at(frame, span);
    Object begun = probe.begun();
    Object result;
    try {
      result = statement.execute(frame);
    } catch (Throwable thrown) {
      probe.ended(begun, thrown);
      throw thrown;
    }
    probe.ended(begun, null);
    return result;
  }
}
