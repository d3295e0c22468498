package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;

/**
 * What {@code await} and {@code yield from} drive without calling methods of the language: a
 * generator, a coroutine, a step of an asynchronous generator, a future.
 */
public interface Resumable {
  /** {@code send}: what it yields, or null at its end, when {@link #result} holds. */
  @Nullable Object sendOrEnd(Object value);

  /** {@code throw}: what it yields, or null at its end, when {@link #result} holds. */
  @Nullable Object throwOrEnd(PyException thrown);

  /** The value of the {@code await} expression. */
  Object result();

  /** {@code close}. */
  void close();
}
