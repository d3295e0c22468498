package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyAsyncGenerator;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Delegation;

/** {@code yield}, {@code yield from} and {@code await}. */
final class Yields {
  private Yields() {}

  static final class Yield extends ExpressionNode {
    private final boolean isAsync;
    @Child private ExpressionNode value;

    /**
     * @param isAsync whether it is that of an asynchronous generator
     */
    Yield(Span span, ExpressionNode value, boolean isAsync) {
      super(span);
      this.value = value;
      this.isAsync = isAsync;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object v = value.execute(frame);
      CoroutineGenerator generator = Frames.generator(frame);
      generator.setLine(span().line());
      try {
        return generator.yield(isAsync ? PyAsyncGenerator.wrap(v) : v);
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  static final class YieldFrom extends ExpressionNode {
    private final boolean isAwait;
    @Child private ExpressionNode value;

    YieldFrom(Span span, ExpressionNode value, boolean isAwait) {
      super(span);
      this.value = value;
      this.isAwait = isAwait;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object v = value.execute(frame);
      try {
        return delegate(
            frame,
            isAwait ? Delegation.awaitable(v) : Delegation.iterator(v, Frames.generator(frame)),
            span());
      } catch (PyException e) {
        throw e.at(span());
      }
    }

    /** Suspends the generator or coroutine until the other one has ended: its result. */
    static Object delegate(VirtualFrame frame, Object iterator, Span place) {
      CoroutineGenerator generator = Frames.generator(frame);
      generator.setLine(place.line());
      Delegation delegation = new Delegation(iterator);
      Object sent = PySingleton.NONE;
      PyException thrown = null;
      while (true) {
        Object yielded = step(delegation, sent, thrown);
        if (yielded == null) {
          return delegation.result();
        }
        generator.setDelegate(delegation.iterator());
        try {
          sent = generator.yield(yielded);
          thrown = null;
        } catch (PyException e) {
          thrown = e;
        } finally {
          generator.setDelegate(null);
        }
      }
    }

    private static @Nullable Object step(
        Delegation delegation, Object sent, @Nullable PyException thrown) {
      return thrown == null ? delegation.send(sent) : delegation.raise(thrown);
    }
  }
}
