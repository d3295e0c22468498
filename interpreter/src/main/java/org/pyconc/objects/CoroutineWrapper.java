package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** What {@code coroutine.__await__()} returns: the coroutine with the face of an iterator. */
public final class CoroutineWrapper extends PyIterator {
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
  public PyType type() {
    return BuiltinTypes.COROUTINE_WRAPPER;
  }
}
