package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Task;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Deletion;
import org.pyconc.operations.Raising;

/** Simple statements. */
final class Statements {
  private Statements() {}

  static final class Block extends StatementNode {
    @Children private final StatementNode[] statements;

    Block(StatementNode[] statements) {
      this.statements = statements;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      for (StatementNode statement : statements) {
        Object completion = statement.execute(frame);
        if (completion != null) {
          return completion;
        }
      }
      return null;
    }
  }

  /** Notes where the code is, for operations that call code of the program without a call. */
  static final class Placed extends StatementNode {
    private final Span span;
    @Child private StatementNode statement;

    Placed(Span span, StatementNode statement) {
      this.span = span;
      this.statement = statement;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Frames.at(frame, span);
      return statement.execute(frame);
    }
  }

  static final class Evaluate extends StatementNode {
    @Child private ExpressionNode value;

    Evaluate(ExpressionNode value) {
      this.value = value;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      value.execute(frame);
      return null;
    }
  }

  /** What a call has left is finalized after the statement, see {@link Deletion#called}. */
  static final class Calling extends StatementNode {
    @Child private StatementNode statement;

    Calling(StatementNode statement) {
      this.statement = statement;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object left = statement.execute(frame);
      Deletion.called(Task.require());
      return left;
    }
  }

  static final class Assign extends StatementNode {
    @Child private ExpressionNode value;
    @Children private final TargetNode[] targets;

    Assign(ExpressionNode value, TargetNode... targets) {
      this.value = value;
      this.targets = targets;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object v = value.execute(frame);
      for (TargetNode target : targets) {
        target.assign(frame, v);
      }
      return null;
    }
  }

  /** {@code name = None}. */
  static final class Clear extends StatementNode {
    @Child private TargetNode target;

    Clear(TargetNode target) {
      this.target = target;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      target.clear(frame);
      return null;
    }
  }

  /** {@code name += value}. */
  static final class AugmentName extends StatementNode {
    private final Span span;
    private final BinaryOp op;
    @Child private ExpressionNode read;
    @Child private ExpressionNode value;
    @Child private TargetNode target;

    AugmentName(
        Span span, BinaryOp op, ExpressionNode read, ExpressionNode value, TargetNode target) {
      this.span = span;
      this.op = op;
      this.read = read;
      this.value = value;
      this.target = target;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object a = read.execute(frame);
      Object b = value.execute(frame);
      target.assign(frame, inPlace(op, a, b, span));
      return null;
    }
  }

  static Object inPlace(BinaryOp op, Object a, Object b, Span span) {
    try {
      return Arithmetic.inPlace(op, a, b);
    } catch (PyException e) {
      throw e.at(span);
    }
  }

  /** {@code object.name += value}. */
  static final class AugmentAttribute extends StatementNode {
    private final Span span;
    private final BinaryOp op;
    @Child private ExpressionNode object;
    @Child private Operators.Attribute read;
    @Child private ExpressionNode value;
    @Child private Targets.Attribute target;

    AugmentAttribute(
        Span span,
        BinaryOp op,
        ExpressionNode object,
        Operators.Attribute read,
        ExpressionNode value,
        Targets.Attribute target) {
      this.span = span;
      this.op = op;
      this.object = object;
      this.read = read;
      this.value = value;
      this.target = target;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object receiver = object.execute(frame);
      Object a = read.load(receiver);
      Object b = value.execute(frame);
      target.store(receiver, inPlace(op, a, b, span));
      return null;
    }
  }

  /** {@code container[index] += value}. */
  static final class AugmentItem extends StatementNode {
    private final Span span;
    private final BinaryOp op;
    @Child private ExpressionNode container;
    @Child private ExpressionNode index;
    @Child private Operators.Item read;
    @Child private ExpressionNode value;
    @Child private Targets.Item target;

    AugmentItem(
        Span span,
        BinaryOp op,
        ExpressionNode container,
        ExpressionNode index,
        Operators.Item read,
        ExpressionNode value,
        Targets.Item target) {
      this.span = span;
      this.op = op;
      this.container = container;
      this.index = index;
      this.read = read;
      this.value = value;
      this.target = target;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object receiver = container.execute(frame);
      Object at = index.execute(frame);
      Object a = read.load(receiver, at);
      Object b = value.execute(frame);
      target.store(receiver, at, inPlace(op, a, b, span));
      return null;
    }
  }

  static final class Delete extends StatementNode {
    @Children private final TargetNode[] targets;

    Delete(TargetNode[] targets) {
      this.targets = targets;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      for (TargetNode target : targets) {
        target.delete(frame);
      }
      return null;
    }
  }

  static final class Return extends StatementNode {
    @Child private ExpressionNode value;

    Return(ExpressionNode value) {
      this.value = value;
    }

    @Override
    Object execute(VirtualFrame frame) {
      return value.execute(frame);
    }
  }

  /** {@code break} and {@code continue}. */
  static final class Leave extends StatementNode {
    private final Completion completion;

    Leave(Completion completion) {
      this.completion = completion;
    }

    @Override
    Object execute(VirtualFrame frame) {
      return completion;
    }
  }

  static final class Pass extends StatementNode {
    @Override
    @Nullable Object execute(VirtualFrame frame) {
      return null;
    }
  }

  static final class Raise extends StatementNode {
    private final Span span;
    @Child private @Nullable ExpressionNode exception;
    @Child private @Nullable ExpressionNode cause;

    Raise(Span span, @Nullable ExpressionNode exception, @Nullable ExpressionNode cause) {
      this.span = span;
      this.exception = exception;
      this.cause = cause;
    }

    @Override
    Object execute(VirtualFrame frame) {
      if (exception == null) {
        throw Raising.reraise().at(span);
      }
      Object value = exception.execute(frame);
      Object because = cause == null ? null : cause.execute(frame);
      try {
        throw Raising.raise(value, because);
      } catch (PyException e) {
        throw e.at(span);
      }
    }
  }

  static final class Assert extends StatementNode {
    @Child private ExpressionNode test;
    @Child private @Nullable ExpressionNode message;

    Assert(ExpressionNode test, @Nullable ExpressionNode message) {
      this.test = test;
      this.message = message;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      if (!test.executeTruth(frame)) {
        Object[] arguments =
            message == null ? new Object[0] : new Object[] {message.execute(frame)};
        throw Errors.of(ExceptionTypes.ASSERTION_ERROR, arguments).at(test.span());
      }
      return null;
    }
  }
}
