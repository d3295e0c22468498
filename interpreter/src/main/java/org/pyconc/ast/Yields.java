package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Delegation;

/** {@code yield}, {@code yield from} and {@code await}. */
final class Yields {
  private Yields() {}

  static final class Yield extends ExpressionNode {
    @Child private ExpressionNode value;

    Yield(Span span, ExpressionNode value) {
      super(span);
      this.value = value;
    }

    @Override
    Object execute(VirtualFrame frame) {
      Object v = value.execute(frame);
      CoroutineGenerator generator = Frames.generator(frame);
      generator.setLine(span().line());
      try {
        return generator.yield(v);
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
      CoroutineGenerator generator = Frames.generator(frame);
      generator.setLine(span().line());
      try {
        return delegate(generator, new Delegation(isAwait ? Delegation.awaitable(v) : v));
      } catch (PyException e) {
        throw e.at(span());
      }
    }

    private static Object delegate(CoroutineGenerator generator, Delegation delegation) {
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
