package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyObject;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.CallArguments;
import org.pyconc.operations.Calls;
import org.pyconc.operations.SuperCall;
import org.pyconc.runtime.Tracers;

/** Calls. */
final class CallNodes {
  private CallNodes() {}

  /** Calls with positional arguments only. */
  static final class Positional extends ExpressionNode {
    @Child private ExpressionNode function;
    @Children private final ExpressionNode[] arguments;

    Positional(Span span, ExpressionNode function, ExpressionNode[] arguments) {
      super(span);
      this.function = function;
      this.arguments = arguments;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object f = function.execute(frame);
      switch (arguments.length) {
        case 0:
          Frames.at(frame, span());
          try {
            return Calls.call0(f);
          } catch (PyException e) {
            throw e.at(span());
          }
        case 1:
          Object a = arguments[0].execute(frame);
          Frames.at(frame, span());
          try {
            return Calls.call1(f, a);
          } catch (PyException e) {
            throw e.at(span());
          }
        case 2:
          Object x = arguments[0].execute(frame);
          Object y = arguments[1].execute(frame);
          Frames.at(frame, span());
          try {
            return Calls.call2(f, x, y);
          } catch (PyException e) {
            throw e.at(span());
          }
        default:
          Object[] values = evaluate(arguments, frame);
          Frames.at(frame, span());
          try {
            return Calls.call(f, values, PyObject.NO_KEYWORDS);
          } catch (PyException e) {
            throw e.at(span());
          }
      }
    }
  }

  static Object[] evaluate(ExpressionNode[] nodes, VirtualFrame frame) {
    Object[] values = new Object[nodes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = nodes[i].execute(frame);
    }
    return values;
  }

  /** {@code object.name(...)} with positional arguments only: makes no bound method. */
  static final class Method extends ExpressionNode {
    private final AttributeSite site;
    private final Span attributeSpan;
    @Child private ExpressionNode object;
    @Children private final ExpressionNode[] arguments;

    Method(
        Span span,
        Span attributeSpan,
        ExpressionNode object,
        String name,
        ExpressionNode[] arguments) {
      super(span);
      this.attributeSpan = attributeSpan;
      this.object = object;
      this.site = new AttributeSite(name);
      this.arguments = arguments;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object self = object.execute(frame);
      PyObject method = site.method(self);
      if (method == null) {
        return callAttribute(frame, self);
      }
      switch (arguments.length) {
        case 0:
          Frames.at(frame, span());
          try {
            return method.call1(self);
          } catch (PyException e) {
            throw e.at(span());
          }
        case 1:
          Object a = arguments[0].execute(frame);
          Frames.at(frame, span());
          try {
            return method.call2(self, a);
          } catch (PyException e) {
            throw e.at(span());
          }
        case 2:
          Object x = arguments[0].execute(frame);
          Object y = arguments[1].execute(frame);
          Frames.at(frame, span());
          try {
            return method.call3(self, x, y);
          } catch (PyException e) {
            throw e.at(span());
          }
        default:
          Object[] values = new Object[arguments.length + 1];
          values[0] = self;
          for (int i = 0; i < arguments.length; i++) {
            values[i + 1] = arguments[i].execute(frame);
          }
          Frames.at(frame, span());
          try {
            return method.call(values, PyObject.NO_KEYWORDS);
          } catch (PyException e) {
            throw e.at(span());
          }
      }
    }

    private Object callAttribute(VirtualFrame frame, Object self) {
      Object f;
      try {
        f = site.load(self);
      } catch (PyException e) {
        throw e.at(attributeSpan);
      }
      Object[] values = evaluate(arguments, frame);
      Frames.at(frame, span());
      try {
        return switch (values.length) {
          case 0 -> Calls.call0(f);
          case 1 -> Calls.call1(f, values[0]);
          default -> Calls.call(f, values, PyObject.NO_KEYWORDS);
        };
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  /** Calls with keyword or starred arguments, and all in code that a profiler is told of. */
  static final class General extends ExpressionNode {
    private final boolean isTold;
    @Child private ExpressionNode function;
    @Child private Arguments arguments;

    General(Span span, ExpressionNode function, Arguments arguments, boolean isTold) {
      super(span);
      this.isTold = isTold;
      this.function = function;
      this.arguments = arguments;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object f = function.execute(frame);
      Arguments.Evaluated evaluated = arguments.evaluate(frame, f, span());
      Frames.at(frame, span());
      try {
        return isTold
            ? Tracers.call(f, evaluated.values(), evaluated.keywords())
            : Calls.call(f, evaluated.values(), evaluated.keywords());
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  /** The arguments of a call or class header, with keywords and stars. */
  static final class Arguments extends Node {
    /** Positional values followed by those of the keywords. */
    @SuppressWarnings("ArrayRecordComponent")
    record Evaluated(Object[] values, String[] keywords) {}

    private final @Nullable String[] names;
    private final boolean isStatic;
    private final String[] keywords;
    @Children private final ExpressionNode[] positional;
    @Children private final ExpressionNode[] named;

    /**
     * @param names one per keyword argument, null for {@code **mapping}
     */
    Arguments(ExpressionNode[] positional, @Nullable String[] names, ExpressionNode[] named) {
      this.positional = positional;
      this.names = names;
      this.named = named;
      boolean fixed = true;
      for (ExpressionNode each : positional) {
        fixed &= !(each instanceof ValueNodes.Starred);
      }
      List<String> given = new ArrayList<>();
      for (String name : names) {
        if (name == null) {
          fixed = false;
        } else {
          given.add(name);
        }
      }
      this.isStatic = fixed;
      this.keywords = given.toArray(new String[0]);
    }

    Evaluated evaluate(VirtualFrame frame, Object function, Span span) {
      if (isStatic) {
        Object[] values = new Object[positional.length + named.length];
        for (int i = 0; i < positional.length; i++) {
          values[i] = positional[i].execute(frame);
        }
        for (int i = 0; i < named.length; i++) {
          values[positional.length + i] = named[i].execute(frame);
        }
        return new Evaluated(values, keywords);
      }
      CallArguments collected = new CallArguments(function);
      for (ExpressionNode each : positional) {
        Object value = each.execute(frame);
        try {
          if (each instanceof ValueNodes.Starred) {
            collected.addAll(value, positional.length == 1);
          } else {
            collected.add(value);
          }
        } catch (PyException e) {
          throw e.at(span);
        }
      }
      for (int i = 0; i < named.length; i++) {
        Object value = named[i].execute(frame);
        String name = names[i];
        try {
          if (name != null) {
            collected.keyword(name, value);
          } else {
            collected.mapping(value);
          }
        } catch (PyException e) {
          throw e.at(span);
        }
      }
      return new Evaluated(collected.values(), collected.keywords());
    }
  }

  /** {@code super()} without arguments: its class and object come from the frame. */
  static final class Super extends ExpressionNode {
    @Child private ExpressionNode function;
    @Child private @Nullable ExpressionNode classCell;
    @Child private @Nullable ExpressionNode self;

    Super(
        Span span,
        ExpressionNode function,
        @Nullable ExpressionNode classCell,
        @Nullable ExpressionNode self) {
      super(span);
      this.function = function;
      this.classCell = classCell;
      this.self = self;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object f = function.execute(frame);
      try {
        return SuperCall.call(
            f,
            classCell == null ? null : orUnbound(frame, classCell),
            self == null ? null : orUnbound(frame, self));
      } catch (PyException e) {
        throw e.at(span());
      }
    }

    private static Object orUnbound(VirtualFrame frame, ExpressionNode variable) {
      try {
        return variable.execute(frame);
      } catch (PyException e) {
        if (!e.value().type().isSubtypeOf(ExceptionTypes.NAME_ERROR)) {
          throw e;
        }
        return SuperCall.orUnbound(null);
      }
    }
  }
}
