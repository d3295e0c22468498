package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable.Access;

/**
 * The builtin functions that look at the variables of their caller. Called by name they get them
 * from the frame; called in any other way they know only the program's main module.
 */
final class FrameFunctions {
  private FrameFunctions() {}

  /** Whether a function of that name may need the caller's variables. */
  static boolean isOne(String name) {
    return switch (name) {
      case "locals", "globals", "vars", "dir", "eval", "exec" -> true;
      default -> false;
    };
  }

  /** A variable of the frame and where it is. */
  record Variable(String name, int index, Access access) {}

  /** A call of a name that may be one of the functions. */
  static final class Call extends ExpressionNode {
    private final CodeUnit.Kind kind;
    private final Variable[] variables;
    @Child private ExpressionNode function;
    @Children private final ExpressionNode[] arguments;

    Call(
        Span span,
        ExpressionNode function,
        ExpressionNode[] arguments,
        CodeUnit.Kind kind,
        Variable[] variables) {
      super(span);
      this.function = function;
      this.arguments = arguments;
      this.kind = kind;
      this.variables = variables;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object f = function.execute(frame);
      Object[] values = CallNodes.evaluate(arguments, frame);
      try {
        if (f instanceof NativeFunction n && "builtins".equals(n.moduleName())) {
          Object result = callWithFrame(frame, n, values);
          if (result != null) {
            return result;
          }
        }
        return Calls.call(f, values, PyObject.NO_KEYWORDS);
      } catch (PyException e) {
        throw e.at(span());
      }
    }

    private @Nullable Object callWithFrame(
        VirtualFrame frame, NativeFunction function, Object[] values) {
      PyModule globals = Frames.globals(frame);
      switch (function.name()) {
        case "globals":
          return values.length == 0 ? globals.dictionary() : null;
        case "locals", "vars":
          return values.length == 0 ? locals(frame) : null;
        case "dir":
          return values.length == 0 ? names(frame) : null;
        case "eval", "exec":
          return values.length == 1
              ? function.call3(values[0], globals.dictionary(), locals(frame))
              : null;
        default:
          return null;
      }
    }

    private Object names(VirtualFrame frame) {
      Object[] names = Iteration.toArray(locals(frame));
      Arrays.sort(names, (a, b) -> Text.java(a).compareTo(Text.java(b)));
      return PyList.of(names);
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
