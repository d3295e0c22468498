package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.PyIterator;
import org.pyconc.operations.Iteration;

/** Branches and loops. Loops poll the scheduler at each turn. */
final class ControlFlow {
  private ControlFlow() {}

  static final class If extends StatementNode {
    @Child private ExpressionNode test;
    @Child private StatementNode then;
    @Child private StatementNode otherwise;

    If(ExpressionNode test, StatementNode then, StatementNode otherwise) {
      this.test = test;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      return (truth(test, frame) ? then : otherwise).execute(frame);
    }
  }

  static boolean truth(ExpressionNode test, VirtualFrame frame) {
    try {
      return test.executeTruth(frame);
    } catch (PyException e) {
      throw e.at(test.span());
    }
  }

  static final class While extends StatementNode {
    @Child private ExpressionNode test;
    @Child private StatementNode body;
    @Child private StatementNode otherwise;

    While(ExpressionNode test, StatementNode body, StatementNode otherwise) {
      this.test = test;
      this.body = body;
      this.otherwise = otherwise;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      while (isTrue(frame)) {
        poll(test);
        Object completion = body.execute(frame);
        if (completion != null && completion != Completion.CONTINUE) {
          return completion == Completion.BREAK ? null : completion;
        }
      }
      return otherwise.execute(frame);
    }

    private boolean isTrue(VirtualFrame frame) {
      Frames.at(frame, test.span());
      return truth(test, frame);
    }
  }

  /** Lets others run; an interrupt is raised at that place. */
  static void poll(ExpressionNode place) {
    try {
      Scheduler.poll();
    } catch (PyException e) {
      throw e.at(place.span());
    }
  }

  static final class For extends StatementNode {
    private final Span span;
    private final boolean hasIterator;
    @Child private ExpressionNode iterable;
    @Child private TargetNode target;
    @Child private StatementNode body;
    @Child private StatementNode otherwise;

    /**
     * @param span what an error of the iterator is shown at: the whole statement
     * @param hasIterator whether the value is an iterator already
     */
    For(
        Span span,
        ExpressionNode iterable,
        boolean hasIterator,
        TargetNode target,
        StatementNode body,
        StatementNode otherwise) {
      this.span = span;
      this.hasIterator = hasIterator;
      this.iterable = iterable;
      this.target = target;
      this.body = body;
      this.otherwise = otherwise;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object value = iterable.execute(frame);
      PyIterator iterator;
      try {
        iterator = hasIterator ? Iteration.wrap(value) : Iteration.iterator(value);
      } catch (PyException e) {
        throw e.at(span);
      }
      while (true) {
        Frames.at(frame, span);
        Object next = next(iterator);
        if (next == null) {
          return otherwise.execute(frame);
        }
        target.assign(frame, next);
        Object completion = body.execute(frame);
        if (completion != null && completion != Completion.CONTINUE) {
          return completion == Completion.BREAK ? null : completion;
        }
      }
    }

    private @Nullable Object next(PyIterator iterator) {
      try {
        Scheduler.poll();
        return iterator.next();
      } catch (PyException e) {
        throw e.at(span);
      }
    }
  }
}
