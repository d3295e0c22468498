package org.pyconc.stdlib.gevent;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Timer;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.stdlib.greenlet.PyGreenlet;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A timer of a loop: one of the kernel's, which posts to the loop. */
final class PyTimer extends PyInstance implements Runnable, Transferable {
  private final EventLoop loop;
  private final double after;
  private final double repeat;
  private final boolean ref;
  private @Nullable Object function;
  private Object[] arguments = PyObject.NO_ARGUMENTS;
  private @Nullable PyGreenlet resumed;
  private @Nullable Timer timer;
  private boolean active;

  /** Counts the starts, so that what an earlier one posted does nothing. */
  private int start;

  PyTimer(EventLoop loop, double after, double repeat, boolean ref) {
    super(GeventTypes.TIMER);
    this.loop = loop;
    this.after = after;
    this.repeat = repeat;
    this.ref = ref;
  }

  boolean isActive() {
    return active;
  }

  Object callback() {
    return function == null ? PySingleton.NONE : function;
  }

  Object arguments() {
    return function == null ? PySingleton.NONE : PyTuple.of(arguments);
  }

  boolean hasRef() {
    return ref;
  }

  /** Calls the function when the time has come. */
  void start(Object callee, Object[] values) {
    if (!Calls.isCallable(callee)) {
      throw Errors.typeError("Expected callable, not " + Text.repr(callee));
    }
    stop();
    function = callee;
    arguments = values;
    arm(after);
  }

  /** Goes on with the greenlet when the time has come. */
  void resume(PyGreenlet greenlet) {
    resumed = greenlet;
    arm(after);
  }

  private void arm(double seconds) {
    if (!active) {
      active = true;
      if (ref) {
        loop.retain();
      }
    }
    int mine = ++start;
    if (seconds <= 0) {
      loop.mailbox.post(() -> expire(mine));
      return;
    }
    timer = loop.timers.add(Deadline.afterSeconds(seconds), () -> expire(mine));
  }

  void stop() {
    Timer pending = timer;
    timer = null;
    if (pending != null) {
      pending.cancel();
    }
    if (active) {
      active = false;
      start++;
      if (ref) {
        loop.release();
      }
    }
    function = null;
    resumed = null;
    arguments = PyObject.NO_ARGUMENTS;
  }

  @Override
  public void run() {
    expire(start);
  }

  private void expire(int number) {
    if (!active || number != start) {
      return;
    }
    timer = null;
    Object callee = function;
    Object[] values = arguments;
    PyGreenlet greenlet = resumed;
    if (repeat > 0) {
      arm(repeat);
    } else {
      stop();
    }
    if (greenlet != null) {
      greenlet.switchTo();
    } else if (callee != null) {
      try {
        Calls.call(callee, values, PyObject.NO_KEYWORDS);
      } catch (PyException e) {
        loop.report(this, e);
      }
    }
  }

  /** Belongs to the loop of its process. */
  @Override
  public Object copy(Copier copier) {
    return PySingleton.NONE;
  }
}
