package org.pyconc.stdlib.sys;

import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Session;
import org.pyconc.runtime.TaskState;

/**
 * Parameters and functions of the running program.
 *
 * @see <a href="https://docs.python.org/3.11/library/sys.html">sys</a>
 */
public final class SysModule implements NativeModule {
  private static final int MAX_RECURSION = 100_000;

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
    b.constant("maxsize", Long.MAX_VALUE);
    b.constant("maxunicode", 0x10FFFFL);
    b.constant("platform", "linux");
    b.constant("byteorder", "little");
    b.constant("executable", "");
    b.constant("version", "3.11.0 (pyconc)");
    b.constant("version_info", PyTuple.of(3L, 11L, 0L, "final", 0L));
    b.constant("hexversion", 0x030B00F0L);
    b.constant("dont_write_bytecode", true);
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
    b.function("getdefaultencoding()", "The encoding of source files.", () -> "utf-8");
    b.function("getfilesystemencoding()", "The encoding of file names.", () -> "utf-8");
    b.function("intern(string, /)", "The same string.", string -> string);
    b.function(
        "getswitchinterval()", "Seconds that a thread may run while others wait.", () -> 0.005);
  }

  private static Object display(Object value) {
    if (value != PySingleton.NONE) {
      ProcessState state = ProcessState.current();
      Object out = state.sysAttribute("stdout");
      Object text = WideString.of(Text.javaRepr(value) + "\n");
      Calls.method(out == null ? state.out() : out, "write", text);
      Session.mainModule(state).setOwn("_", value);
    }
    return PySingleton.NONE;
  }

  private static Object exit(Object status) {
    Object[] arguments = status == PySingleton.NONE ? new Object[0] : new Object[] {status};
    throw Errors.of(ExceptionTypes.SYSTEM_EXIT, arguments);
  }

  private static Object setRecursionLimit(Object limit) {
    long value = Items.toLong(limit);
    if (value < 1) {
      throw Errors.valueError("recursion limit must be greater or equal than 1");
    }
    ProcessState.current().setRecursionLimit((int) Math.min(value, MAX_RECURSION));
    return PySingleton.NONE;
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
