package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.runtime.TaskState;
import org.pyconc.scope.CodeUnit;

/**
 * The handling of one exception that a {@code try} or {@code with} statement caught: from {@link
 * #begin} to {@link #end} it is what {@code sys.exc_info()} tells and what a bare {@code raise}
 * raises again. Only exceptions of the language are handled; what ends a killed process passes
 * through.
 */
public final class Handling {
  private final TaskState state;
  private final @Nullable PyBaseException before;
  private final PyException exception;
  private PyBaseException value;

  private Handling(TaskState state, @Nullable PyBaseException before, PyException exception) {
    this.state = state;
    this.before = before;
    this.exception = exception;
    this.value = exception.value();
  }

  /**
   * Begins to handle what was thrown in a code unit.
   *
   * @param thrown a PyException, or an error of the JVM that stands for one
   */
  public static Handling begin(Throwable thrown, CodeUnit code) {
    TaskState state = TaskState.current();
    PyBaseException before = state.own();
    PyException e = Raising.translate(thrown);
    e.record(code);
    if (!e.hasContext()) {
      Raising.addContext(e.value(), state.handled());
      e.withContext();
    }
    state.setHandled(e.value());
    return new Handling(state, before, e);
  }

  /** The exception that is being handled. */
  public PyBaseException value() {
    return value;
  }

  /** Goes on with a part of the exception. */
  void setValue(PyBaseException part) {
    value = part;
    state.setHandled(part);
  }

  /** Ends the handling; what was being handled before is again. */
  public void end() {
    state.setHandled(before);
  }

  /** Ends the handling because of another exception, whose context this one becomes. */
  public PyException endBy(PyException other) {
    if (!other.hasContext()) {
      Raising.addContext(other.value(), value);
      other.withContext();
    }
    end();
    return other;
  }

  /** Ends the handling without success: the exception to throw on. */
  public PyException again() {
    end();
    return exception.alreadyRecorded();
  }

  /** Tells a context manager's {@code __exit__}; whether it wants the exception swallowed. */
  public boolean exit(Object exit) {
    return Truth.isTrue(callExit(exit));
  }

  /** Tells an {@code __aexit__}: what to delegate to; a true result means to swallow. */
  public Object asyncExit(Object exit) {
    return ContextManagers.awaitable(callExit(exit), "__aexit__");
  }

  private Object callExit(Object exit) {
    PyTraceback traceback = value.traceback();
    return Calls.call3(exit, value.type(), value, traceback == null ? PySingleton.NONE : traceback);
  }
}
