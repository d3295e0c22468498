package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.operations.AsyncIteration;
import org.pyconc.operations.ContextManagers;
import org.pyconc.operations.Handling;
import org.pyconc.operations.Truth;
import org.pyconc.scope.CodeUnit;

/** {@code async for} and {@code async with}. */
final class AsyncNodes {
  private AsyncNodes() {}

  static final class AsyncFor extends StatementNode {
    private final Span span;
    private final boolean hasIterator;
    @Child private ExpressionNode iterable;
    @Child private TargetNode target;
    @Child private StatementNode body;
    @Child private StatementNode otherwise;

    /**
     * @param span what an error of the iterator is shown at: the whole statement
     * @param hasIterator whether the value is an asynchronous iterator already
     */
    AsyncFor(
        Span span,
        ExpressionNode iterable,
        boolean hasIterator,
        TargetNode target,
        StatementNode body,
        StatementNode otherwise) {
      this.span = span;
      this.iterable = iterable;
      this.hasIterator = hasIterator;
      this.target = target;
      this.body = body;
      this.otherwise = otherwise;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object value = iterable.execute(frame);
      Object iterator;
      try {
        iterator = hasIterator ? value : AsyncIteration.iterator(value);
      } catch (PyException e) {
        throw e.at(span);
      }
      while (true) {
        Object next;
        Frames.at(frame, span);
        try {
          ControlFlow.poll(iterable);
          next = Yields.YieldFrom.delegate(frame, AsyncIteration.next(iterator), span);
        } catch (PyException e) {
          if (AsyncIteration.isEnd(e)) {
            return otherwise.execute(frame);
          }
          throw e.at(span);
        }
        target.assign(frame, next);
        Object completion = body.execute(frame);
        if (completion != null && completion != Completion.CONTINUE) {
          return completion == Completion.BREAK ? null : completion;
        }
      }
    }
  }

  /** One item of an {@code async with} statement; several are nested. */
  static final class AsyncWith extends StatementNode {
    private final CodeUnit code;
    private final Span span;
    @Child private ExpressionNode context;
    @Child private @Nullable TargetNode target;
    @Child private StatementNode body;

    AsyncWith(
        CodeUnit code,
        Span span,
        ExpressionNode context,
        @Nullable TargetNode target,
        StatementNode body) {
      this.code = code;
      this.span = span;
      this.context = context;
      this.target = target;
      this.body = body;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object manager = context.execute(frame);
      Object exit;
      Object value;
      try {
        exit = ContextManagers.asyncExit(manager);
        value = Yields.YieldFrom.delegate(frame, ContextManagers.asyncEnter(manager), span);
      } catch (PyException e) {
        throw e.at(span);
      }
      Object completion;
      try {
        if (target != null) {
          target.assign(frame, value);
        }
        completion = body.execute(frame);
      } catch (PyException | StackOverflowError | OutOfMemoryError thrown) {
        Frames.at(frame, span);
        return leave(frame, exit, thrown);
      }
      Frames.at(frame, span);
      try {
        Yields.YieldFrom.delegate(frame, ContextManagers.asyncLeave(exit), span);
      } catch (PyException e) {
        throw e.at(span);
      }
      return completion;
    }

    private @Nullable Object leave(VirtualFrame frame, Object exit, Throwable thrown) {
      Handling handling = Handling.begin(thrown, code);
      boolean swallow;
      try {
        swallow = Truth.isTrue(Yields.YieldFrom.delegate(frame, handling.asyncExit(exit), span));
      } catch (PyException inExit) {
        throw handling.endBy(inExit).at(span);
      }
      if (swallow) {
        handling.end();
        return null;
      }
      throw handling.again();
    }
  }
}
