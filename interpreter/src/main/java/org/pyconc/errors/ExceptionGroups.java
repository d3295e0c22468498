package org.pyconc.errors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;

/**
 * Dividing exception groups into what matches and what does not.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/exceptions.html#BaseExceptionGroup.split">split</a>
 */
public final class ExceptionGroups {
  private ExceptionGroups() {}

  /** The two parts of an exception; null where a part is empty. */
  public record Split(@Nullable PyBaseException match, @Nullable PyBaseException rest) {}

  /** Says of an exception whether it is meant. */
  @FunctionalInterface
  public interface Matcher {
    boolean matches(PyBaseException exception);
  }

  /** A matcher from what programs give: an exception type, a tuple of types, a function. */
  public static Matcher matcher(Object value) {
    if (value instanceof PyFunction function) {
      return e -> Truth.isTrue(Calls.call1(function, e));
    }
    if (isExceptionType(value)) {
      return e -> e.type().isSubtypeOf((PyType) value);
    }
    if (PyPayloadInstance.unwrap(value) instanceof PyTuple tuple) {
      for (Object each : tuple.items()) {
        if (!isExceptionType(each)) {
          throw badMatcher();
        }
      }
      return e -> isOneOf(e, tuple);
    }
    throw badMatcher();
  }

  private static boolean isExceptionType(Object value) {
    return value instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION);
  }

  private static boolean isOneOf(PyBaseException e, PyTuple types) {
    for (Object each : types.items()) {
      if (each instanceof PyType t && e.type().isSubtypeOf(t)) {
        return true;
      }
    }
    return false;
  }

  private static PyException badMatcher() {
    return Errors.typeError("expected a function, exception type or tuple of exception types");
  }

  /** Divides a group, keeping its structure, or any other exception as a whole. */
  public static Split split(PyBaseException exception, Matcher matcher) {
    if (matcher.matches(exception)) {
      return new Split(exception, null);
    }
    if (!(exception.field(ExceptionFields.GROUP_EXCEPTIONS) instanceof PyTuple members)
        || !exception.type().isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP)) {
      return new Split(null, exception);
    }
    List<Object> matching = new ArrayList<>();
    List<Object> rest = new ArrayList<>();
    for (Object member : members.items()) {
      Split parts = split((PyBaseException) member, matcher);
      if (parts.match() != null) {
        matching.add(parts.match());
      }
      if (parts.rest() != null) {
        rest.add(parts.rest());
      }
    }
    return new Split(subset(exception, matching), subset(exception, rest));
  }

  private static @Nullable PyBaseException subset(PyBaseException group, List<Object> members) {
    if (members.isEmpty()) {
      return null;
    }
    Object derived = Calls.method(group, "derive", PyList.of(members.toArray()));
    if (!(derived instanceof PyBaseException e)
        || !e.type().isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP)) {
      throw Errors.typeError("derive must return an instance of BaseExceptionGroup");
    }
    e.setTraceback(group.traceback());
    e.setContext(group.context());
    e.setCause(group.cause());
    Object notes = Attributes.findQuietly(group, "__notes__");
    if (notes != null && PyPayloadInstance.unwrap(notes) instanceof PyList) {
      Attributes.store(e, "__notes__", Iteration.toList(notes));
    }
    return e;
  }
}
