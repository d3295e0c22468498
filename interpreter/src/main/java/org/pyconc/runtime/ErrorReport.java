package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;

/**
 * What a process says about exceptions that nobody handles: to {@code sys.stderr}, wherever the
 * program has let that lead.
 */
public final class ErrorReport {
  private ErrorReport() {}

  /** Writes to {@code sys.stderr}, and to the host's stream if that fails. */
  public static void write(ProcessState state, String text) {
    Object replaced = replaced(state, "stderr", state.err());
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
    write(
        ProcessState.current(),
        "Exception ignored in: "
            + Text.javaRepr(where)
            + "\n"
            + TracebackPrinter.format(e.value()));
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

  private static @Nullable Object replaced(ProcessState state, String name, TextWriter standard) {
    Object set = state.sysAttribute(name);
    return set == standard ? null : set;
  }
}
