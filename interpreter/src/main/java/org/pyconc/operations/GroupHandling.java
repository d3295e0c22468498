package org.pyconc.operations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionFields;
import org.pyconc.errors.ExceptionGroups;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.scope.CodeUnit;

/**
 * What a {@code try} statement with {@code except*} clauses does with an exception: each clause
 * takes its part, and what is left over or raised meanwhile goes on as one group.
 *
 * @see <a href="https://peps.python.org/pep-0654/">PEP 654</a>
 */
public final class GroupHandling {
  private final Handling handling;
  private final PyBaseException original;
  private final List<PyBaseException> raised = new ArrayList<>();
  private final List<PyBaseException> raisedAgain = new ArrayList<>();
  private @Nullable PyBaseException rest;

  private GroupHandling(Handling handling) {
    this.handling = handling;
    this.original = handling.value();
    this.rest = original;
  }

  /** Begins to handle what was thrown in a code unit: see {@link Handling#begin}. */
  public static GroupHandling begin(Throwable thrown, CodeUnit code) {
    return of(Handling.begin(thrown, code));
  }

  /** Goes on with what has begun as the handling of any exception. */
  public static GroupHandling of(Handling handling) {
    return new GroupHandling(handling);
  }

  /** The part of the exception that a clause takes, always a group, or null. */
  public @Nullable PyBaseException match(Object types) {
    check(types);
    PyBaseException remaining = rest;
    if (remaining == null) {
      return null;
    }
    PyBaseException match;
    if (Raising.matches(remaining, types)) {
      match = isGroup(remaining) ? remaining : group(PyTuple.of(remaining));
      rest = null;
    } else if (isGroup(remaining)) {
      ExceptionGroups.Split parts =
          ExceptionGroups.split(remaining, e -> Raising.matches(e, types));
      match = parts.match();
      rest = parts.rest();
    } else {
      return null;
    }
    if (match != null) {
      handling.setValue(match);
    }
    return match;
  }

  private static void check(Object types) {
    if (types instanceof PyTuple tuple) {
      for (Object each : tuple.items()) {
        checkOne(each);
      }
    } else {
      checkOne(types);
    }
  }

  private static void checkOne(Object type) {
    if (!(type instanceof PyType t) || !t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
      throw Errors.typeError(
          "catching classes that do not inherit from BaseException is not allowed");
    }
    if (t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP)) {
      throw Errors.typeError(
          "catching ExceptionGroup with except* is not allowed. Use except instead.");
    }
  }

  private static boolean isGroup(PyBaseException e) {
    return e.type().isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP);
  }

  private static PyBaseException group(Object members) {
    return Errors.of(ExceptionTypes.BASE_EXCEPTION_GROUP, new Object[] {"", members}).value();
  }

  /** A clause ended by an exception. */
  public void add(PyException e, CodeUnit code) {
    e.record(code);
    if (!e.hasContext()) {
      Raising.addContext(e.value(), handling.value());
    }
    note(e.value());
  }

  private void note(PyBaseException e) {
    boolean isPart =
        e.traceback() == original.traceback()
            && e.context() == original.context()
            && e.cause() == original.cause();
    (isPart ? raisedAgain : raised).add(e);
  }

  /** A clause's type could not be used: ends the handling by that error. */
  public PyException endBy(PyException other) {
    return handling.endBy(other);
  }

  /** Ends the handling: the exception to throw on, or null. */
  public @Nullable PyException end() {
    handling.end();
    PyBaseException remaining = rest;
    if (!isGroup(original)) {
      PyBaseException last =
          remaining != null ? remaining : raised.isEmpty() ? first(raisedAgain) : raised.get(0);
      return last == null ? null : new PyException(last).alreadyRecorded();
    }
    if (remaining != null) {
      note(remaining);
    }
    PyBaseException again = raisedAgain.isEmpty() ? null : joined();
    if (raised.isEmpty()) {
      return again == null ? null : new PyException(again).alreadyRecorded();
    }
    if (again != null) {
      raised.add(again);
    }
    return new PyException(raised.size() == 1 ? raised.get(0) : group(PyList.of(raised.toArray())))
        .alreadyRecorded();
  }

  private static @Nullable PyBaseException first(List<PyBaseException> exceptions) {
    return exceptions.isEmpty() ? null : exceptions.get(0);
  }

  /** The parts of the original group that were raised again, in its structure. */
  private @Nullable PyBaseException joined() {
    Set<PyBaseException> leaves = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PyBaseException each : raisedAgain) {
      addLeaves(each, leaves);
    }
    return ExceptionGroups.split(original, e -> !isGroup(e) && leaves.contains(e)).match();
  }

  private static void addLeaves(PyBaseException e, Set<PyBaseException> leaves) {
    if (isGroup(e) && e.field(ExceptionFields.GROUP_EXCEPTIONS) instanceof PyTuple members) {
      for (Object member : members.items()) {
        addLeaves((PyBaseException) member, leaves);
      }
    } else {
      leaves.add(e);
    }
  }
}
