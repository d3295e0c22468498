package org.pyconc.stdlib.os;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Items;
import org.pyconc.runtime.HostAccess;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.multiprocessing.Children;
import org.pyconc.stdlib.multiprocessing.ForkedProcess;
import org.pyconc.stdlib.multiprocessing.ProcessHooks;
import org.pyconc.stdlib.multiprocessing.WaitableChild;
import org.pyconc.stdlib.signal.SignalModule;

/**
 * The functions of {@code os} about other processes. They mean the processes of the program.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#process-management">Process
 *     Management</a>
 */
final class ProcessFunctions {
  private static final int NO_SUCH_PROCESS = 3;
  private static final int NO_CHILD = 10;
  private static final int LOW_BYTE = 0xff;
  private static final int SIGNAL_BITS = 0x7f;
  private static final long NO_HANG = 1;

  private ProcessFunctions() {}

  static void define(ModuleBuilder b) {
    String[] statuses = {
      "USAGE",
      "DATAERR",
      "NOINPUT",
      "NOUSER",
      "NOHOST",
      "UNAVAILABLE",
      "SOFTWARE",
      "OSERR",
      "OSFILE",
      "CANTCREAT",
      "IOERR",
      "TEMPFAIL",
      "PROTOCOL",
      "NOPERM",
      "CONFIG"
    };
    for (int i = 0; i < statuses.length; i++) {
      b.constant("EX_" + statuses[i], 64L + i);
    }
    b.constant("WNOHANG", NO_HANG);
    b.constant("WUNTRACED", 2L);
    b.constant("WCONTINUED", 8L);
    b.function("_exit(status)", "Ends the process at once.", ProcessFunctions::exit);
    b.function("kill(pid, signal, /)", "Sends a signal.", ProcessFunctions::kill);
    b.function(
        "fork()",
        "Goes on twice: in a new process with 0, in this one with the number of the new one.",
        ForkedProcess::fork);
    b.function(
        "register_at_fork(*, before=<unrepresentable>, after_in_child=<unrepresentable>,"
            + " after_in_parent=<unrepresentable>)",
        "Has functions called when a process is started.",
        (before, inChild, inParent) -> {
          ProcessHooks.register(before, inChild, inParent);
          return PySingleton.NONE;
        });
    b.function("wait()", "Waits for the end of a child.", () -> await(-1, 0));
    b.function(
        "waitpid(pid, options, /)",
        "Waits for the end of a child.",
        (pid, options) -> await(Items.toInt(pid), Items.toLong(options)));
    b.function("WIFEXITED(status)", "", status -> (bits(status) & SIGNAL_BITS) == 0);
    b.function("WEXITSTATUS(status)", "", status -> (bits(status) >> 8) & LOW_BYTE);
    b.function("WIFSIGNALED(status)", "", status -> isSignalled(bits(status)));
    b.function("WTERMSIG(status)", "", status -> bits(status) & SIGNAL_BITS);
    b.function("WIFSTOPPED(status)", "", status -> (bits(status) & LOW_BYTE) == SIGNAL_BITS);
    b.function("WIFCONTINUED(status)", "", status -> bits(status) == 0xffff);
    b.function("WCOREDUMP(status, /)", "", status -> false);
    b.function(
        "waitstatus_to_exitcode(status)",
        "The exit code, or minus the signal.",
        status -> {
          long bits = bits(status);
          return isSignalled(bits) ? -(bits & SIGNAL_BITS) : (bits >> 8) & LOW_BYTE;
        });
  }

  private static long bits(Object status) {
    return Items.toLong(status);
  }

  private static boolean isSignalled(long bits) {
    long signal = bits & SIGNAL_BITS;
    return signal != 0 && signal != SIGNAL_BITS;
  }

  private static Object exit(Object status) {
    ProcessState state = ProcessState.current();
    int code = (int) (Items.toLong(status) & LOW_BYTE);
    state.out().flushQuietly(); // what was printed is not lost
    state.err().flushQuietly();
    state.process().exit(code);
    while (true) {
      Task.yieldNow();
      Task.park();
    }
  }

  private static Object kill(Object pid, Object signal) {
    int number = Items.toInt(pid);
    int wanted = Items.toInt(signal);
    if (wanted < 0 || wanted > 64) {
      throw Errors.osError(22, "Invalid argument");
    }
    if (!SignalModule.send(number, wanted)
        && !Children.hasEnded(number)
        && !signalHost(number, wanted)) {
      throw Errors.osError(NO_SUCH_PROCESS, "No such process");
    }
    return PySingleton.NONE;
  }

  /** Child programs of the host can be ended. */
  private static boolean signalHost(int pid, int signal) {
    Optional<ProcessHandle> found =
        pid <= 0
            ? Optional.empty()
            : ProcessHandle.current().descendants().filter(p -> p.pid() == pid).findFirst();
    if (found.isPresent()) {
      HostAccess.requireProcesses();
    }
    found.ifPresent(
        process -> {
          if (signal == KernelProcess.SIGKILL) {
            process.destroyForcibly();
          } else if (signal != 0) {
            process.destroy();
          }
        });
    return found.isPresent();
  }

  private static Object await(int pid, long options) {
    List<WaitableChild> children = Children.waitable(pid);
    if (children.isEmpty()) {
      throw Errors.osError(NO_CHILD, "No child processes");
    }
    List<WaitQueue> queues = new ArrayList<>();
    boolean isOutside = false;
    for (WaitableChild child : children) {
      queues.add(child.exitQueue());
      isOutside |= child.isOutside();
    }
    long deadline = (options & NO_HANG) != 0 ? Deadline.NOW : Deadline.NEVER;
    Kernel kernel = Task.require().process().kernel();
    try (ExternalSource outside = isOutside ? kernel.openExternalSource() : null) {
      if (!Task.awaitAny(queues, () -> ended(children) != null, deadline)) {
        return PyTuple.of(0L, 0L);
      }
    }
    WaitableChild child = ended(children);
    if (child == null) {
      return PyTuple.of(0L, 0L);
    }
    child.reap();
    return PyTuple.of(child.pid(), child.waitStatus());
  }

  private static @Nullable WaitableChild ended(List<WaitableChild> children) {
    for (WaitableChild child : children) {
      if (child.hasEnded()) {
        return child;
      }
    }
    return null;
  }
}
