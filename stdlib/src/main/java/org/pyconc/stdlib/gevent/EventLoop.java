package org.pyconc.stdlib.gevent;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Mailbox;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.TimerQueue;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
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

  final Mailbox mailbox = new Mailbox();
  final TimerQueue timers = new TimerQueue();
  private final PyHub hub;
  private final ArrayDeque<Callback> callbacks = new ArrayDeque<>();

  /** Callbacks of this round that are still to be run. */
  private int remaining;

  /** Timers and watchers that keep the loop waiting. */
  private int references;

  EventLoop(PyHub hub) {
    super(GeventTypes.LOOP);
    this.hub = hub;
  }

  void add(Callback callback) {
    callbacks.add(callback);
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

  /** Takes the next callback of this round if it only resumes a greenlet; else null. */
  @Nullable PyGreenlet takeResumption() {
    if (remaining == 0) {
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

  /** Runs in the hub until nothing can happen any more. */
  void run() {
    while (true) {
      runCallbacks();
      runPosted();
      runTimers();
      try {
        if (!callbacks.isEmpty() || !mailbox.isEmpty()) {
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
    }
  }

  private void runCallbacks() {
    remaining = callbacks.size();
    while (remaining > 0) {
      remaining--;
      Callback callback = callbacks.poll();
      if (callback == null) {
        remaining = 0;
        return;
      }
      if (callback.isPending()) {
        try {
          callback.run();
        } catch (PyException e) {
          report(callback, e);
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
