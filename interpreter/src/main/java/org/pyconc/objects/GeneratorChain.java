package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;

/**
 * Resumes a generator that is suspended in {@code yield from}: goes straight to the one at the end
 * of the chain of delegates, which costs the same at any depth. The generators between have no
 * {@code try}, so they have nothing to do until their delegate ends or raises.
 *
 * <p>{@link PyGenerator#parent} leads from a delegate back to the one that waits for it, {@link
 * PyGenerator#leaf} from the one that the program resumes to where the way down ended last time.
 */
final class GeneratorChain {
  private GeneratorChain() {}

  /** Runs the end of the chain, and those above it that go on because their delegate has ended. */
  static @Nullable Object resume(PyGenerator root, Task task, Object sent) {
    PyGenerator current = end(root);
    Object value = sent;
    PyException failure = null;
    while (current != root) {
      try {
        Object yielded = resumeEnd(current, root, task, value);
        if (yielded != null) {
          root.leaf = current;
          return yielded;
        }
        value = current.result();
        failure = null;
      } catch (PyException e) {
        value = PySingleton.NONE;
        failure = e;
      }
      PyGenerator parent = current.parent;
      current.parent = null;
      if (parent == null) {
        throw new IllegalStateException("a delegate without one that waits for it");
      }
      parent.delegateEnded(failure);
      current = parent;
    }
    root.leaf = null;
    return root.resumeBody(task, value, null);
  }

  /** This method on the JVM's stack stands for the generators above {@code end} in its chain. */
  private static @Nullable Object resumeEnd(
      PyGenerator end, PyGenerator root, Task task, Object sent) {
    end.chainRoot = root;
    end.outerChain = task.chain;
    task.chain = end;
    try {
      return end.resumeBody(task, sent, null);
    } finally {
      task.chain = end.outerChain;
      end.outerChain = null;
      end.chainRoot = null;
    }
  }

  /** The generator in the chain that is to be resumed, with all above it linked. */
  private static PyGenerator end(PyGenerator root) {
    PyGenerator known = root.leaf;
    PyGenerator current = known != null && known.isSuspended() ? known : root;
    PyGenerator next = next(current);
    while (next != null && next.isSuspended()) {
      if (next.parent != current) {
        unlink(next); // two wait for it
        next.parent = current;
      }
      current = next;
      next = next(current);
    }
    if (next == null || next.chainRoot == null) {
      return current;
    }
    // it runs, and for a chain: one above the root of that chain finds out in its own code
    PyGenerator above = above(root, next.chainRoot);
    return above == null ? current : above;
  }

  /** The delegate that can be resumed in place of a generator, or null. */
  private static @Nullable PyGenerator next(PyGenerator g) {
    return g.passes() && g.delegate() instanceof PyGenerator d && d.type() == BuiltinTypes.GENERATOR
        ? d
        : null;
  }

  /** The one below {@code from} that delegates to {@code root}, or null. */
  private static @Nullable PyGenerator above(PyGenerator from, PyGenerator root) {
    PyGenerator g = from;
    for (PyGenerator d = next(g); d != null; d = next(d)) {
      if (d == root) {
        return g;
      }
      g = d;
    }
    return null;
  }

  /** Whether the generator waits for a delegate that is running on its behalf. */
  static boolean isExecuting(PyGenerator g) {
    PyGenerator known = g.leaf;
    if (known != null && known.isSuspended()) {
      return false;
    }
    PyGenerator last = g;
    for (PyGenerator d = next(g); d != null; d = next(d)) {
      last = d;
    }
    PyGenerator root = last.chainRoot;
    return root != null && last != g && above(g, root) == null;
  }

  /** Forgets what is known of a chain in the middle of which somebody else resumes a generator. */
  static void unlink(PyGenerator g) {
    PyGenerator above = g.parent;
    g.parent = null;
    while (above != null) {
      above.leaf = null;
      above = above.parent;
    }
  }
}
