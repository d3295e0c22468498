package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyAsyncGenerator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;

/**
 * The protocol of {@code async for}.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/compound_stmts.html#the-async-for-statement">The
 *     async for statement</a>
 */
public final class AsyncIteration {
  private AsyncIteration() {}

  /** The asynchronous iterator over a value. */
  public static Object iterator(Object value) {
    if (value instanceof PyAsyncGenerator) {
      return value;
    }
    Object iterator = Calls.special(value, "__aiter__");
    if (iterator == null) {
      throw Errors.typeError(
          "'async for' requires an object with __aiter__ method, got " + PyType.of(value).name());
    }
    if (PyType.of(iterator).lookup("__anext__") == null) {
      throw Errors.typeError(
          "'async for' received an object from __aiter__ that does not implement __anext__: "
              + PyType.of(iterator).name());
    }
    return iterator;
  }

  /** What to delegate to for the next element, which is the result of the delegation. */
  public static Object next(Object iterator) {
    if (iterator instanceof PyAsyncGenerator g) {
      return g.asend(PySingleton.NONE);
    }
    Object awaitable = Calls.special(iterator, "__anext__");
    if (awaitable == null) {
      throw Errors.typeError(
          "'async for' requires an iterator with __anext__ method, got "
              + PyType.of(iterator).name());
    }
    try {
      return Delegation.awaitable(awaitable);
    } catch (PyException e) {
      PyException error =
          Errors.typeError(
              "'async for' received an invalid object from __anext__: "
                  + PyType.of(awaitable).name());
      error.value().setCause(e.value());
      error.value().setContext(e.value());
      throw error;
    }
  }

  /** Whether the exception says that there are no more elements. */
  public static boolean isEnd(PyException e) {
    return e.value().type().isSubtypeOf(ExceptionTypes.STOP_ASYNC_ITERATION);
  }
}
