package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** An exception of the language: what a program raises and catches. */
public class PyBaseException extends PyInstance {
  private PyTuple arguments = PyTuple.EMPTY;
  private @Nullable PyBaseException cause;
  private @Nullable PyBaseException context;
  private boolean suppressContext;
  private @Nullable PyTraceback traceback;

  public PyBaseException(PyType type) {
    super(type);
  }

  /** {@code args}. */
  public PyTuple arguments() {
    return arguments;
  }

  public void setArguments(PyTuple newArguments) {
    arguments = newArguments;
  }

  /** {@code __cause__}. */
  public @Nullable PyBaseException cause() {
    return cause;
  }

  /** Sets {@code __cause__}, which hides the context. */
  public void setCause(@Nullable PyBaseException newCause) {
    cause = newCause;
    suppressContext = true;
  }

  /** {@code __context__}. */
  public @Nullable PyBaseException context() {
    return context;
  }

  public void setContext(@Nullable PyBaseException newContext) {
    context = newContext;
  }

  /** {@code __suppress_context__}. */
  public boolean suppressContext() {
    return suppressContext;
  }

  public void setSuppressContext(boolean suppress) {
    suppressContext = suppress;
  }

  /** {@code __traceback__}: the outermost entry. */
  public @Nullable PyTraceback traceback() {
    return traceback;
  }

  public void setTraceback(@Nullable PyTraceback newTraceback) {
    traceback = newTraceback;
  }
}
