package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;

/** A node that is run for its effect. */
abstract class StatementNode extends Node {
  /**
   * Runs the statement.
   *
   * @return null to go on behind it, {@link Completion#BREAK} or {@link Completion#CONTINUE} for
   *     the loop around, or the value that the function returns
   */
  abstract @Nullable Object execute(VirtualFrame frame);
}
