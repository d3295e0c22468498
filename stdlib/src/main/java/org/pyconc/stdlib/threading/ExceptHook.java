package org.pyconc.stdlib.threading;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.StructSequence;

/**
 * Reports what comes out of a thread.
 *
 * @see <a href="https://docs.python.org/3.11/library/threading.html#threading.excepthook">
 *     threading.excepthook</a>
 */
final class ExceptHook {
  /** What {@code threading.excepthook} is given. */
  static final PyType ARGUMENTS =
      StructSequence.type(
          "_thread._ExceptHookArgs",
          "What threading.excepthook is given.",
          "exc_type",
          "exc_value",
          "exc_traceback",
          "thread");

  private ExceptHook() {}

  /** Calls {@code threading.excepthook}, the program's own if it has set one. */
  static void call(ThreadObject thread, PyBaseException raised) {
    ProcessState state = ProcessState.current();
    Object hook =
        state.modules().get("threading") instanceof PyModule m ? m.own("excepthook") : null;
    if (hook == null || hook instanceof NativeFunction) {
      report(state, thread, raised);
      return;
    }
    PyTraceback traceback = raised.traceback();
    PyObject arguments =
        StructSequence.make(
            ARGUMENTS,
            raised.type(),
            raised,
            traceback == null ? PySingleton.NONE : traceback,
            thread);
    PyBaseException again = Raising.raisedBy(() -> Calls.call1(hook, arguments));
    if (again != null) {
      ErrorReport.write(state, "Exception in threading.excepthook:\n");
      reportAgain(state, again);
    }
  }

  private static void reportAgain(ProcessState state, PyBaseException raised) {
    Object hook = state.sysAttribute("excepthook");
    if (hook == null || hook instanceof NativeFunction) {
      ErrorReport.write(state, TracebackPrinter.format(raised));
      return;
    }
    PyTraceback traceback = raised.traceback();
    Object ignored =
        Calls.call3(hook, raised.type(), raised, traceback == null ? PySingleton.NONE : traceback);
  }

  /** {@code threading.excepthook} itself, called by a program. */
  static Object defaultHook(Object arguments) {
    if (PyType.of(arguments) != ARGUMENTS) {
      throw Errors.typeError("_thread.excepthook argument type must be ExceptHookArgs");
    }
    Object value = Attributes.load(arguments, "exc_value");
    Object thread = Attributes.load(arguments, "thread");
    if (value instanceof PyBaseException e) {
      report(ProcessState.current(), thread instanceof ThreadObject t ? t : null, e);
    }
    return PySingleton.NONE;
  }

  private static void report(
      ProcessState state, @Nullable ThreadObject thread, PyBaseException raised) {
    if (raised.type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
      return; // the thread's own way to end
    }
    String name =
        thread == null
            ? String.valueOf(ThreadTable.current().running().name)
            : Text.javaStr(thread.name);
    ErrorReport.write(
        state,
        "Exception in thread " + name + ":\n" + TracebackPrinter.formatFromLibrary(raised),
        thread == null ? PySingleton.NONE : thread.stderr);
  }

  /** What came out of a function that {@code _thread.start_new_thread} started. */
  static void reportRaw(Object function, PyBaseException raised) {
    ErrorReport.ignored("Exception ignored in thread started by", function, raised);
  }
}
