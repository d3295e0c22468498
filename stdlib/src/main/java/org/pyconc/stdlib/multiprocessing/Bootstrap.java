package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.transfer.Fork;

/** What happens in a child process around the program's code. */
final class Bootstrap implements Fork.Body {
  private static final int LOW_BYTE = 0xff;

  private final ProcessTable.DefaultKey defaultKey;
  private final @Nullable String startMethod;

  Bootstrap(ProcessTable.DefaultKey defaultKey) {
    this(defaultKey, null);
  }

  /**
   * @param startMethod with which the child is to start its own children, if it is set already
   */
  Bootstrap(ProcessTable.DefaultKey defaultKey, @Nullable String startMethod) {
    this.defaultKey = defaultKey;
    this.startMethod = startMethod;
  }

  @Override
  public void run(ProcessState state, Object root) {
    if (startMethod != null) {
      ContextTypes.Choice.current().actual = startMethod;
    }
    if (root instanceof SpawnRoot spawned) {
      runSpawned(state, spawned);
    } else {
      run(
          state,
          (ProcessObject) root,
          ProcessTable.ofChild(state, (ProcessObject) root, defaultKey));
    }
  }

  /** Runs the main module once more, then takes over what is to be done. */
  private void runSpawned(ProcessState state, SpawnRoot root) {
    ProcessObject unknown = new ProcessObject(ProcessTypes.SPAWN_PROCESS);
    unknown.name = state.process().name();
    ProcessTable table = ProcessTable.ofChild(state, unknown, defaultKey);
    int status =
        Program.guard(
            state,
            () -> {
              table.isInheriting = true;
              Program.runMainAgain(state);
              ProcessObject self = root.process();
              table.isInheriting = false;
              table.self = self;
            });
    if (status != 0) {
      ErrorReport.flushStreams(state);
      state.process().setExitCode(status);
    } else {
      run(state, table.self, table);
    }
  }

  private void run(ProcessState state, ProcessObject self, ProcessTable table) {
    ProcessHooks hooks = ProcessHooks.find();
    if (hooks != null) {
      hooks.callInChild();
      ProcessHooks.log("child process calling self.run()");
    }
    int status = runToEnd(state, self, table);
    int threads = Program.guard(state, state::awaitThreads);
    int atExit = Program.guard(state, state::runExitActions);
    if (hooks != null) {
      ProcessHooks.log("process exiting with exitcode " + status);
    }
    ErrorReport.flushStreams(state);
    state.process().setExitCode(status != 0 ? status : threads != 0 ? threads : atExit);
  }

  private static int runToEnd(ProcessState state, ProcessObject self, ProcessTable table) {
    PyBaseException raised = Raising.raisedBy(() -> ProcessTypes.callRun(self));
    PyBaseException atEnd =
        table.hasChildren() || ProcessHooks.find() != null
            ? Raising.raisedBy(() -> endChildren(table))
            : null;
    if (atEnd != null) {
      atEnd.setContext(raised);
      raised = atEnd;
    }
    if (raised == null) {
      return 0;
    }
    if (raised.type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
      return exitStatus(state, raised);
    }
    Task.require().diedAt(CallStack.of(raised));
    ErrorReport.write(
        state,
        "Process "
            + Text.javaStr(self.name())
            + ":\n"
            + TracebackPrinter.formatFromLibrary(raised));
    return 1;
  }

  private static int exitStatus(ProcessState state, PyBaseException exit) {
    PyTuple arguments = exit.arguments();
    Object code =
        switch (arguments.size()) {
          case 0 -> PySingleton.NONE;
          case 1 -> arguments.get(0);
          default -> arguments;
        };
    if (code == PySingleton.NONE) {
      return 0;
    }
    if (code instanceof Long l) {
      return (int) (l & LOW_BYTE);
    }
    if (code instanceof Boolean b) {
      return b ? 1 : 0;
    }
    ErrorReport.write(state, Text.javaStr(code) + "\n");
    return 1;
  }

  /** Terminates the daemons among the children and waits for all others. */
  static void endChildren(ProcessTable table) {
    ProcessHooks.log("process shutting down");
    ProcessHooks.finish(0L);
    for (ProcessObject child : table.active()) {
      KernelProcess process = child.process;
      if ((child.isDaemon || child.endsWithParent) && process != null) {
        process.terminate(KernelProcess.SIGTERM);
      }
    }
    for (ProcessObject child : table.active()) {
      KernelProcess process = child.process;
      if (process != null) {
        process.join(Deadline.NEVER);
      }
    }
    ProcessHooks.finish(PySingleton.NONE);
  }
}
