package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.pyconc.objects.PySingleton;

/** Something that can be assigned to. */
abstract class TargetNode extends Node {
  abstract void assign(VirtualFrame frame, Object value);

  /** {@code target = None}. */
  void clear(VirtualFrame frame) {
    assign(frame, PySingleton.NONE);
  }

  /** {@code del target}. */
  abstract void delete(VirtualFrame frame);
}
