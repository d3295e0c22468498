package org.pyconc.stdlib.gevent;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.ExternalSource;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.WaitNode;
import org.pyconc.kernel.Waiter;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.runtime.Descriptors;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * A watcher of a descriptor: calls a function in each round of the loop in which that is ready.
 * Level-triggered, as libev's.
 */
final class PyIo extends PyInstance implements Transferable, Waiter, Runnable {
  private final EventLoop loop;
  private final boolean ref;
  private int descriptor;
  private int events;
  private @Nullable Object function;
  private Object[] arguments = PyObject.NO_ARGUMENTS;

  /** Whether the function gets the events that came, in front of its arguments. */
  private boolean passesEvents;

  private boolean active;
  private @Nullable WaitNode reading;
  private @Nullable WaitNode writing;
  private @Nullable ExternalSource outside;

  /** Whether the loop has been told and has not looked yet. */
  private final AtomicBoolean posted = new AtomicBoolean();

  /**
   * @param events {@link Pollable#READ} and {@link Pollable#WRITE}, which are libev's numbers too
   */
  PyIo(EventLoop loop, int descriptor, int events, boolean ref) {
    super(GeventTypes.IO);
    this.loop = loop;
    this.ref = ref;
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
    if (active) {
      throw Errors.of(
          ExceptionTypes.ATTRIBUTE_ERROR,
          "'io' watcher attribute '" + attribute + "' is read-only while watcher is active");
    }
  }

  /** Calls the function from now on. */
  void start(Object callee, Object[] values, boolean withEvents) {
    if (callee == PySingleton.NONE) {
      throw Errors.typeError("callback must be callable, not None");
    }
    if (!Calls.isCallable(callee)) {
      throw Errors.typeError("Expected callable, not " + Text.repr(callee));
    }
    function = callee;
    arguments = values;
    passesEvents = withEvents;
    if (!active) {
      active = true;
      if (ref) {
        loop.retain();
      }
      outside = Task.require().process().kernel().openExternalSource();
      watch();
    }
  }

  void stop() {
    leave();
    function = null;
    arguments = PyObject.NO_ARGUMENTS;
    if (active) {
      active = false;
      if (ref) {
        loop.release();
      }
      if (outside != null) {
        outside.close();
        outside = null;
      }
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
    if (!active) {
      return;
    }
    Pollable target = target();
    int found = target == null ? events : target.ready(events) & events;
    if (found != 0) {
      call(found);
    }
    if (active) {
      watch();
    }
  }

  private void call(int found) {
    Object callee = function;
    if (callee == null) {
      return;
    }
    Object[] values = arguments;
    if (passesEvents) {
      values = new Object[arguments.length + 1];
      values[0] = (long) found;
      System.arraycopy(arguments, 0, values, 1, arguments.length);
    }
    try {
      Calls.call(callee, values, PyObject.NO_KEYWORDS);
    } catch (PyException e) {
      loop.report(this, e);
    }
  }

  /** Belongs to the loop of its process. */
  @Override
  public Object copy(Copier copier) {
    return PySingleton.NONE;
  }
}
