package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Resumable;
import org.pyconc.runtime.ErrorReport;

/**
 * One {@code yield from}: passes values and exceptions on to another iterator. Both executors drive
 * it: after each step either yield what it gave or go on with its {@link #result}.
 *
 * @see <a href="https://peps.python.org/pep-0380/">PEP 380</a>
 */
public final class Delegation {
  private final Object iterator;
  private Object result = PySingleton.NONE;

  /**
   * @param iterator a {@link Resumable}, or an iterator: see {@link #iterator(Object, PyGenerator)}
   *     and {@link #awaitable}
   */
  public Delegation(Object iterator) {
    this.iterator = iterator;
  }

  /** What {@code yield from value} in a generator delegates to. */
  public static Object iterator(Object value, PyGenerator within) {
    if (value instanceof PyGenerator g) {
      if (g.code().isAsync() && !within.function().isIterableCoroutine()) {
        throw Errors.typeError(
            "cannot 'yield from' a coroutine object in a non-coroutine generator");
      }
      return g;
    }
    return Iteration.iter(value);
  }

  public Object iterator() {
    return iterator;
  }

  /** The value of the {@code yield from} expression, once a step gave null. */
  public Object result() {
    return result;
  }

  /** The iterator has ended, with that result, while others resumed it; null. */
  public @Nullable Object end(Object value) {
    result = value;
    return null;
  }

  /** Sends a value; null at the end. */
  public @Nullable Object send(Object value) {
    if (iterator instanceof Resumable r) {
      Object yielded = r.sendOrEnd(value);
      if (yielded == null) {
        result = r.result();
      }
      return yielded;
    }
    if (value == PySingleton.NONE && iterator instanceof PyIterator i) {
      return i.next();
    }
    try {
      return value == PySingleton.NONE
          ? Calls.method(iterator, "__next__")
          : Calls.method(iterator, "send", value);
    } catch (PyException e) {
      return ended(e);
    }
  }

  private @Nullable Object ended(PyException e) {
    PyBaseException stop = e.value();
    if (!stop.type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
      throw e;
    }
    PyTuple arguments = stop.arguments();
    result = arguments.size() == 0 ? PySingleton.NONE : arguments.get(0);
    return null;
  }

  /** The method, or null if there is none, or if looking for it fails, of which it is told. */
  private static @Nullable Object closeOf(Object iterator) {
    try {
      return Attributes.findQuietly(iterator, "close");
    } catch (PyException e) {
      ErrorReport.ignored(iterator, e);
      return null;
    }
  }

  /** Passes an exception on; null at the end. */
  public @Nullable Object raise(PyException thrown) {
    if (thrown.value().type().isSubtypeOf(ExceptionTypes.GENERATOR_EXIT)) {
      if (iterator instanceof Resumable r) {
        r.close();
      } else {
        Object close = closeOf(iterator);
        if (close != null) {
          Calls.call0(close);
        }
      }
      throw thrown;
    }
    if (iterator instanceof Resumable r) {
      Object yielded = r.throwOrEnd(thrown);
      if (yielded == null) {
        result = r.result();
      }
      return yielded;
    }
    Object method = Attributes.findQuietly(iterator, "throw");
    if (method == null) {
      throw thrown;
    }
    try {
      return Calls.call(method, thrown.throwArguments());
    } catch (PyException e) {
      return ended(e);
    }
  }

  /** What {@code await value} delegates to. */
  public static Object awaitable(Object value) {
    if (value instanceof PyGenerator g
        && (g.code().isAsync() || g.function().isIterableCoroutine())) {
      if (g.delegate() != null && g.code().isAsync()) {
        throw Errors.runtimeError("coroutine is being awaited already");
      }
      return g;
    }
    Object iterator = Calls.special(value, "__await__");
    if (iterator == null) {
      throw Errors.typeError(
          "object " + PyType.of(value).name() + " can't be used in 'await' expression");
    }
    if (iterator instanceof PyGenerator g && g.type() == BuiltinTypes.COROUTINE) {
      throw Errors.typeError("__await__() returned a coroutine");
    }
    if (!(iterator instanceof Resumable) && PyType.of(iterator).lookup("__next__") == null) {
      throw Errors.typeError(
          "__await__() returned non-iterator of type '" + PyType.of(iterator).name() + "'");
    }
    return iterator;
  }
}
