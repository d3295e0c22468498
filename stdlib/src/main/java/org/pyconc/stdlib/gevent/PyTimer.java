package org.pyconc.stdlib.gevent;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Timer;
import org.pyconc.stdlib.greenlet.PyGreenlet;

/** A timer of a loop: one of the kernel's, which posts to the loop. */
final class PyTimer extends PyWatcher {
  private final double after;
  private final double repeat;
  private @Nullable PyGreenlet resumed;
  private @Nullable Timer timer;

  /** Counts the starts, so that what an earlier one posted does nothing. */
  private int start;

  PyTimer(EventLoop loop, double after, double repeat, boolean ref) {
    super(GeventTypes.TIMER, loop, ref);
    if (repeat < 0) {
      throw Errors.valueError("repeat must be positive or zero: " + repeat);
    }
    this.after = after;
    this.repeat = repeat;
  }

  /** Calls the function when the time has come. */
  @Override
  void start() {
    disarm();
    arm(after);
  }

  /** Goes on with the greenlet when the time has come. */
  void resume(PyGreenlet greenlet) {
    resumed = greenlet;
    arm(after);
  }

  private void arm(double seconds) {
    activate();
    int mine = ++start;
    if (seconds <= 0) {
      loop.addDue(new Expiry(this, mine));
      return;
    }
    timer = loop.timers.add(Deadline.afterSeconds(seconds), new Expiry(this, mine));
  }

  /** What a start of a timer leaves with the loop. */
  private record Expiry(PyTimer timer, int number) implements Runnable {
    @Override
    public void run() {
      timer.expire(number);
    }
  }

  /** The greenlet that goes on when this work of a loop is done; null if it is none of a timer. */
  static @Nullable PyGreenlet resumedBy(Runnable work) {
    return work instanceof Expiry expiry ? expiry.timer().resumed : null;
  }

  private void disarm() {
    Timer pending = timer;
    timer = null;
    if (pending != null) {
      pending.cancel();
    }
    if (deactivate()) {
      start++;
    }
    resumed = null;
  }

  @Override
  void stop() {
    disarm();
    forgetCallback();
  }

  private void expire(int number) {
    if (!isActive() || number != start) {
      return;
    }
    timer = null;
    Call call = call();
    PyGreenlet greenlet = resumed;
    if (repeat > 0) {
      arm(repeat);
    } else {
      stop();
    }
    if (greenlet != null) {
      greenlet.switchTo();
    } else if (call != null) {
      run(call);
    }
  }
}
