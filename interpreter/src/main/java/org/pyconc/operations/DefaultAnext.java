package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Resumable;

/** What {@code anext(iterator, default)} returns: the default takes the place of the end. */
public final class DefaultAnext extends PyObject implements Resumable {
  private final Object awaitable;
  private final Object otherwise;
  private @Nullable Delegation delegation;
  private Object result = PySingleton.NONE;

  public DefaultAnext(Object awaitable, Object otherwise) {
    this.awaitable = awaitable;
    this.otherwise = otherwise;
  }

  private Delegation delegation() {
    Delegation begun = delegation;
    if (begun == null) {
      begun = new Delegation(Delegation.awaitable(awaitable));
      delegation = begun;
    }
    return begun;
  }

  private @Nullable Object took(Delegation from, @Nullable Object yielded) {
    if (yielded == null) {
      result = from.result();
    }
    return yielded;
  }

  private @Nullable Object failed(PyException e) {
    if (!AsyncIteration.isEnd(e)) {
      throw e;
    }
    result = otherwise;
    return null;
  }

  @Override
  public @Nullable Object sendOrEnd(Object value) {
    Delegation inner = delegation();
    try {
      return took(inner, inner.send(value));
    } catch (PyException e) {
      return failed(e);
    }
  }

  @Override
  public @Nullable Object throwOrEnd(PyException thrown) {
    Delegation inner = delegation();
    try {
      return took(inner, inner.raise(thrown));
    } catch (PyException e) {
      return failed(e);
    }
  }

  @Override
  public Object result() {
    return result;
  }

  @Override
  public void close() {
    Object close = Attributes.findQuietly(delegation().iterator(), "close");
    if (close != null) {
      Calls.call0(close);
    }
  }

  @Override
  public PyType type() {
    return BuiltinTypes.ANEXT_AWAITABLE;
  }
}
