package org.pyconc.stdlib.gevent;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitNode;
import org.pyconc.kernel.Waiter;
import org.pyconc.runtime.Descriptors;

/**
 * A watcher of a descriptor: calls a function in each round of the loop in which that is ready.
 * Level-triggered, as libev's.
 */
final class PyIo extends PyWatcher implements Waiter, Runnable {
  private int descriptor;
  private int events;

  /** Whether the function gets the events that came, in front of its arguments. */
  private boolean passesEvents;

  private @Nullable WaitNode reading;
  private @Nullable WaitNode writing;
  private @Nullable ExternalSource outside;

  /** Whether the loop has been told and has not looked yet. */
  private final AtomicBoolean posted = new AtomicBoolean();

  /**
   * @param events {@link Pollable#READ} and {@link Pollable#WRITE}, which are libev's numbers too
   */
  PyIo(EventLoop loop, int descriptor, int events, boolean ref) {
    super(GeventTypes.IO, loop, ref);
    this.descriptor = checkedDescriptor(descriptor);
    this.events = checkedEvents(events);
  }

  private static int checkedDescriptor(int descriptor) {
    if (descriptor < 0) {
      throw Errors.valueError("fd must be non-negative: " + descriptor);
    }
    return descriptor;
  }

  private static int checkedEvents(int events) {
    if ((events & ~(Pollable.READ | Pollable.WRITE)) != 0) {
      throw Errors.valueError("illegal event mask: " + events);
    }
    return events;
  }

  int descriptor() {
    return descriptor;
  }

  void setDescriptor(int value) {
    checkPassive("fd");
    descriptor = checkedDescriptor(value);
  }

  int events() {
    return events;
  }

  void setEvents(int value) {
    checkPassive("events");
    events = checkedEvents(value);
  }

  private void checkPassive(String attribute) {
    if (isActive()) {
      throw Errors.of(
          ExceptionTypes.ATTRIBUTE_ERROR,
          "'io' watcher attribute '" + attribute + "' is read-only while watcher is active");
    }
  }

  /** Whether the function is given the events in front of its arguments. */
  void setPassesEvents(boolean value) {
    passesEvents = value;
  }

  @Override
  void start() {
    if (activate()) {
      outside = Task.require().process().kernel().openExternalSource();
      watch();
    }
  }

  @Override
  void stop() {
    leave();
    forgetCallback();
    if (deactivate() && outside != null) {
      outside.close();
      outside = null;
    }
  }

  /** What is watched; null for what is always ready, such as a file. */
  private @Nullable Pollable target() {
    return Descriptors.current().find(descriptor) instanceof Pollable p ? p : null;
  }

  private void watch() {
    Pollable target = target();
    if (target == null) {
      post();
      return;
    }
    if ((events & Pollable.READ) != 0) {
      reading = target.queue(Pollable.READ).add(this);
    }
    if ((events & Pollable.WRITE) != 0) {
      writing = target.queue(Pollable.WRITE).add(this);
    }
    target.arm(events);
    if (target.hasFired(events)) {
      post();
    }
  }

  private void leave() {
    if (reading != null) {
      reading.remove();
      reading = null;
    }
    if (writing != null) {
      writing.remove();
      writing = null;
    }
  }

  private void post() {
    if (posted.compareAndSet(false, true)) {
      loop.mailbox.post(this);
    }
  }

  @Override
  public boolean wake(WaitNode node) {
    post();
    return true;
  }

  /** In the loop: something may be ready. */
  @Override
  public void run() {
    posted.set(false);
    leave();
    if (!isActive()) {
      return;
    }
    Pollable target = target();
    int found = target == null ? events : target.ready(events) & events;
    if (found != 0) {
      call(found);
    }
    if (isActive()) {
      watch();
    }
  }

  private void call(int found) {
    Call call = call();
    if (call == null) {
      return;
    }
    if (!passesEvents) {
      run(call);
      return;
    }
    Object[] values = new Object[call.arguments().length + 1];
    values[0] = (long) found;
    System.arraycopy(call.arguments(), 0, values, 1, values.length - 1);
    run(new Call(call.function(), values));
  }
}
