package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Displays;
import org.pyconc.operations.Literals;
import org.pyconc.operations.Text;

/** Constants and displays. */
final class ValueNodes {
  private ValueNodes() {}

  static final class Constant extends ExpressionNode {
    private final Object value;

    Constant(Span span, Object value) {
      super(span);
      this.value = value;
    }

    Object value() {
      return value;
    }

    @Override
    Object execute(VirtualFrame frame) {
      return value;
    }
  }

  /** {@code *value} in a display or call; evaluated by the node around. */
  static final class Starred extends ExpressionNode {
    @Child private ExpressionNode value;

    Starred(Span span, ExpressionNode value) {
      super(span);
      this.value = value;
    }

    @Override
    Object execute(VirtualFrame frame) {
      return value.execute(frame);
    }
  }

  /** What a display makes of its elements. */
  enum Display {
    LIST,
    TUPLE,
    SET
  }

  static final class Sequence extends ExpressionNode {
    private final Display display;
    private final boolean hasStars;
    private final boolean isConstant;
    @Children private final ExpressionNode[] elements;

    Sequence(Span span, Display display, ExpressionNode[] elements) {
      super(span);
      this.display = display;
      this.elements = elements;
      boolean stars = false;
      for (ExpressionNode element : elements) {
        stars |= element instanceof Starred;
      }
      this.hasStars = stars;
      this.isConstant = elements.length > 2 && allConstant(elements);
    }

    private static boolean allConstant(ExpressionNode[] nodes) {
      for (ExpressionNode node : nodes) {
        boolean constant =
            node instanceof Sequence s && s.display == Display.TUPLE
                ? allConstant(s.elements)
                : node instanceof Constant;
        if (!constant) {
          return false;
        }
      }
      return true;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object[] items;
      if (hasStars) {
        PyList list = new PyList();
        for (ExpressionNode element : elements) {
          addTo(list, element, frame);
        }
        items = list.toArray();
      } else {
        items = new Object[elements.length];
        for (int i = 0; i < items.length; i++) {
          items[i] = elements[i].execute(frame);
        }
      }
      return switch (display) {
        case LIST -> PyList.of(items);
        case TUPLE -> PyTuple.of(items);
        case SET -> set(items);
      };
    }

    private void addTo(PyList list, ExpressionNode element, VirtualFrame frame) {
      Object value = element.execute(frame);
      if (!(element instanceof Starred)) {
        list.append(value);
        return;
      }
      try {
        if (display == Display.SET) {
          Displays.addAllToSet(list, value);
        } else {
          Displays.addAll(list, value);
        }
      } catch (PyException e) {
        throw e.at(element.span());
      }
    }

    private Object set(Object[] items) {
      try {
        return isConstant ? Displays.constantSet(items) : Displays.set(items);
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  static final class Dict extends ExpressionNode {
    @Children private final @Nullable ExpressionNode[] keys;
    @Children private final ExpressionNode[] values;

    Dict(Span span, @Nullable ExpressionNode[] keys, ExpressionNode[] values) {
      super(span);
      this.keys = keys;
      this.values = values;
    }

    @Override
    Object execute(VirtualFrame frame) {
      PyDict dict = new PyDict();
      for (int i = 0; i < values.length; i++) {
        ExpressionNode key = keys[i];
        Object k = key == null ? null : key.execute(frame);
        Object value = values[i].execute(frame);
        try {
          if (k != null) {
            dict.put(k, value);
          } else {
            Displays.addMapping(dict, value);
          }
        } catch (PyException e) {
          throw e.at(span());
        }
      }
      return dict;
    }
  }

  static final class Slice extends ExpressionNode {
    @Child private ExpressionNode lower;
    @Child private ExpressionNode upper;
    @Child private ExpressionNode step;

    Slice(Span span, ExpressionNode lower, ExpressionNode upper, ExpressionNode step) {
      super(span);
      this.lower = lower;
      this.upper = upper;
      this.step = step;
    }

    @Override
    Object execute(VirtualFrame frame) {
      return new PySlice(lower.execute(frame), upper.execute(frame), step.execute(frame));
    }
  }

  /** {@code {value!r:spec}} of an f-string. */
  static final class Formatted extends ExpressionNode {
    private final char conversion;
    @Child private ExpressionNode value;
    @Child private ExpressionNode spec;

    Formatted(Span span, ExpressionNode value, char conversion, ExpressionNode spec) {
      super(span);
      this.value = value;
      this.conversion = conversion;
      this.spec = spec;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object v = value.execute(frame);
      try {
        Object converted =
            switch (conversion) {
              case 'r' -> Text.repr(v);
              case 's' -> Text.str(v);
              case 'a' -> Literals.ascii(Text.repr(v));
              default -> v;
            };
        return Text.format(converted, spec.execute(frame));
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  /** An f-string. */
  static final class Joined extends ExpressionNode {
    @Children private final ExpressionNode[] parts;

    Joined(Span span, ExpressionNode[] parts) {
      super(span);
      this.parts = parts;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object[] values = new Object[parts.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = parts[i].execute(frame);
      }
      return Text.joinFormatted(values);
    }
  }
}
