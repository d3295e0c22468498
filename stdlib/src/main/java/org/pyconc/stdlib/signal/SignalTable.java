package org.pyconc.stdlib.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.EventFlag;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.SignalHandling;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** What a process does about signals. A child starts with its parent's handlers. */
final class SignalTable implements Transferable, SignalHandling {
  static final int COUNT = 65;
  static final int SIGINT = 2;
  private static final int SIGCHLD = 17;

  /**
   * Signals that do nothing unless they are handled: CHLD, CONT, STOP, TSTP, TTIN, TTOU, URG,
   * WINCH.
   */
  private static final Set<Integer> HARMLESS = Set.of(17, 18, 19, 20, 21, 22, 23, 28);

  static final Object DEFAULT = 0L;
  static final Object IGNORE = 1L;

  /** By number; null: as at the start. */
  private final @Nullable Object[] handlers = new @Nullable Object[COUNT];

  private final List<EventFlag> pausing = new ArrayList<>();
  private final IntervalTimers timers = new IntervalTimers();
  private final KernelProcess process;
  private final SignalMasks masks;
  private Object wakeup = PySingleton.NONE;

  private SignalTable(KernelProcess process) {
    this.process = process;
    masks = new SignalMasks(process);
  }

  /** The table of the running process. */
  static SignalTable current() {
    ProcessState state = ProcessState.current();
    SignalTable known = state.findModuleState(SignalTable.class);
    if (known == null) {
      known = new SignalTable(state.process());
      state.setModuleState(SignalTable.class, known);
      state.setSignalHandling(known);
    }
    return known;
  }

  IntervalTimers timers() {
    return timers;
  }

  SignalMasks masks() {
    return masks;
  }

  /** What is called with each signal that is handled, or None; what was before. */
  Object setWakeup(Object function) {
    Object before = wakeup;
    wakeup = function;
    return before;
  }

  /** A handler, {@link #DEFAULT}, {@link #IGNORE}; null where the start's is in place. */
  @Nullable Object handler(int signal) {
    return handlers[signal];
  }

  void set(int signal, Object handler) {
    handlers[signal] = handler;
    if (signal == SIGCHLD) {
      watchChildren(handler);
    }
  }

  private void watchChildren(@Nullable Object handler) {
    boolean isNumber = handler == null || handler.equals(DEFAULT) || handler.equals(IGNORE);
    process.onEndOfChildren(isNumber ? null : () -> send(process, SIGCHLD));
  }

  @Override
  public boolean handles(int signal) {
    if (signal <= 0 || signal >= COUNT) {
      return false;
    }
    Object handler = handlers[signal];
    if (masks.isKept(signal)) {
      return true;
    }
    return handler == null
        ? signal == SIGINT || HARMLESS.contains(signal)
        : !handler.equals(DEFAULT) || HARMLESS.contains(signal);
  }

  @Override
  public void deliver(int signal) {
    if (masks.keep(signal)) {
      return;
    }
    Object handler = handlers[signal];
    if (handler == null && signal == SIGINT) {
      wakePausing();
      throw Errors.of(ExceptionTypes.KEYBOARD_INTERRUPT, PyObject.NO_ARGUMENTS);
    }
    if (handler == null || handler.equals(DEFAULT) || handler.equals(IGNORE)) {
      return;
    }
    wakePausing();
    if (wakeup != PySingleton.NONE) {
      Object ignored = Calls.call1(wakeup, (long) signal);
    }
    PyFrame interrupted = CallStack.frame(Task.require());
    Calls.call(
        handler,
        new Object[] {(long) signal, interrupted == null ? PySingleton.NONE : interrupted});
  }

  private void wakePausing() {
    for (EventFlag flag : pausing) {
      flag.set();
    }
    pausing.clear();
  }

  /** Set when the next signal has been handled. */
  EventFlag nextSignal() {
    EventFlag flag = new EventFlag(null);
    pausing.add(flag);
    return flag;
  }

  @Override
  public Object copy(Copier copier) {
    SignalTable copy = empty(copier);
    copy.wakeup = copier.copy(wakeup);
    for (int i = 0; i < COUNT; i++) {
      Object handler = handlers[i];
      copy.handlers[i] = handler == null ? null : copier.copy(handler);
    }
    copy.watchChildren(copy.handlers[SIGCHLD]);
    return copy;
  }

  /** What is ignored stays so; handlers are gone. */
  @Override
  public Object copyAfresh(Copier copier) {
    SignalTable copy = empty(copier);
    for (int i = 0; i < COUNT; i++) {
      Object handler = handlers[i];
      copy.handlers[i] = handler != null && handler.equals(IGNORE) ? handler : null;
    }
    return copy;
  }

  /** That of another process, whose main thread holds back what the running thread does. */
  private SignalTable empty(Copier copier) {
    ProcessState target = copier.target();
    KernelProcess process = (target == null ? ProcessState.current() : target).process();
    SignalTable table = new SignalTable(process);
    long held = masks.blocked(Task.require());
    if (held != 0) {
      List<Integer> released = table.masks.setBlocked(process.mainTask(), held);
      assert released.isEmpty();
    }
    return table;
  }

  /** Sends a signal; whoever handles it does so at its next poll. */
  static void send(KernelProcess process, int signal) {
    if (signal == SIGINT
        && process.attachment instanceof ProcessState state
        && state.signalHandling() == null) {
      process.interrupt(Program.CTRL_C);
    } else if (!HARMLESS.contains(signal) || isHandled(process, signal)) {
      process.terminate(signal);
    }
  }

  private static boolean isHandled(KernelProcess process, int signal) {
    return process.attachment instanceof ProcessState state
        && state.signalHandling() instanceof SignalTable table
        && table.handles(signal);
  }
}
