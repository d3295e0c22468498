package org.pyconc.stdlib.multiprocessing;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.TaskState;
import org.pyconc.stdlib.atexit.AtexitModule;
import org.pyconc.transfer.Fork;

/**
 * {@code os.fork}: a child that goes on where its parent is.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#os.fork">os.fork</a>
 */
public final class ForkedProcess {
  private static final int NO_FUNCTION = 38;

  private ForkedProcess() {}

  /** Called where all that runs is suspended; elsewhere it is an OSError. */
  public static Object fork() {
    PyGenerator code = TaskState.current().forking;
    if (code == null) {
      throw refused("what called it cannot be copied while it runs");
    }
    ProcessState state = ProcessState.current();
    ErrorReport.flushStreams(state);
    ProcessHooks hooks = ProcessHooks.find();
    if (hooks != null) {
      hooks.callBefore();
    }
    KernelProcess child;
    try {
      PyTuple root = PyTuple.of(code, AtexitModule.calls());
      child = Fork.create(state.process()::name, root, true, ForkedProcess::run);
    } catch (PyException e) {
      throw e.value().type().isSubtypeOf(ExceptionTypes.TYPE_ERROR)
          ? refused(Text.javaStr(e.value()))
          : e;
    } finally {
      if (hooks != null) {
        hooks.callInParent();
      }
    }
    ProcessTable.current().addForked(child);
    state.program().forkedBegins(child);
    child.start();
    return (long) child.pid();
  }

  private static PyException refused(String why) {
    return Errors.osError(NO_FUNCTION, "fork: " + why + "; start a multiprocessing.Process");
  }

  private static void run(ProcessState state, Object root) {
    ProcessHooks hooks = ProcessHooks.find();
    if (hooks != null) {
      hooks.callInChild();
    }
    PyTuple given = (PyTuple) root;
    AtexitModule.inherit((PyList) given.get(1));
    Program.runForked(state, (PyGenerator) given.get(0));
  }
}
