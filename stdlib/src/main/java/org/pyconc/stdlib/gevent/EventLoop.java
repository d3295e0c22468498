package org.pyconc.stdlib.gevent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Mailbox;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.TimerQueue;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.stdlib.greenlet.PyGreenlet;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * The loop of a hub: runs callbacks in rounds, and in between what the kernel's timers and wait
 * queues have posted. When nothing is left to wait for, it ends.
 */
final class EventLoop extends PyInstance implements Transferable {
  /** So much later than asked for timers fire, so that those of about the same time go together. */
  private static final long SLACK_NANOS = 500_000;

  /** For so long callbacks are run before timers are looked at. */
  private static final long TURN_NANOS = 5_000_000;

  final Mailbox mailbox = new Mailbox();
  final TimerQueue timers = new TimerQueue();
  private final PyHub hub;
  private final ArrayDeque<Callback> callbacks = new ArrayDeque<>();

  /** Timers that were over when they were started. */
  private final ArrayDeque<Runnable> due = new ArrayDeque<>();

  /** So many callbacks are run before the loop looks at the clock. */
  private static final int CALLBACKS_BETWEEN_LOOKS = 50;

  /** Callbacks that may still be run before the loop looks at the clock. */
  private int remaining;

  /** Whether the callback that runs only resumes a greenlet: what follows it need not wait. */
  private boolean isResuming;

  /** Called in each round before the loop waits, and after. */
  final List<PyHook> beforeWaits = new ArrayList<>();

  final List<PyHook> afterWaits = new ArrayList<>();

  /** Nobody calls these. */
  final List<PyHook> atForks = new ArrayList<>();

  private long rounds;
  private boolean isRunning;
  private boolean isBroken;

  /** Timers and watchers that keep the loop waiting. */
  private int references;

  /** Whether it is that of a hub. */
  private final boolean isDefault;

  /** The loop of a hub. */
  EventLoop(PyHub hub) {
    super(GeventTypes.LOOP);
    this.hub = hub;
    this.isDefault = true;
  }

  /** A loop that somebody runs himself; the thread's hub is told of what callbacks raise. */
  EventLoop(PyType type) {
    super(type);
    this.hub = PyHub.ofThread();
    this.isDefault = false;
  }

  boolean isDefault() {
    return isDefault;
  }

  void add(Callback callback) {
    callbacks.add(callback);
  }

  /** Has a timer that is over already run in this round, or in the next if timers run now. */
  void addDue(Runnable timer) {
    due.add(timer);
  }

  int pendingCount() {
    return callbacks.size();
  }

  int referenceCount() {
    return references;
  }

  void retain() {
    references++;
  }

  void release() {
    references--;
  }

  /**
   * Takes the next callback of this round if it only resumes a greenlet; else null. A function that
   * the loop has called and that switched to a greenlet goes on before the next callback.
   */
  @Nullable PyGreenlet takeResumption() {
    if (remaining == 0 || !isResuming) {
      return null;
    }
    Callback next = callbacks.peek();
    if (next == null || next.resumed == null) {
      return null;
    }
    callbacks.poll();
    remaining--;
    PyGreenlet greenlet = next.resumed;
    next.stop();
    return greenlet;
  }

  /** The greenlets that it is going to go on with, as far as it knows. */
  List<PyGreenlet> greenlets() {
    List<PyGreenlet> found = new ArrayList<>();
    for (Callback callback : callbacks) {
      PyGreenlet greenlet = callback.greenlet();
      if (greenlet != null) {
        found.add(greenlet);
      }
    }
    List<Runnable> pending = timers.pending();
    pending.addAll(due);
    for (Runnable work : pending) {
      PyGreenlet greenlet = PyTimer.resumedBy(work);
      if (greenlet != null) {
        found.add(greenlet);
      }
    }
    return found;
  }

  PyHub hub() {
    return hub;
  }

  long rounds() {
    return rounds;
  }

  boolean isRunning() {
    return isRunning;
  }

  /** Has the loop end after this round. */
  void stopRunning() {
    isBroken = true;
  }

  /**
   * Runs until nothing can happen any more.
   *
   * @param waits whether to wait for what has not happened yet
   * @param isOnce whether to run one round only
   */
  void run(boolean waits, boolean isOnce) {
    boolean outer = isRunning;
    isRunning = true;
    isBroken = false;
    try {
      runRounds(waits, isOnce);
    } finally {
      isRunning = outer;
    }
  }

  private void runRounds(boolean waits, boolean isOnce) {
    while (true) {
      rounds++;
      runCallbacks();
      runHooks(beforeWaits);
      runPosted();
      runTimers();
      runHooks(afterWaits);
      try {
        if (isBroken || !waits) {
          return;
        }
        if (!callbacks.isEmpty() || !mailbox.isEmpty() || !due.isEmpty()) {
          Task.yieldNow();
        } else if (references <= 0) {
          return;
        } else {
          long next = timers.next();
          mailbox.await(next == Deadline.NEVER ? next : next + SLACK_NANOS);
        }
      } catch (PyException interrupt) {
        report(PySingleton.NONE, interrupt);
      }
      if (isOnce) {
        runPosted();
        runTimers();
        return;
      }
    }
  }

  private void runHooks(List<PyHook> hooks) {
    if (!hooks.isEmpty()) {
      for (PyHook hook : List.copyOf(hooks)) {
        hook.arrived();
      }
    }
  }

  /** Callbacks that others add are run too, for some milliseconds; then timers have their turn. */
  private void runCallbacks() {
    remaining = CALLBACKS_BETWEEN_LOOKS;
    long end = System.nanoTime() + TURN_NANOS;
    while (true) {
      if (remaining <= 0) {
        if (System.nanoTime() - end >= 0) {
          return;
        }
        remaining = CALLBACKS_BETWEEN_LOOKS;
      }
      remaining--;
      Callback callback = callbacks.poll();
      if (callback == null) {
        remaining = 0;
        return;
      }
      if (callback.isPending()) {
        isResuming = callback.resumed != null;
        try {
          callback.run();
        } catch (PyException e) {
          report(callback, e);
          callback.stop();
        }
      }
    }
  }

  private void runPosted() {
    for (Runnable work = mailbox.poll(); work != null; work = mailbox.poll()) {
      try {
        work.run();
      } catch (PyException e) {
        report(this, e);
      }
    }
  }

  private void runTimers() {
    for (int count = due.size(); count > 0; count--) {
      Runnable timer = due.poll();
      if (timer != null) {
        timer.run();
      }
    }
    if (timers.next() != Deadline.NEVER) {
      timers.runDue();
    }
  }

  /** Tells the hub of an exception; what that raises goes to the one who made the hub. */
  void report(Object context, PyException e) {
    PyBaseException value = e.value();
    Object traceback = value.traceback();
    Calls.method(
        hub,
        "handle_error",
        context,
        value.type(),
        value,
        traceback == null ? PySingleton.NONE : traceback);
  }

  /** Belongs to the loop of its process. */
  @Override
  public Object copy(Copier copier) {
    return PySingleton.NONE;
  }
}
