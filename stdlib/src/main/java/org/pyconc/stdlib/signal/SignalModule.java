package org.pyconc.stdlib.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/**
 * Handlers of signals, and timers that send one. Signals go between the processes of the program;
 * of those of the host only Ctrl-C arrives.
 *
 * @see <a href="https://docs.python.org/3.11/library/signal.html">signal</a>
 */
public final class SignalModule implements NativeModule {
  private static final int SIGSTOP = 19;
  private static final int INVALID = 22;

  @Override
  public String name() {
    return "_signal";
  }

  @Override
  public void define(ModuleBuilder b) {
    SignalTable.current();
    b.function("signal(signalnum, handler, /)", "Sets a handler; the one before.", this::set);
    b.function("getsignal(signalnum, /)", "The handler.", number -> get(signal(number)));
    b.function(
        "raise_signal(signalnum, /)",
        "Sends a signal to the process itself.",
        number -> {
          SignalTable.send(ProcessState.current().process(), signal(number));
          Task.yieldNow();
          return PySingleton.NONE;
        });
    b.function(
        "default_int_handler(signalnum, frame, /)",
        "Raises KeyboardInterrupt.",
        (number, frame) -> {
          throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT, PyObject.NO_ARGUMENTS);
        });
    b.function(
        "pause()",
        "Waits for a signal that is handled.",
        () -> {
          SignalTable.current().nextSignal().await(Deadline.NEVER);
          return PySingleton.NONE;
        });
    b.function(
        "alarm(seconds, /)",
        "Sends SIGALRM after some time; the seconds that the last one had left.",
        seconds -> {
          double left = SignalTable.current().timers().alarm(Items.toLong(seconds));
          return (long) Math.ceil(left);
        });
    b.function(
        "setitimer(which, seconds, interval=0.0, /)",
        "Sends a signal after some time, and again.",
        (which, seconds, interval) -> SignalTable.current().timers().set(which, seconds, interval));
    b.function(
        "getitimer(which, /)",
        "The seconds until the next signal of a timer, and how often it comes.",
        which -> SignalTable.current().timers().get(which));
    b.constant("ItimerError", IntervalTimers.ERROR);
    b.function(
        "_set_wakeup(function, /)",
        "Has a function called with the number of each signal that is handled.",
        function -> SignalTable.current().setWakeup(function));
    MaskFunctions.define(b);
  }

  static int signal(Object number) {
    long value = Items.toLong(number);
    if (value < 1 || value >= SignalTable.COUNT) {
      throw Errors.valueError("signal number out of range");
    }
    return (int) value;
  }

  private Object set(Object number, Object handler) {
    int signal = (int) Items.toLong(number);
    boolean isNumber = SignalTable.DEFAULT.equals(plain(handler)) || isIgnore(handler);
    if (!isNumber && !Calls.isCallable(handler)) {
      throw Errors.typeError(
          "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }
    if (!Task.require().isMain()) {
      throw Errors.valueError("signal only works in main thread of the main interpreter");
    }
    signal(number);
    if (signal == KernelProcess.SIGKILL || signal == SIGSTOP) {
      throw Errors.osError(INVALID, "Invalid argument");
    }
    Object before = get(signal);
    SignalTable.current().set(signal, isNumber ? plain(handler) : handler);
    return before;
  }

  private static Object plain(Object handler) {
    return PyPayloadInstance.unwrap(handler);
  }

  private static boolean isIgnore(Object handler) {
    return SignalTable.IGNORE.equals(plain(handler));
  }

  private static Object get(int signal) {
    Object handler = SignalTable.current().handler(signal);
    // the one that Ctrl-C has at the start is put in by the part written in the language
    return handler != null
        ? handler
        : signal == SignalTable.SIGINT ? PySingleton.NONE : SignalTable.DEFAULT;
  }

  /** A new thread holds back what the running one does. */
  public static void inherit(Task thread) {
    if (ProcessState.current().findModuleState(SignalTable.class) instanceof SignalTable table) {
      long held = table.masks().blocked(Task.require());
      if (held != 0) {
        List<Integer> released = table.masks().setBlocked(thread, held);
        assert released.isEmpty();
      }
    }
  }

  /** Sends a signal to a process of the program. False if there is none with that number. */
  public static boolean send(int pid, int signal) {
    @Nullable KernelProcess process = ProcessState.current().process().kernel().find(pid);
    if (process == null || process.hasEnded()) {
      return false;
    }
    if (signal != 0) {
      SignalTable.send(process, signal);
      Task.yieldNow();
    }
    return true;
  }
}
