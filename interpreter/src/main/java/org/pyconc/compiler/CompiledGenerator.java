package org.pyconc.compiler;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Invocation;
import org.pyconc.runtime.TaskState;

/** A generator whose body is compiled: all its state is in a frame that can be copied. */
public final class CompiledGenerator extends PyGenerator {
  private final GeneratorBody body;
  private final @Nullable Object[] frame;

  /** Where the next step begins; read and written by the generated code. */
  int position;

  private Object sent = PySingleton.NONE;
  private @Nullable PyException thrown;
  private @Nullable PyBaseException handled;

  CompiledGenerator(PyFunction function, GeneratorBody body, @Nullable Object[] frame) {
    super(function);
    this.body = body;
    this.frame = frame;
  }

  /** Local variables and what the code needs to go on: parameters first. */
  public @Nullable Object[] values() {
    return frame;
  }

  /** Where it will go on. */
  public int position() {
    return position;
  }

  @Override
  protected @Nullable Object step(Object value, @Nullable PyException exception) {
    Task task = Invocation.enter();
    TaskState state = TaskState.of(task);
    PyBaseException outer = state.handled();
    if (handled != null) {
      state.setHandled(handled);
    }
    sent = value;
    thrown = exception;
    try {
      return body.resume(this, frame);
    } finally {
      task.depth--;
      PyBaseException inner = state.handled();
      handled = inner == outer ? null : inner;
      state.setHandled(outer);
    }
  }

  /** Called by the generated code where it goes on: the value that was sent. */
  public Object received() {
    PyException exception = thrown;
    if (exception != null) {
      thrown = null;
      throw exception;
    }
    return sent;
  }

  /** Called by the generated code at its end. */
  public @Nullable Object finish(Object result) {
    setResult(result);
    return null;
  }
}
