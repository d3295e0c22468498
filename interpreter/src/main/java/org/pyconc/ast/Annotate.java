package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.operations.Annotations;
import org.pyconc.operations.ClassNamespace;

/** Notes the annotation of a variable of a module or class in {@code __annotations__}. */
final class Annotate extends StatementNode {
  private final String name;
  private final boolean inClass;
  @Child private ExpressionNode annotation;

  Annotate(String name, ExpressionNode annotation, boolean inClass) {
    this.name = name;
    this.annotation = annotation;
    this.inClass = inClass;
  }

  @Override
  @Nullable Object execute(VirtualFrame frame) {
    Object value = annotation.execute(frame);
    if (!inClass) {
      Annotations.note(Frames.globals(frame), name, value);
      return null;
    }
    ClassNamespace.annotate(Frames.namespace(frame), name, value);
    return null;
  }
}
