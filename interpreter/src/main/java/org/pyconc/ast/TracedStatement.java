package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.scope.CodeUnit;

/** A statement, or the whole body of a unit, that tools of Truffle can stop at. */
public abstract class TracedStatement extends StatementNode {
  private final CodeUnit code;
  @Child private @Nullable StatementNode body;

  /** The statement itself is given to it when it has been made. */
  protected TracedStatement(CodeUnit code) {
    this.code = code;
  }

  final TracedStatement around(StatementNode statement) {
    body = insert(statement);
    return this;
  }

  /** The unit that it belongs to. */
  public final CodeUnit code() {
    return code;
  }

  @Override
  final @Nullable Object execute(VirtualFrame frame) {
    return executeTraced(frame);
  }

  /** Runs the statement; null to go on behind it. */
  public abstract @Nullable Object executeTraced(VirtualFrame frame);

  /** Runs the statement itself. */
  protected final @Nullable Object runBody(VirtualFrame frame) {
    StatementNode statement = body;
    return statement == null ? null : statement.execute(frame);
  }
}
