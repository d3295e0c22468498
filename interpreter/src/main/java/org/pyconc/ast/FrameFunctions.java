package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyDict;
import org.pyconc.operations.FrameCalls;
import org.pyconc.runtime.Tracers;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable.Access;

/** Calls of the builtin functions that look at the variables of their caller. */
final class FrameFunctions {
  private FrameFunctions() {}

  /** A variable of the frame and where it is. */
  record Variable(String name, int index, Access access) {}

  /** A call of a name that may be one of the functions; perhaps one that a profiler is told of. */
  static final class Call extends ExpressionNode {
    private final CodeUnit.Kind kind;
    private final Variable[] variables;
    private final boolean isTold;
    @Child private ExpressionNode function;
    @Children private final ExpressionNode[] arguments;

    Call(
        Span span,
        ExpressionNode function,
        ExpressionNode[] arguments,
        CodeUnit.Kind kind,
        Variable[] variables,
        boolean isTold) {
      super(span);
      this.isTold = isTold;
      this.function = function;
      this.arguments = arguments;
      this.kind = kind;
      this.variables = variables;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object f = function.execute(frame);
      Object[] values = CallNodes.evaluate(arguments, frame);
      Frames.at(frame, span());
      try {
        return isTold ? Tracers.call(f, () -> call(frame, f, values)) : call(frame, f, values);
      } catch (PyException e) {
        throw e.at(span());
      }
    }

    private Object call(VirtualFrame frame, Object f, Object[] values) {
      return FrameCalls.call(f, values, Frames.globals(frame), () -> locals(frame));
    }

    private Object locals(VirtualFrame frame) {
      if (kind == CodeUnit.Kind.MODULE) {
        return Frames.globals(frame).dictionary();
      }
      if (kind == CodeUnit.Kind.CLASS) {
        return Frames.namespace(frame);
      }
      PyDict dict = new PyDict();
      for (Variable variable : variables) {
        Object value =
            switch (variable.access) {
              case LOCAL -> frame.getObject(variable.index);
              case CELL -> Frames.cell(frame, variable.index).value;
              default -> Frames.free(frame, variable.index).value;
            };
        if (value != null) {
          dict.put(variable.name, value);
        }
      }
      return dict;
    }
  }
}
