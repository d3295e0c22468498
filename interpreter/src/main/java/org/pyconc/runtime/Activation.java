package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Task;
import org.pyconc.scope.CodeUnit;

/**
 * A code unit that the interpreter is running: what tells where the program is. The task has the
 * innermost one. Compiled code has none; the JVM's own stack tells where that is.
 */
public final class Activation {
  final CodeUnit code;
  private @Nullable Activation outer;
  private int depth;

  /** What it is calling, or has called last. */
  private Span place;

  public Activation(CodeUnit code) {
    this.code = code;
    this.place = code.span();
  }

  /** The code begins, or goes on, in a task. */
  public void enter(Task task) {
    outer = (Activation) task.activation;
    depth = task.depth;
    task.activation = this;
  }

  /** The code has ended or is suspended. */
  public void leave(Task task) {
    task.activation = outer;
    outer = null;
  }

  /** A call begins at that place. */
  public void at(Span where) {
    place = where;
  }

  Span place() {
    return place;
  }

  @Nullable Activation outer() {
    return outer;
  }

  /** Whether no compiled code was called from here. */
  boolean isInnermostOf(Task task) {
    return depth == task.depth;
  }
}
