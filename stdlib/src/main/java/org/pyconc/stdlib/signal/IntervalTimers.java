package org.pyconc.stdlib.signal;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Timer;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.Timeouts;

/** The three timers of a process: one follows the clock, two what the program computes. */
final class IntervalTimers {
  static final PyType ERROR =
      new PyType("signal.itimer_error", ExceptionTypes.OS_ERROR, true, null, b -> {});

  private static final int INVALID = 22;
  private static final double NANOS = 1e9;

  /** ALRM, VTALRM, PROF. */
  private static final int[] SIGNALS = {14, 26, 27};

  /** How soon a timer looks again whether enough was computed. */
  private static final double SOON = 0.005;

  private static final class Armed {
    @Nullable Timer timer;
    double interval;

    /** When what was computed reaches this, in seconds; 0 if the clock counts. */
    double computed;
  }

  private final @Nullable Armed[] timers = new @Nullable Armed[SIGNALS.length];

  /** {@code setitimer}: what was set before. */
  Object set(Object which, Object seconds, Object interval) {
    double first = Timeouts.seconds(seconds);
    double again = Timeouts.seconds(interval);
    int kind = kind(which);
    if (first < 0 || again < 0) {
      throw invalid();
    }
    PyTuple before = get(kind);
    arm(kind, first, again);
    return before;
  }

  Object get(Object which) {
    return get(kind(which));
  }

  /** Starts the timer of SIGALRM anew; 0 seconds only stop it. Returns what was left. */
  double alarm(long seconds) {
    double left = left(timers[0]);
    arm(0, seconds, 0);
    return left;
  }

  private void arm(int kind, double seconds, double interval) {
    Armed before = timers[kind];
    if (before != null && before.timer != null) {
      boolean ignored = before.timer.cancel();
    }
    timers[kind] = null;
    if (seconds > 0) {
      Armed armed = new Armed();
      timers[kind] = armed;
      armed.interval = interval;
      start(ProcessState.current().process(), kind, armed, seconds);
    }
  }

  private void start(KernelProcess process, int kind, Armed armed, double seconds) {
    if (kind != 0) {
      armed.computed = computed() + seconds;
    }
    schedule(process, kind, armed, seconds);
  }

  private void schedule(KernelProcess process, int kind, Armed armed, double seconds) {
    armed.timer =
        process
            .kernel()
            .schedule(Deadline.after((long) (seconds * NANOS)), () -> expire(process, kind, armed));
  }

  private void expire(KernelProcess process, int kind, Armed armed) {
    if (timers[kind] != armed || process.hasEnded()) {
      return;
    }
    double missing = armed.computed == 0 ? 0 : armed.computed - computed();
    if (missing > 0) {
      schedule(process, kind, armed, Math.max(SOON, missing / 2));
      return;
    }
    if (armed.interval > 0) {
      start(process, kind, armed, armed.interval);
    } else {
      timers[kind] = null;
    }
    SignalTable.send(process, SIGNALS[kind]);
  }

  private static double computed() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(d -> d.toNanos() / NANOS)
        .orElse(0.0);
  }

  private PyTuple get(int kind) {
    Armed armed = timers[kind];
    return PyTuple.of(left(armed), armed == null ? 0.0 : armed.interval);
  }

  private static double left(@Nullable Armed armed) {
    if (armed == null || armed.timer == null) {
      return 0;
    }
    return Math.max(
        0, armed.computed == 0 ? armed.timer.secondsLeft() : armed.computed - computed());
  }

  private static int kind(Object which) {
    long kind = Items.toLong(which);
    if (kind < 0 || kind >= SIGNALS.length) {
      throw invalid();
    }
    return (int) kind;
  }

  private static RuntimeException invalid() {
    return Errors.of(ERROR, new Object[] {(long) INVALID, "Invalid argument"});
  }
}
