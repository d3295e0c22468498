package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Resumable;
import org.pyconc.runtime.TaskState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A call of {@code os.fork} that waits to be made: yields itself, then has the result. */
final class ForkPoint extends PyObject implements Resumable, Transferable {
  private final NativeFunction function;
  private boolean isAsked;
  private Object result = PySingleton.NONE;

  ForkPoint(NativeFunction function) {
    this.function = function;
  }

  /** Has the process copied; what runs in the copy is the copy of that code. */
  Object forkWith(PyGenerator code) {
    TaskState state = TaskState.current();
    state.forking = code;
    try {
      return function.call0();
    } finally {
      state.forking = null;
    }
  }

  /** What the function does when nobody can be copied. */
  Object refuse() {
    return function.call0();
  }

  @Override
  public @Nullable Object sendOrEnd(Object value) {
    if (!isAsked) {
      isAsked = true;
      return this;
    }
    result = value;
    return null;
  }

  @Override
  public @Nullable Object throwOrEnd(PyException thrown) {
    throw thrown;
  }

  @Override
  public Object result() {
    return result;
  }

  @Override
  public void close() {}

  @Override
  public Object copy(Copier copier) {
    ForkPoint copy = new ForkPoint(function);
    copy.isAsked = isAsked;
    return copy;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.OBJECT;
  }
}
