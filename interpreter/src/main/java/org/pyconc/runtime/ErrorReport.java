package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;
import org.pyconc.scope.CodePlace;

/**
 * What a process says about exceptions that nobody handles: to {@code sys.stderr}, wherever the
 * program has let that lead.
 */
public final class ErrorReport {
  private ErrorReport() {}

  /** Writes to {@code sys.stderr}, and to the host's stream if that fails. */
  public static void write(ProcessState state, String text) {
    write(state, text, PySingleton.NONE);
  }

  /**
   * The same.
   *
   * @param instead where to write if {@code sys.stderr} is None: null for the process's own stream,
   *     None for nowhere
   */
  public static void write(ProcessState state, String text, @Nullable Object instead) {
    Object replaced = ownStderr(state);
    if (replaced == PySingleton.NONE) {
      replaced = instead;
    }
    if (replaced == null) {
      state.err().writeQuietly(text);
    } else if (replaced != PySingleton.NONE) {
      try {
        Calls.method(replaced, "write", WideString.of(text));
        Calls.method(replaced, "flush");
      } catch (PyException e) {
        state.err().writeQuietly(text);
      }
    }
  }

  /** Says that an exception was raised where nobody can catch it. */
  public static void ignored(Object where, PyException e) {
    ignored(null, where, e.value());
  }

  /**
   * Says that an exception was raised where nobody can catch it: calls {@code sys.unraisablehook},
   * the program's own if it has set one.
   *
   * @param message what to say instead of "Exception ignored in"
   */
  public static void ignored(@Nullable String message, Object where, PyBaseException e) {
    ProcessState state = ProcessState.current();
    CodePlace here = e.traceback() == null ? CallStack.here() : null;
    if (here != null) {
      e.setTraceback(new PyTraceback(here.code(), here.span(), null));
    }
    Object hook = state.sysAttribute("unraisablehook");
    Object arguments = state.sysAttribute("UnraisableHookArgs");
    if (hook == null || hook instanceof NativeFunction || arguments == null) {
      unraisable(state, message, where, e);
      return;
    }
    PyTraceback traceback = e.traceback();
    Object values =
        PyTuple.of(
            e.type(),
            e,
            traceback == null ? PySingleton.NONE : traceback,
            message == null ? PySingleton.NONE : message,
            where);
    PyBaseException again =
        Raising.raisedBy(() -> Calls.call1(hook, Calls.call1(arguments, values)));
    if (again != null) {
      unraisable(state, "Exception ignored in sys.unraisablehook", hook, again);
    }
  }

  /**
   * What {@code sys.unraisablehook} writes.
   *
   * @param where None if it is not known
   */
  public static void unraisable(
      ProcessState state, @Nullable String message, Object where, PyBaseException e) {
    StringBuilder text = new StringBuilder();
    if (where != PySingleton.NONE) {
      text.append(message == null ? "Exception ignored in" : message).append(": ");
      text.append(shown(where)).append('\n');
    } else if (message != null) {
      text.append(message).append(":\n");
    }
    write(state, text.append(TracebackPrinter.format(e)).toString());
  }

  private static String shown(Object where) {
    try {
      return Text.javaRepr(where);
    } catch (PyException e) {
      return "<object repr() failed>";
    }
  }

  /** Writes what is buffered in {@code sys.stdout} and {@code sys.stderr}, if that can be done. */
  public static void flushStreams(ProcessState state) {
    if (state.hasReplacedStreams()) {
      flush(replaced(state, "stdout", state.out()));
      flush(replaced(state, "stderr", state.err()));
    }
    state.out().flushQuietly();
    state.err().flushQuietly();
  }

  private static void flush(@Nullable Object stream) {
    if (stream != null && stream != PySingleton.NONE) {
      try {
        Calls.method(stream, "flush");
      } catch (PyException e) {
        // Closed, or no stream at all: nobody is left who could be told.
      }
    }
  }

  /** What the program has put in the place of {@code sys.stderr}; null if it is the first one. */
  public static @Nullable Object ownStderr(ProcessState state) {
    return replaced(state, "stderr", state.err());
  }

  private static @Nullable Object replaced(ProcessState state, String name, TextWriter standard) {
    Object set = state.sysAttribute(name);
    return set == standard ? null : set;
  }
}
