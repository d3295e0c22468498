package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.Forgettable;
import org.pyconc.runtime.Forgotten;
import org.pyconc.runtime.TaskState;

/**
 * An asynchronous generator. Its body is a coroutine that yields two kinds of things: what an
 * {@code await} in it waits for, and wrapped what the generator itself yields.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/expressions.html#asynchronous-generator-functions">
 *     Asynchronous generator functions</a>
 */
public final class PyAsyncGenerator extends PyObject implements Forgettable {
  /** What a {@code yield} in the body hands to the coroutine machinery. */
  private record Yielded(Object value) {}

  private final PyGenerator body;

  /** Whether it has ended or is being closed. */
  boolean closed;

  private boolean hasBegun;

  /** Whether one of its steps has begun and not ended. */
  boolean running;

  /** Notices that it is forgotten; what is called then. */
  private @Nullable Object guard;

  private @Nullable Object whenForgotten;

  public PyAsyncGenerator(PyGenerator body) {
    this.body = body;
  }

  /** What the body has to yield for {@code yield value}. */
  public static Object wrap(Object value) {
    return new Yielded(value);
  }

  /** The code that runs. */
  public PyGenerator body() {
    return body;
  }

  /** {@code ag_running}. */
  public boolean isRunning() {
    return running;
  }

  /** The first time, tells who wants to know of it. */
  private void begin() {
    if (!hasBegun) {
      hasBegun = true;
      TaskState state = TaskState.current();
      whenForgotten = state.asyncGeneratorForgotten;
      if (whenForgotten != null || body.code().suspendsProtected()) {
        guard = Forgotten.ofProcess().watch(this);
      }
      Object hook = state.asyncGeneratorBegins;
      if (hook != null) {
        Calls.call1(hook, this);
      }
    }
  }

  /** Nobody refers to it any more: it is closed, by the event loop if there is one. */
  @Override
  public void forgotten() {
    guard = null;
    try {
      Object hook = whenForgotten;
      if (body.state() == PyGenerator.State.CLOSED || closed) {
        return;
      }
      if (hook != null) {
        Object ignored = Calls.call1(hook, this);
      } else {
        body.close();
      }
    } catch (PyException e) {
      ErrorReport.ignored(this, e);
    }
  }

  @Override
  public boolean isWatched() {
    return guard != null;
  }

  private void release() {
    Object known = guard;
    if (known != null) {
      guard = null;
      Forgotten.ofProcess().release(known);
    }
  }

  /** {@code asend(value)}; {@code __anext__()} sends None. */
  public Resumable asend(Object value) {
    begin();
    return new AsyncGeneratorSend(this, value);
  }

  /** {@code athrow(exception)}. */
  public Resumable athrow(PyBaseException exception) {
    begin();
    return new AsyncGeneratorThrow(this, exception);
  }

  /** {@code aclose()}. */
  public Resumable aclose() {
    begin();
    return new AsyncGeneratorThrow(this, null);
  }

  /** The value that the generator yielded, if this is one; null if the body waits. */
  static @Nullable Object unwrap(@Nullable Object given) {
    return given instanceof Yielded y ? y.value : null;
  }

  /** A step ended by an exception: notes what that means for the generator. */
  PyException ended(PyException e) {
    PyType raised = e.value().type();
    if (raised.isSubtypeOf(ExceptionTypes.STOP_ASYNC_ITERATION)
        || raised.isSubtypeOf(ExceptionTypes.GENERATOR_EXIT)) {
      closed = true;
    }
    running = false;
    if (body.state() == PyGenerator.State.CLOSED) {
      release();
    }
    return e;
  }

  /** The body returned. */
  PyException exhausted() {
    return ended(Errors.of(ExceptionTypes.STOP_ASYNC_ITERATION, NO_ARGUMENTS));
  }

  @Override
  public PyType type() {
    return BuiltinTypes.ASYNC_GENERATOR;
  }
}
