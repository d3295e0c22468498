package org.pyconc.objects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception of the language: what a program raises and catches. */
public class PyBaseException extends PyInstance {
  private PyTuple arguments = PyTuple.EMPTY;
  private @Nullable PyBaseException cause;
  private @Nullable PyBaseException context;
  private boolean suppressContext;
  private @Nullable PyTraceback traceback;
  private @Nullable Object[] fields = NO_ARGUMENTS;

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

  /**
   * An attribute that belongs to the exception's type, such as {@code errno}, which programs do not
   * see in {@code __dict__}; null while it is not set.
   *
   * @param index a constant of {@code ExceptionFields}
   */
  public @Nullable Object field(int index) {
    return index < fields.length ? fields[index] : null;
  }

  public void setField(int index, @Nullable Object value) {
    if (index >= fields.length) {
      if (value == null) {
        return;
      }
      fields = Arrays.copyOf(fields, index + 1);
    }
    fields[index] = value;
  }

  /** All fields, for copying. */
  public @Nullable Object[] fields() {
    return fields;
  }

  /** Takes over the fields of an exception of the same type. */
  public void setFields(@Nullable Object[] newFields) {
    fields = newFields;
  }
}
