package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;

/** What {@code athrow()} and {@code aclose()} of an asynchronous generator return. */
final class AsyncGeneratorThrow extends PyObject implements Resumable {
  private final PyAsyncGenerator generator;

  /** Null to close. */
  private final @Nullable PyBaseException exception;

  private boolean begun;
  private boolean done;
  private Object result = PySingleton.NONE;

  AsyncGeneratorThrow(PyAsyncGenerator generator, @Nullable PyBaseException exception) {
    this.generator = generator;
    this.exception = exception;
  }

  @Override
  public @Nullable Object sendOrEnd(Object value) {
    checkUsable();
    if (generator.body().state() == PyGenerator.State.CLOSED) {
      done = true;
      return null;
    }
    if (begun) {
      try {
        return took(generator.body().sendOrEnd(value));
      } catch (PyException e) {
        return failed(e);
      }
    }
    if (generator.running) {
      done = true;
      throw Errors.runtimeError(
          (exception == null ? "aclose" : "athrow")
              + "(): asynchronous generator is already running");
    }
    if (generator.closed) {
      done = true;
      throw Errors.of(ExceptionTypes.STOP_ASYNC_ITERATION, NO_ARGUMENTS);
    }
    if (value != PySingleton.NONE) {
      throw Errors.runtimeError("can't send non-None value to a just-started coroutine");
    }
    begun = true;
    generator.running = true;
    PyException thrown;
    if (exception == null) {
      generator.closed = true;
      thrown = Errors.of(ExceptionTypes.GENERATOR_EXIT, NO_ARGUMENTS);
    } else {
      thrown = new PyException(exception);
    }
    try {
      return took(generator.body().throwOrEnd(thrown));
    } catch (PyException e) {
      return failed(e);
    }
  }

  @Override
  public @Nullable Object throwOrEnd(PyException thrown) {
    checkUsable();
    try {
      return took(generator.body().throwOrEnd(thrown));
    } catch (PyException e) {
      return failed(e);
    }
  }

  private void checkUsable() {
    if (done) {
      throw Errors.runtimeError("cannot reuse already awaited aclose()/athrow()");
    }
  }

  private @Nullable Object took(@Nullable Object given) {
    if (given == null) {
      throw generator.exhausted();
    }
    Object yielded = PyAsyncGenerator.unwrap(given);
    if (yielded == null) {
      return given;
    }
    generator.running = false;
    done = true;
    if (exception == null) {
      throw Errors.runtimeError("async generator ignored GeneratorExit");
    }
    result = yielded;
    return null;
  }

  /** Closing is what was wanted: then the end of the generator is no error. */
  private @Nullable Object failed(PyException e) {
    generator.ended(e);
    done = true;
    PyType raised = e.value().type();
    if (exception == null
        && (raised.isSubtypeOf(ExceptionTypes.STOP_ASYNC_ITERATION)
            || raised.isSubtypeOf(ExceptionTypes.GENERATOR_EXIT))) {
      return null;
    }
    throw e;
  }

  @Override
  public Object result() {
    return result;
  }

  @Override
  public void close() {
    done = true;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.ASYNC_GENERATOR_ATHROW;
  }
}
