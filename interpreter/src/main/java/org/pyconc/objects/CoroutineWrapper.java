package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;

/** What {@code coroutine.__await__()} returns: the coroutine with the face of an iterator. */
public final class CoroutineWrapper extends PyIterator implements Resumable {
  private final PyGenerator coroutine;

  public CoroutineWrapper(PyGenerator coroutine) {
    this.coroutine = coroutine;
  }

  public PyGenerator coroutine() {
    return coroutine;
  }

  @Override
  public @Nullable Object next() {
    return coroutine.sendOrEnd(PySingleton.NONE);
  }

  @Override
  public @Nullable Object sendOrEnd(Object value) {
    return coroutine.sendOrEnd(value);
  }

  @Override
  public @Nullable Object throwOrEnd(PyException thrown) {
    return coroutine.throwOrEnd(thrown);
  }

  @Override
  public Object result() {
    return coroutine.result();
  }

  @Override
  public void close() {
    coroutine.close();
  }

  @Override
  public PyType type() {
    return BuiltinTypes.COROUTINE_WRAPPER;
  }
}
