package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyDict;
import org.pyconc.operations.Items;

/** Notes the annotation of a variable of a module or class in {@code __annotations__}. */
final class Annotate extends StatementNode {
  private static final String ANNOTATIONS = "__annotations__";

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
    Object dict =
        inClass
            ? Names.lookup(Frames.namespace(frame), ANNOTATIONS)
            : Frames.globals(frame).own(ANNOTATIONS);
    if (dict == null) {
      dict = new PyDict();
      if (inClass) {
        Items.set(Frames.namespace(frame), ANNOTATIONS, dict);
      } else {
        Frames.globals(frame).setOwn(ANNOTATIONS, dict);
      }
    }
    Items.set(dict, name, value);
    return null;
  }
}
