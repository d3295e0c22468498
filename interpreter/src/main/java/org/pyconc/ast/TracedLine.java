package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.runtime.Activation;
import org.pyconc.runtime.Tracers;

/** A statement of which the functions of {@code sys.settrace} are told. */
final class TracedLine extends StatementNode {
  private final Span span;
  @Child private StatementNode statement;

  TracedLine(Span span, StatementNode statement) {
    this.span = span;
    this.statement = statement;
  }

  @Override
  @Nullable Object execute(VirtualFrame frame) {
    Activation activation = Frames.activation(frame);
    Frames.at(frame, span);
    if (activation.isTraced()) {
      Tracers.line(activation, span.line());
    }
    try {
      return statement.execute(frame);
    } catch (PyException e) {
      if (activation.isTraced()) {
        Tracers.raised(activation, e);
      }
      throw e;
    }
  }

  /** The body of a loop: behind it the loop's own line comes again. */
  static final class Repeated extends StatementNode {
    private final Span loop;
    @Child private StatementNode body;

    Repeated(Span loop, StatementNode body) {
      this.loop = loop;
      this.body = body;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object result = body.execute(frame);
      if (result == null || result == Completion.CONTINUE) {
        Activation activation = Frames.activation(frame);
        if (activation.isTraced()) {
          Frames.at(frame, loop);
          activation.setLine(0);
          Tracers.line(activation, loop.line());
        }
      }
      return result;
    }
  }
}
