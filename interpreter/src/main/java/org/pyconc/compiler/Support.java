package org.pyconc.compiler;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyObject;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.AsyncIteration;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Delegation;
import org.pyconc.operations.GroupHandling;
import org.pyconc.operations.Handling;
import org.pyconc.operations.Raising;
import org.pyconc.scope.CodeUnit;

/** Small pieces that generated code calls so that it stays small itself. */
public final class Support {
  private Support() {}

  public static PyException unboundLocal(String name) {
    return Errors.unboundLocal(name);
  }

  /** Stands in a variable that is kept as a number while it has no value. */
  public static final Object UNBOUND = new Object();

  public static void checkBound(@Nullable Object value, String name) {
    if (value == UNBOUND) {
      throw Errors.unboundLocal(name);
    }
  }

  /** The value of a variable, or null if it has none. */
  public static @Nullable Object orNull(Object value) {
    return value == UNBOUND ? null : value;
  }

  /** The same object if it is a generator, else null. */
  public static @Nullable PyGenerator generator(Object value) {
    return value instanceof PyGenerator g ? g : null;
  }

  /** The value of a variable that is kept as a number while the object is null. */
  public static Object box(long number, @Nullable Object other) {
    return other == null ? (Object) number : other;
  }

  public static Object box(double number, @Nullable Object other) {
    return other == null ? (Object) number : other;
  }

  public static PyException unboundFree(String name) {
    return Errors.unboundFree(name);
  }

  /** What a failed assertion raises. */
  public static PyException assertion() {
    return Errors.of(ExceptionTypes.ASSERTION_ERROR, PyObject.NO_ARGUMENTS);
  }

  /** What a failed assertion with a message raises. */
  public static PyException assertion(Object message) {
    return Errors.of(ExceptionTypes.ASSERTION_ERROR, new Object[] {message});
  }

  public static Object inPlaceAdd(Object a, Object b) {
    return a instanceof Long && b instanceof Long
        ? Arithmetic.add(a, b)
        : Arithmetic.inPlace(BinaryOp.ADD, a, b);
  }

  public static Object inPlaceSubtract(Object a, Object b) {
    return a instanceof Long && b instanceof Long
        ? Arithmetic.subtract(a, b)
        : Arithmetic.inPlace(BinaryOp.SUB, a, b);
  }

  /** Begins to handle what was thrown at a place in a unit. */
  public static Handling begin(Throwable thrown, CodeUnit unit, Span place) {
    return Handling.begin(Raising.translate(thrown).at(place), unit);
  }

  /** What was thrown at a place in a unit ends the handling of another exception. */
  public static RuntimeException endBy(
      Throwable thrown, CodeUnit unit, Span place, Handling handling) {
    return handling.endBy(Raising.translate(thrown).at(place));
  }

  /** What was thrown at a place in a unit ends a clause of {@code except*}. */
  public static void endClause(
      Throwable thrown, CodeUnit unit, Span place, GroupHandling handling) {
    handling.add(Raising.translate(thrown).at(place), unit);
  }

  /** The part of what is handled that an {@code except*} clause with these types takes, or null. */
  public static @Nullable PyBaseException match(Object types, GroupHandling handling) {
    return handling.match(types);
  }

  /** Whether an {@code except} clause with these types takes an exception. */
  public static boolean matches(Object types, PyBaseException exception) {
    return Raising.matches(exception, types);
  }

  /** Passes on to the delegate what a generator in {@code yield from} was sent or is to raise. */
  public static @Nullable Object delegate(
      CompiledGenerator generator, Object sent, Delegation delegation) {
    generator.setDelegate(null);
    if (generator.takeDelegateEnded()) {
      return delegation.end(sent);
    }
    try {
      generator.received(sent);
    } catch (PyException e) {
      return delegation.raise(e);
    }
    return delegation.send(sent);
  }

  /** The delegate of a {@code yield from}. */
  public static Delegation delegation(Object iterable, CompiledGenerator generator) {
    return new Delegation(Delegation.iterator(iterable, generator));
  }

  /** A delegation to an iterator. */
  public static Delegation delegationTo(Object iterator) {
    return new Delegation(iterator);
  }

  /** Whether what was thrown ends an {@code async for}; throws it on if not. */
  public static void requireAsyncEnd(Throwable thrown) {
    if (thrown instanceof PyException e && AsyncIteration.isEnd(e)) {
      return;
    }
    throw Raising.translate(thrown);
  }

  /** The delegate of an {@code await}. */
  public static Delegation awaited(Object awaitable, CompiledGenerator generator) {
    return new Delegation(Delegation.awaitable(awaitable));
  }
}
