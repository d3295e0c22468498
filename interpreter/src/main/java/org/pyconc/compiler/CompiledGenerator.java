package org.pyconc.compiler;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PySingleton;

/** A generator whose body is compiled: all its state is in a frame that can be copied. */
public final class CompiledGenerator extends PyGenerator {
  private final GeneratorBody body;
  private final @Nullable Object[] frame;

  /** Where the next step begins; read and written by the generated code. */
  int position;

  private Object sent = PySingleton.NONE;
  private @Nullable PyException thrown;

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
    sent = value;
    thrown = exception;
    return body.resume(this, frame);
  }

  @Override
  protected int line() {
    return position == 0 ? super.line() : body.lines()[position - 1];
  }

  /** Called by the generated code where it goes on: the value that was sent. */
  public Object received() {
    PyException exception = thrown;
    if (exception != null) {
      thrown = null;
      throw raised(exception);
    }
    return sent;
  }

  /** Called by the generated code at its end. */
  public @Nullable Object finish(Object result) {
    setResult(result);
    return null;
  }
}
