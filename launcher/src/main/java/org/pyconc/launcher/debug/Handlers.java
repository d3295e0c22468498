package org.pyconc.launcher.debug;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.ExceptHandler;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.MatchCase;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.Activation;

/** Tells whether the frames of a thread handle an exception that has just been raised. */
final class Handlers {
  private Handlers() {}

  /** Whether the exception only says that there is nothing more. */
  static boolean isEndOfIteration(PyBaseException exception) {
    return isA(exception, "StopIteration", "StopAsyncIteration", "GeneratorExit");
  }

  /**
   * Whether no {@code except} clause around what the thread is doing takes the exception. A {@code
   * with} statement is taken for one that lets it through. Asked on the thread itself.
   */
  static boolean isUncaught(PyBaseException exception, Task task) {
    if (isEndOfIteration(exception) || isA(exception, "SystemExit", "GreenletExit")) {
      return false;
    }
    for (Activation a = (Activation) task.activation; a != null; a = a.outer()) {
      if (handles(a, exception)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isA(PyBaseException exception, String... names) {
    for (PyType type : exception.type().mro()) {
      for (String name : names) {
        if (type.name().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean handles(Activation frame, PyBaseException exception) {
    List<ExceptHandler> around = new ArrayList<>();
    switch (frame.code().tree()) {
      case Module m -> collect(m.body(), frame.place(), around);
      case Statement.FunctionDef f -> collect(f.body(), frame.place(), around);
      case Statement.ClassDef c -> collect(c.body(), frame.place(), around);
      default -> {}
    }
    for (ExceptHandler handler : around) {
      Expression type = handler.type();
      String text = type == null ? "BaseException" : text(type);
      if (text == null || takes(text, exception, frame)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takes(String type, PyBaseException exception, Activation frame) {
    try {
      return Variables.isInstance(exception, type, frame);
    } catch (PyException e) {
      return false; // as its handler would fail
    }
  }

  /** A handler's type as text, if looking it up has no effects; null for any other one. */
  private static @Nullable String text(Expression type) {
    return switch (type) {
      case Expression.Name n -> n.id();
      case Expression.Attribute a -> {
        String value = text(a.value());
        yield value == null ? null : value + "." + a.name();
      }
      case Expression.TupleDisplay t -> {
        StringBuilder all = new StringBuilder("(");
        for (Expression element : t.elements()) {
          String one = text(element);
          if (one == null) {
            yield null;
          }
          all.append(one).append(", ");
        }
        yield all.append(')').toString();
      }
      default -> null;
    };
  }

  /** Adds the handlers of the {@code try} statements whose body holds the place. */
  private static void collect(List<Statement> body, Span place, List<ExceptHandler> found) {
    for (Statement statement : body) {
      if (!holds(statement.span(), place)) {
        continue;
      }
      switch (statement) {
        case Statement.Try t -> {
          if (holds(t.body().getFirst().span().to(t.body().getLast().span()), place)) {
            found.addAll(t.handlers());
          }
          collect(t.body(), place, found);
          for (ExceptHandler handler : t.handlers()) {
            collect(handler.body(), place, found);
          }
          collect(t.orElse(), place, found);
          collect(t.finalBody(), place, found);
        }
        case Statement.If s -> {
          collect(s.body(), place, found);
          collect(s.orElse(), place, found);
        }
        case Statement.For s -> {
          collect(s.body(), place, found);
          collect(s.orElse(), place, found);
        }
        case Statement.While s -> {
          collect(s.body(), place, found);
          collect(s.orElse(), place, found);
        }
        case Statement.With s -> collect(s.body(), place, found);
        case Statement.Match s -> {
          for (MatchCase each : s.cases()) {
            collect(each.body(), place, found);
          }
        }
        default -> {}
      }
    }
  }

  private static boolean holds(Span outer, Span place) {
    boolean isBefore =
        place.line() < outer.line()
            || (place.line() == outer.line() && place.column() < outer.column());
    boolean isBehind =
        place.line() > outer.endLine()
            || (place.line() == outer.endLine() && place.column() >= outer.endColumn());
    return !isBefore && !isBehind;
  }
}
