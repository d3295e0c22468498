package org.pyconc.stdlib.gevent;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.WaitNode;
import org.pyconc.kernel.Waiter;
import org.pyconc.stdlib.greenlet.PyGreenlet;

/** A greenlet that waits for a socket: the loop goes on with it when that is ready. */
final class ChannelWait implements Waiter, Runnable {
  private final EventLoop loop;
  private final Pollable target;
  private @Nullable PyGreenlet greenlet;
  private @Nullable WaitNode reading;
  private @Nullable WaitNode writing;
  private boolean hasExpired;

  ChannelWait(EventLoop loop, Pollable target, PyGreenlet greenlet) {
    this.loop = loop;
    this.target = target;
    this.greenlet = greenlet;
  }

  @Nullable PyGreenlet greenlet() {
    return greenlet;
  }

  /** The greenlet that waits for one of these operations of the target, or null. */
  @Nullable PyGreenlet waitingFor(Pollable other, int operations) {
    boolean waits =
        ((operations & Pollable.READ) != 0 && reading != null)
            || ((operations & Pollable.WRITE) != 0 && writing != null);
    return other == target && waits ? greenlet : null;
  }

  void join(int wanted) {
    if ((wanted & Pollable.READ) != 0) {
      reading = target.queue(Pollable.READ).add(this);
    }
    if ((wanted & Pollable.WRITE) != 0) {
      writing = target.queue(Pollable.WRITE).add(this);
    }
  }

  void leave() {
    greenlet = null;
    if (reading != null) {
      reading.remove();
    }
    if (writing != null) {
      writing.remove();
    }
  }

  boolean hasExpired() {
    return hasExpired;
  }

  @Override
  public boolean wake(WaitNode node) {
    loop.mailbox.post(this);
    return true;
  }

  /** In the loop: the time is over. */
  void expire() {
    hasExpired = true;
    run();
  }

  /** In the loop: goes on with the greenlet. */
  @Override
  public void run() {
    PyGreenlet waiting = greenlet;
    if (waiting != null) {
      waiting.switchTo();
    }
  }
}
