package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.ComparisonOperator;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.UnaryOperator;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;

/** Operators, attribute access and subscripts. */
final class Operators {
  private Operators() {}

  static final class Binary extends ExpressionNode {
    private final BinaryOp op;
    @Child private ExpressionNode left;
    @Child private ExpressionNode right;

    Binary(Span span, BinaryOp op, ExpressionNode left, ExpressionNode right) {
      super(span);
      this.op = op;
      this.left = left;
      this.right = right;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object a = left.execute(frame);
      Object b = right.execute(frame);
      try {
        return Arithmetic.binary(op, a, b);
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  static final class Unary extends ExpressionNode {
    private final UnaryOperator op;
    @Child private ExpressionNode operand;

    Unary(Span span, UnaryOperator op, ExpressionNode operand) {
      super(span);
      this.op = op;
      this.operand = operand;
    }

    @Override
    Object execute(VirtualFrame frame) {
      if (op == UnaryOperator.NOT) {
        return !operand.executeTruth(frame);
      }
      Object a = operand.execute(frame);
      try {
        return switch (op) {
          case MINUS -> Arithmetic.negate(a);
          case PLUS -> Arithmetic.plus(a);
          case INVERT -> Arithmetic.invert(a);
          case NOT -> !Truth.isTrue(a);
        };
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  static final class AndOr extends ExpressionNode {
    private final boolean isAnd;
    @Children private final ExpressionNode[] operands;

    AndOr(Span span, boolean isAnd, ExpressionNode[] operands) {
      super(span);
      this.isAnd = isAnd;
      this.operands = operands;
    }

    @Override
    Object execute(VirtualFrame frame) {
      int last = operands.length - 1;
      for (int i = 0; i < last; i++) {
        Object value = operands[i].execute(frame);
        if (Truth.isTrue(value) != isAnd) {
          return value;
        }
      }
      return operands[last].execute(frame);
    }
  }

  static final class Conditional extends ExpressionNode {
    @Child private ExpressionNode test;
    @Child private ExpressionNode then;
    @Child private ExpressionNode otherwise;

    Conditional(Span span, ExpressionNode test, ExpressionNode then, ExpressionNode otherwise) {
      super(span);
      this.test = test;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    Object execute(VirtualFrame frame) {
      return test.executeTruth(frame) ? then.execute(frame) : otherwise.execute(frame);
    }
  }

  /** {@code a < b <= c}. */
  static final class Compare extends ExpressionNode {
    private final ComparisonOperator[] operators;
    @Child private ExpressionNode first;
    @Children private final ExpressionNode[] others;

    Compare(
        Span span, ExpressionNode first, ComparisonOperator[] operators, ExpressionNode[] others) {
      super(span);
      this.first = first;
      this.operators = operators;
      this.others = others;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object left = first.execute(frame);
      int last = operators.length - 1;
      for (int i = 0; ; i++) {
        Object right = others[i].execute(frame);
        Object result;
        try {
          result = compare(operators[i], left, right);
          if (i == last || !Truth.isTrue(result)) {
            return result;
          }
        } catch (PyException e) {
          throw e.at(span());
        }
        left = right;
      }
    }

    private static Object compare(ComparisonOperator op, Object a, Object b) {
      return switch (op) {
        case EQUAL -> Comparison.compare(Comparison.Operator.EQ, a, b);
        case NOT_EQUAL -> Comparison.compare(Comparison.Operator.NE, a, b);
        case LESS -> Comparison.compare(Comparison.Operator.LT, a, b);
        case LESS_EQUAL -> Comparison.compare(Comparison.Operator.LE, a, b);
        case GREATER -> Comparison.compare(Comparison.Operator.GT, a, b);
        case GREATER_EQUAL -> Comparison.compare(Comparison.Operator.GE, a, b);
        case IS -> Comparison.isSame(a, b);
        case IS_NOT -> !Comparison.isSame(a, b);
        case IN -> Items.contains(b, a);
        case NOT_IN -> !Items.contains(b, a);
      };
    }
  }

  /** {@code target := value}. */
  static final class Named extends ExpressionNode {
    @Child private TargetNode target;
    @Child private ExpressionNode value;

    Named(Span span, TargetNode target, ExpressionNode value) {
      super(span);
      this.target = target;
      this.value = value;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object v = value.execute(frame);
      target.assign(frame, v);
      return v;
    }
  }

  static final class Attribute extends ExpressionNode {
    private final AttributeSite site;
    private final boolean asksForLine;
    @Child private ExpressionNode object;

    Attribute(Span span, ExpressionNode object, String name) {
      super(span);
      this.object = object;
      this.site = new AttributeSite(name);
      this.asksForLine = name.equals("f_lineno");
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object receiver = object.execute(frame);
      if (asksForLine) {
        Frames.at(frame, span());
      }
      return load(receiver);
    }

    Object load(Object receiver) {
      try {
        return site.load(receiver);
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  static final class Item extends ExpressionNode {
    @Child private ExpressionNode container;
    @Child private ExpressionNode index;

    Item(Span span, ExpressionNode container, ExpressionNode index) {
      super(span);
      this.container = container;
      this.index = index;
    }

    @Override
    Object execute(VirtualFrame frame) {
      return load(container.execute(frame), index.execute(frame));
    }

    Object load(Object receiver, Object at) {
      try {
        return Items.get(receiver, at);
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }
}
