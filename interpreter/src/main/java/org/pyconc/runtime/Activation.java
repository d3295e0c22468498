package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyFunction;
import org.pyconc.scope.CodeUnit;

/**
 * A code unit that the interpreter is running: what tells where the program is. The task has the
 * innermost one. Compiled code has none; the JVM's own stack tells where that is.
 */
public final class Activation {
  /** What can tell the variables of a frame. */
  @FunctionalInterface
  public interface Variables {
    /** What {@code locals()} would give in that frame. */
    Object locals(PyFunction function, Object frame);
  }

  final CodeUnit code;
  final PyFunction function;
  private final Variables variables;
  private @Nullable Object frame;
  private @Nullable Activation outer;
  private int depth;
  private @Nullable PyFrame known;

  /** The line and the exception that a tracing function has been told of last. */
  private int toldLine;

  private @Nullable Object toldException;

  /** What it is calling, or has called last. */
  private Span place;

  public Activation(CodeUnit code, PyFunction function, Variables variables) {
    this.code = code;
    this.function = function;
    this.variables = variables;
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

  /** Where the variables are. */
  public void setFrame(Object newFrame) {
    frame = newFrame;
  }

  /** Where the variables are, for the executor that runs the code; null before it has begun. */
  public @Nullable Object frame() {
    return frame;
  }

  /** Whether a tracing function wants to know what happens in it. */
  public boolean isTraced() {
    PyFrame asked = known;
    return asked != null && asked.trace() != null;
  }

  boolean isAt(int line) {
    return toldLine == line;
  }

  /** The line that a tracing function is told of; 0: the next one is new. */
  public void setLine(int line) {
    toldLine = line;
  }

  /** Notes an exception; whether it is another one than that noted last. */
  boolean isNew(Object exception) {
    boolean isNew = toldException != exception;
    toldException = exception;
    return isNew;
  }

  /** Its frame, if somebody has asked for that. */
  @Nullable PyFrame known() {
    return known;
  }

  void setKnown(PyFrame frame) {
    known = frame;
  }

  /** What {@code locals()} is in it now, or null before it has begun. */
  public @Nullable Object locals() {
    Object running = frame;
    return running == null ? null : variables.locals(function, running);
  }

  public CodeUnit code() {
    return code;
  }

  public PyFunction function() {
    return function;
  }

  /** A call begins at that place. */
  public void at(Span where) {
    place = where;
  }

  /** What it is calling, or has called last. */
  public Span place() {
    return place;
  }

  /** The one that called it. */
  public @Nullable Activation outer() {
    return outer;
  }

  /** Whether no compiled code was called from here. */
  boolean isInnermostOf(Task task) {
    return depth == task.depth;
  }
}
