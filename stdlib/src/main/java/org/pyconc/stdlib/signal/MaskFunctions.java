package org.pyconc.stdlib.signal;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.StructSequence;
import org.pyconc.stdlib.support.Timeouts;
import org.pyconc.stdlib.threading.ThreadTable;

/** The functions of {@code signal} about signals that are held back or waited for. */
final class MaskFunctions {
  private static final int NO_SUCH_PROCESS = 3;
  private static final int INVALID = 22;

  private static final PyType SIGNAL_INFO =
      StructSequence.type(
          "signal.struct_siginfo",
          "What is known of a signal.",
          "si_signo",
          "si_code",
          "si_errno",
          "si_pid",
          "si_uid",
          "si_status",
          "si_band");

  private MaskFunctions() {}

  static void define(ModuleBuilder b) {
    b.constant("struct_siginfo", SIGNAL_INFO);
    b.function(
        "pthread_sigmask(how, mask, /)",
        "Sets which signals the running thread holds back; those before.",
        MaskFunctions::setMask);
    b.function(
        "pthread_kill(thread_id, signalnum, /)",
        "Sends a signal to a thread of the process.",
        MaskFunctions::send);
    b.function(
        "sigpending()",
        "The signals that are held back.",
        () -> numbers(SignalTable.current().masks().pending(Task.require())));
    b.function(
        "sigwait(sigset, /)",
        "Waits for one of some signals.",
        wanted -> (long) SignalTable.current().masks().await(bits(wanted), Deadline.NEVER));
    b.function(
        "sigwaitinfo(sigset, /)",
        "Waits for one of some signals.",
        wanted -> info(SignalTable.current().masks().await(bits(wanted), Deadline.NEVER)));
    b.function(
        "sigtimedwait(sigset, timeout, /)",
        "Waits for one of some signals; None if none comes in time.",
        MaskFunctions::awaitInTime);
  }

  private static Object awaitInTime(Object wanted, Object timeout) {
    double seconds = Timeouts.seconds(timeout);
    if (seconds < 0) {
      throw Errors.valueError("timeout must be non-negative");
    }
    return info(SignalTable.current().masks().await(bits(wanted), Deadline.afterSeconds(seconds)));
  }

  private static Object info(int signal) {
    if (signal == 0) {
      return PySingleton.NONE;
    }
    long pid = ProcessState.current().process().pid();
    return StructSequence.make(SIGNAL_INFO, (long) signal, 0L, 0L, pid, 0L, 0L, pid);
  }

  private static Object setMask(Object how, Object mask) {
    long kind = Items.toLong(how);
    long given = bits(mask);
    Task task = Task.require();
    SignalMasks masks = SignalTable.current().masks();
    long before = masks.blocked(task);
    long after =
        switch ((int) kind) {
          case 0 -> before | given;
          case 1 -> before & ~given;
          case 2 -> given;
          default -> throw Errors.osError(INVALID, "Invalid argument");
        };
    KernelProcess process = task.process();
    for (int signal : masks.setBlocked(task, after)) {
      SignalTable.send(process, signal);
    }
    Task.yieldNow(); // what was held back is handled
    return numbers(before);
  }

  private static Object send(Object ident, Object number) {
    long wanted = Items.toLong(ident);
    int signal = Items.toInt(number);
    if (signal < 0 || signal >= SignalTable.COUNT) {
      throw Errors.osError(INVALID, "Invalid argument");
    }
    KernelProcess process = Task.require().process();
    for (Task task : process.tasks()) {
      if (ThreadTable.ident(task) == wanted) {
        if (signal != 0 && !SignalTable.current().masks().keepFor(task, signal)) {
          SignalTable.send(process, signal);
        }
        Task.yieldNow();
        return PySingleton.NONE;
      }
    }
    throw Errors.osError(NO_SUCH_PROCESS, "No such process");
  }

  private static long bits(Object signals) {
    long bits = 0;
    for (Object each : Iteration.toArray(signals)) {
      Object number = Items.index(each);
      if (!(number instanceof Long value) || value < 1 || value >= SignalTable.COUNT) {
        throw Errors.valueError(
            "signal number "
                + (number instanceof BigInteger big ? big.toString() : number)
                + " out of range [1; "
                + (SignalTable.COUNT - 1)
                + "]");
      }
      bits |= SignalMasks.bit(value.intValue());
    }
    return bits;
  }

  private static PySet numbers(long bits) {
    PySet found = new PySet();
    for (int signal = 1; signal < SignalTable.COUNT; signal++) {
      if ((bits & SignalMasks.bit(signal)) != 0) {
        found.add((long) signal);
      }
    }
    return found;
  }
}
