package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;
import org.pyconc.scope.CodeUnit;

/** One entry of a traceback; the next one is further inside. */
public final class PyTraceback extends PyObject {
  private final CodeUnit code;
  private final Span place;
  private final @Nullable Object activation;
  private @Nullable PyTraceback next;

  public PyTraceback(CodeUnit code, Span place, @Nullable PyTraceback next) {
    this(code, place, next, null);
  }

  /**
   * @param activation what can tell the variables, or null
   */
  public PyTraceback(
      CodeUnit code, Span place, @Nullable PyTraceback next, @Nullable Object activation) {
    this.activation = activation;
    this.code = code;
    this.place = place;
    this.next = next;
  }

  /** The code that was running. */
  public CodeUnit code() {
    return code;
  }

  /** Where in the code. */
  public Span place() {
    return place;
  }

  /** The entry that it called, towards where the exception was raised. */
  public @Nullable PyTraceback next() {
    return next;
  }

  /** {@code tb_next = value}. */
  public void setNext(@Nullable PyTraceback newNext) {
    next = newNext;
  }

  /** What can tell the variables of the frame, or null. */
  public @Nullable Object activation() {
    return activation;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.TRACEBACK;
  }
}
