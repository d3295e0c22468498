package org.pyconc.stdlib.sys;

import java.util.List;
import java.util.Objects;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.NumberText;
import org.pyconc.operations.Text;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.TaskState;
import org.pyconc.stdlib.support.StructSequence;
import org.pyconc.stdlib.support.Timeouts;
import org.pyconc.stdlib.threading.ThreadTable;

/**
 * Parameters and functions of the running program.
 *
 * @see <a href="https://docs.python.org/3.11/library/sys.html">sys</a>
 */
public final class SysModule implements NativeModule {
  private static final int MAX_RECURSION = 100_000;

  private static final PyType UNRAISABLE =
      StructSequence.type(
          "UnraisableHookArgs",
          "What sys.unraisablehook is given.",
          "exc_type",
          "exc_value",
          "exc_traceback",
          "err_msg",
          "object");

  @Override
  public String name() {
    return "sys";
  }

  @Override
  public void define(ModuleBuilder b) {
    ProcessState state = ProcessState.current();
    PyList argv = new PyList();
    List<String> arguments = state.program().arguments();
    for (String argument : arguments) {
      argv.append(WideString.of(argument));
    }
    b.constant("argv", argv);
    b.constant("path", state.path());
    b.constant("modules", state.modules());
    b.constant("stdout", state.out());
    b.constant("stderr", state.err());
    b.constant("stdin", state.in());
    b.constant("__stdout__", state.out());
    b.constant("__stderr__", state.err());
    b.constant("__stdin__", state.in());
    Details.define(b);
    b.constant("orig_argv", PyList.of(argv.toArray()));
    b.function("exit(status=None, /)", "Ends the program by raising SystemExit.", SysModule::exit);
    b.function(
        "getrecursionlimit()",
        "How deep calls may nest.",
        () -> (long) ProcessState.current().recursionLimit());
    b.function(
        "setrecursionlimit(limit, /)",
        "Sets how deep calls may nest.",
        SysModule::setRecursionLimit);
    b.function(
        "displayhook(object, /)",
        "Print an object to sys.stdout and also save it in _",
        SysModule::display);
    b.function("exc_info()", "The exception that is being handled.", SysModule::exceptionInfo);
    b.function(
        "exception()",
        "The exception that is being handled, or None.",
        () -> {
          PyBaseException handled = TaskState.current().handled();
          return handled == null ? PySingleton.NONE : handled;
        });
    b.function(
        "get_int_max_str_digits()",
        "How many digits an int may have as text.",
        () -> (long) ProcessState.current().maxDigits());
    b.function(
        "set_int_max_str_digits(maxdigits)",
        "Sets how many digits an int may have as text.",
        SysModule::setMaxDigits);
    AsyncGeneratorHooks.define(b);
    b.function("_getframe(depth=0, /)", "A frame from the call stack.", SysModule::frame);
    b.function("_current_frames()", "The frame of each thread.", SysModule::frames);
    b.function("getdefaultencoding()", "The encoding of source files.", () -> "utf-8");
    b.function("getfilesystemencoding()", "The encoding of file names.", () -> "utf-8");
    b.function(
        "getfilesystemencodeerrors()",
        "How undecodable file names are treated.",
        () -> "surrogateescape");
    b.function("intern(string, /)", "The same string.", SysModule::intern);
    b.function(
        "getsizeof(object, default=<unrepresentable>)",
        "The size of an object in bytes.",
        (object, otherwise) -> SizeOf.of(object));
    b.function("getrefcount(object, /)", "Always 2: there are no counts.", object -> 2L);
    b.function("is_finalizing()", "Whether the program is ending.", () -> false);
    TraceFunctions.define(b);
    b.functionN("audit(event, *args)", "Nobody is told.", a -> PySingleton.NONE);
    b.function("exception()", "The exception that is being handled.", SysModule::handled);
    b.function(
        "excepthook(exctype, value, traceback, /)", "Reports an exception.", SysModule::report);
    b.function(
        "unraisablehook(unraisable, /)",
        "Reports an exception that nobody can catch.",
        SysModule::reportUnraisable);
    b.constant("__unraisablehook__", Objects.requireNonNull(b.module().own("unraisablehook")));
    b.constant("UnraisableHookArgs", UNRAISABLE);
    b.constant("__excepthook__", Objects.requireNonNull(b.module().own("excepthook")));
    b.constant("__displayhook__", Objects.requireNonNull(b.module().own("displayhook")));
    b.function(
        "setswitchinterval(interval, /)",
        "Is remembered, and has no other effect here.",
        interval -> {
          double seconds = Timeouts.seconds(interval);
          if (seconds <= 0) {
            throw Errors.valueError("switch interval must be strictly positive");
          }
          switchInterval().seconds = seconds;
          return PySingleton.NONE;
        });
    b.function(
        "getswitchinterval()",
        "Seconds that a thread may run while others wait.",
        () -> switchInterval().seconds);
  }

  private static final class SwitchInterval {
    double seconds = 0.005;
  }

  private static SwitchInterval switchInterval() {
    return ProcessState.current().moduleState(SwitchInterval.class, SwitchInterval::new);
  }

  private static Object display(Object value) {
    if (value != PySingleton.NONE) {
      ProcessState state = ProcessState.current();
      Object out = state.sysAttribute("stdout");
      Object text = WideString.of(Text.javaRepr(value) + "\n");
      Calls.method(out == null ? state.out() : out, "write", text);
      state.builtins().setOwn("_", value);
    }
    return PySingleton.NONE;
  }

  private static Object exit(Object status) {
    Object[] arguments =
        status == PySingleton.NONE
            ? PyObject.NO_ARGUMENTS
            : status instanceof PyTuple several ? several.items() : new Object[] {status};
    throw Errors.of(ExceptionTypes.SYSTEM_EXIT, arguments);
  }

  private static Object setRecursionLimit(Object limit) {
    long value = Items.toLong(limit);
    if (value < 1) {
      throw Errors.valueError("recursion limit must be greater or equal than 1");
    }
    int possible = (int) Math.min(value, MAX_RECURSION);
    Task task = Task.require();
    if (task.depth + 1 >= possible) {
      throw Errors.of(
          ExceptionTypes.RECURSION_ERROR,
          "cannot set the recursion limit to "
              + value
              + " at the recursion depth "
              + (task.depth + 1)
              + ": the limit is too low");
    }
    task.surelyAllowed = Math.min(task.surelyAllowed, possible);
    ProcessState.current().setRecursionLimit(possible);
    return PySingleton.NONE;
  }

  private static Object setMaxDigits(Object limit) {
    long value = Items.toLong(limit);
    if (value != 0 && value < NumberText.LEAST_LIMIT) {
      throw Errors.valueError("maxdigits must be 0 or larger than " + NumberText.LEAST_LIMIT);
    }
    ProcessState.current().setMaxDigits((int) Math.min(value, Integer.MAX_VALUE));
    return PySingleton.NONE;
  }

  private static Object intern(Object text) {
    if (!Text.isText(text)) {
      throw Errors.typeError("intern() argument must be str, not " + PyType.of(text).name());
    }
    return text;
  }

  private static Object handled() {
    PyBaseException handled = TaskState.current().handled();
    return handled == null ? PySingleton.NONE : handled;
  }

  private static Object report(Object type, Object value, Object traceback) {
    if (value instanceof PyBaseException e) {
      ErrorReport.write(ProcessState.current(), TracebackPrinter.format(e));
    }
    return PySingleton.NONE;
  }

  private static Object reportUnraisable(Object arguments) {
    if (PyType.of(arguments) != UNRAISABLE) {
      throw Errors.typeError("sys.unraisablehook argument type must be UnraisableHookArgs");
    }
    PyTuple values = (PyTuple) PyPayloadInstance.unwrap(arguments);
    if (values.get(1) instanceof PyBaseException raised) {
      ErrorReport.unraisable(
          ProcessState.current(),
          values.get(3) == PySingleton.NONE ? null : Text.javaStr(values.get(3)),
          values.get(4),
          raised);
    }
    return PySingleton.NONE;
  }

  private static Object frame(Object depth) {
    PyFrame frame = CallStack.frame(Task.require());
    for (long i = Items.toLong(depth); i > 0 && frame != null; i--) {
      frame = frame.back();
    }
    if (frame == null) {
      throw Errors.valueError("call stack is not deep enough");
    }
    return frame;
  }

  private static Object frames() {
    PyDict found = new PyDict();
    for (Task task : ProcessState.current().process().tasks()) {
      PyFrame frame = CallStack.frame(task);
      if (frame != null) {
        found.put(ThreadTable.ident(task), frame);
      }
    }
    return found;
  }

  private static Object exceptionInfo() {
    PyBaseException handled = TaskState.current().handled();
    if (handled == null) {
      return PyTuple.of(PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
    }
    PyTraceback traceback = handled.traceback();
    return PyTuple.of(handled.type(), handled, traceback == null ? PySingleton.NONE : traceback);
  }
}
