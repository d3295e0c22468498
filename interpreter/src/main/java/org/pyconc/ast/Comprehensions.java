package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySet;
import org.pyconc.operations.AsyncIteration;
import org.pyconc.operations.Delegation;
import org.pyconc.operations.Iteration;

/** Comprehensions: a function of their own that gets the iterator of the first clause. */
final class Comprehensions {
  private Comprehensions() {}

  /** Makes the function and calls it. */
  static final class Comprehension extends ExpressionNode {
    private final boolean isAsync;
    private final boolean isAwaited;
    @Child private Definitions.Function function;
    @Child private ExpressionNode iterable;

    /**
     * @param isAsync whether the first clause is {@code async for}
     * @param isAwaited whether the call gives a coroutine
     */
    Comprehension(
        Span span,
        Definitions.Function function,
        ExpressionNode iterable,
        boolean isAsync,
        boolean isAwaited) {
      super(span);
      this.function = function;
      this.iterable = iterable;
      this.isAsync = isAsync;
      this.isAwaited = isAwaited;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object value = iterable.execute(frame);
      Object iterator;
      try {
        iterator = isAsync ? AsyncIteration.iterator(value) : Iteration.iter(value);
      } catch (PyException e) {
        throw e.at(span());
      }
      try {
        Object result = function.execute(frame).call1(iterator);
        return isAwaited
            ? Yields.YieldFrom.delegate(frame, Delegation.awaitable(result), span())
            : result;
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  /** Puts a new container into a slot of the frame, and returns it in the end. */
  static final class Collect extends StatementNode {
    private final ValueNodes.Display kind;
    private final boolean isDict;
    private final int slot;
    @Child private StatementNode loops;

    Collect(ValueNodes.Display kind, boolean isDict, int slot, StatementNode loops) {
      this.kind = kind;
      this.isDict = isDict;
      this.slot = slot;
      this.loops = loops;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object container =
          isDict ? new PyDict() : kind == ValueNodes.Display.SET ? new PySet() : new PyList();
      frame.setObject(slot, container);
      loops.execute(frame);
      return container;
    }
  }

  /** Adds an element to the container in the slot. */
  static final class Add extends StatementNode {
    private final int slot;
    @Child private ExpressionNode element;
    @Child private @Nullable ExpressionNode value;

    Add(int slot, ExpressionNode element, @Nullable ExpressionNode value) {
      this.slot = slot;
      this.element = element;
      this.value = value;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object container = frame.getObject(slot);
      Object e = element.execute(frame);
      try {
        switch (container) {
          case PyList list -> list.append(e);
          case PySet set -> set.add(e);
          case PyDict dict when value != null -> dict.put(e, value.execute(frame));
          default -> throw new IllegalStateException("no container");
        }
      } catch (PyException x) {
        throw x.at(element.span());
      }
      return null;
    }
  }
}
