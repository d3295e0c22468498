package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/** Something that can be assigned to. */
abstract class TargetNode extends Node {
  abstract void assign(VirtualFrame frame, Object value);

  /** {@code del target}. */
  abstract void delete(VirtualFrame frame);
}
