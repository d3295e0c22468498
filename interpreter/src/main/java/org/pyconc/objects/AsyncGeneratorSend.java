package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;

/** What {@code asend()} and {@code __anext__()} of an asynchronous generator return. */
final class AsyncGeneratorSend extends PyObject implements Resumable {
  private final PyAsyncGenerator generator;
  private final Object first;
  private boolean begun;
  private boolean done;
  private Object result = PySingleton.NONE;

  AsyncGeneratorSend(PyAsyncGenerator generator, Object first) {
    this.generator = generator;
    this.first = first;
  }

  private void checkUsable() {
    if (done) {
      throw Errors.runtimeError("cannot reuse already awaited __anext__()/asend()");
    }
  }

  @Override
  public @Nullable Object sendOrEnd(Object value) {
    checkUsable();
    Object sent = value;
    if (!begun) {
      if (generator.running) {
        throw Errors.runtimeError("anext(): asynchronous generator is already running");
      }
      if (value == PySingleton.NONE) {
        sent = first;
      }
      begun = true;
    }
    generator.running = true;
    try {
      return took(generator.body().sendOrEnd(sent));
    } catch (PyException e) {
      done = true;
      throw generator.ended(e);
    }
  }

  @Override
  public @Nullable Object throwOrEnd(PyException thrown) {
    checkUsable();
    try {
      return took(generator.body().throwOrEnd(thrown));
    } catch (PyException e) {
      done = true;
      throw generator.ended(e);
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
    result = yielded;
    return null;
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
    return BuiltinTypes.ASYNC_GENERATOR_ASEND;
  }
}
