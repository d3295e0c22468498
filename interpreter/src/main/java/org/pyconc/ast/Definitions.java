package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyFunction;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Functions;
import org.pyconc.scope.CodeUnit;

/** Making functions and classes. */
final class Definitions {
  private Definitions() {}

  /**
   * Where the cells of a new function's closure come from: slot and whether from the own closure.
   */
  record Capture(int index, boolean isFree) {}

  static Cell[] capture(VirtualFrame frame, Capture[] captures) {
    Cell[] cells = new Cell[captures.length];
    for (int i = 0; i < cells.length; i++) {
      Capture c = captures[i];
      cells[i] = c.isFree ? Frames.free(frame, c.index) : Frames.cell(frame, c.index);
    }
    return cells;
  }

  /** {@code def} without its decorators, {@code lambda}, and the code of comprehensions. */
  static final class Function extends ExpressionNode {
    private final CodeUnit code;
    private final Capture[] captures;
    private final String[] annotationNames;
    @Children private final ExpressionNode[] defaults;
    @Children private final @Nullable ExpressionNode[] keywordDefaults;
    @Children private final ExpressionNode[] annotations;

    Function(
        Span span,
        CodeUnit code,
        Capture[] captures,
        ExpressionNode[] defaults,
        @Nullable ExpressionNode[] keywordDefaults,
        String[] annotationNames,
        ExpressionNode[] annotations) {
      super(span);
      this.code = code;
      this.captures = captures;
      this.defaults = defaults;
      this.keywordDefaults = keywordDefaults;
      this.annotationNames = annotationNames;
      this.annotations = annotations;
    }

    @Override
    PyFunction execute(VirtualFrame frame) {
      Object[] values = CallNodes.evaluate(defaults, frame);
      @Nullable Object[] keywordValues = new Object[keywordDefaults.length];
      for (int i = 0; i < keywordValues.length; i++) {
        ExpressionNode node = keywordDefaults[i];
        keywordValues[i] = node == null ? null : node.execute(frame);
      }
      PyFunction function =
          Functions.make(
              code, Frames.globals(frame), capture(frame, captures), values, keywordValues);
      return annotations.length == 0
          ? function
          : Functions.annotate(function, annotationNames, CallNodes.evaluate(annotations, frame));
    }
  }

  /** Applies decorators, the lowest first. */
  static final class Decorated extends ExpressionNode {
    @Children private final ExpressionNode[] decorators;
    @Child private ExpressionNode definition;

    Decorated(Span span, ExpressionNode[] decorators, ExpressionNode definition) {
      super(span);
      this.decorators = decorators;
      this.definition = definition;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object[] functions = CallNodes.evaluate(decorators, frame);
      Object value = definition.execute(frame);
      for (int i = functions.length - 1; i >= 0; i--) {
        Frames.at(frame, decorators[i].span());
        try {
          value = Calls.call1(functions[i], value);
        } catch (PyException e) {
          throw e.at(decorators[i].span());
        }
      }
      return value;
    }
  }

  static final class Class extends ExpressionNode {
    private final CodeUnit code;
    private final Capture[] captures;
    @Child private CallNodes.Arguments header;

    Class(Span span, CodeUnit code, Capture[] captures, CallNodes.Arguments header) {
      super(span);
      this.code = code;
      this.captures = captures;
      this.header = header;
    }

    @Override
    Object execute(VirtualFrame frame) {
      try {
        CallNodes.Arguments.Evaluated h = header.evaluate(frame, Frames.function(frame), span());
        return Functions.makeClass(
            code, Frames.globals(frame), capture(frame, captures), h.values(), h.keywords());
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }
}
