package org.pyconc.stdlib.signal;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.Timer;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.Timeouts;

/**
 * Handlers of signals, and timers that send one. Signals go between the processes of the program;
 * of those of the host only Ctrl-C arrives.
 *
 * @see <a href="https://docs.python.org/3.11/library/signal.html">signal</a>
 */
public final class SignalModule implements NativeModule {
  private static final int SIGALRM = 14;
  private static final int SIGSTOP = 19;
  private static final int INVALID = 22;
  private static final double NANOS = 1e9;

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
          double left = arm(Items.toLong(seconds), 0);
          return (long) Math.ceil(left);
        });
    b.function(
        "setitimer(which, seconds, interval=0.0, /)",
        "Sends SIGALRM after some time, and again.",
        (which, seconds, interval) ->
            PyTuple.of(arm(Timeouts.seconds(seconds), Timeouts.seconds(interval)), 0.0));
    b.function(
        "getitimer(which, /)",
        "The seconds until the next SIGALRM.",
        which -> PyTuple.of(left(), 0.0));
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

  private static double left() {
    Timer alarm = SignalTable.current().alarm();
    return alarm == null ? 0.0 : Math.max(0, alarm.secondsLeft());
  }

  /** Starts the timer anew; 0 seconds only stop it. Returns what was left. */
  private static double arm(double seconds, double interval) {
    SignalTable table = SignalTable.current();
    Timer before = table.alarm();
    double left = 0;
    if (before != null && before.cancel()) {
      left = Math.max(0, before.secondsLeft());
    }
    table.setAlarm(seconds > 0 ? start(ProcessState.current(), seconds, interval) : null);
    return left;
  }

  private static Timer start(ProcessState state, double seconds, double interval) {
    KernelProcess process = state.process();
    return process
        .kernel()
        .schedule(
            Deadline.after((long) (seconds * NANOS)),
            () -> {
              if (interval > 0
                  && state.findModuleState(SignalTable.class) instanceof SignalTable t) {
                t.setAlarm(start(state, interval, interval));
              }
              SignalTable.send(process, SIGALRM);
            });
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
