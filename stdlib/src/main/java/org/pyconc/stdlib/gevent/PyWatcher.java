package org.pyconc.stdlib.gevent;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * What calls a function in the loop when something has happened, and keeps the loop alive until
 * then if it has a reference.
 */
abstract sealed class PyWatcher extends PyInstance implements Transferable
    permits PyTimer, PyAsync, PyIo, PyHook {
  final EventLoop loop;
  private boolean ref;
  private long priority;
  private @Nullable Object function;
  private Object[] arguments = PyObject.NO_ARGUMENTS;
  private boolean active;

  PyWatcher(PyType type, EventLoop loop, boolean ref) {
    super(type);
    this.loop = loop;
    this.ref = ref;
  }

  final boolean isActive() {
    return active;
  }

  final boolean hasRef() {
    return ref;
  }

  /** Whether it keeps the loop going from now on. */
  final void setRef(boolean value) {
    if (active && ref != value) {
      if (value) {
        loop.retain();
      } else {
        loop.release();
      }
    }
    ref = value;
  }

  /** What was asked for; it has no effect. */
  final long priority() {
    return priority;
  }

  final void setPriority(long value) {
    if (active) {
      throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "Cannot set priority of an active watcher");
    }
    priority = value;
  }

  /** How it is printed; {@code more} is what only its kind has. */
  final String text(String more) {
    StringBuilder text = new StringBuilder("<").append(type().simpleName()).append(" at ");
    text.append(Text.address(this)).append(more);
    if (active) {
      text.append(" active");
    }
    if (function != null) {
      text.append(" callback=").append(Text.repr(function));
      text.append(" args=").append(Text.repr(arguments()));
    }
    return text.append('>').toString();
  }

  final Object callback() {
    return function == null ? PySingleton.NONE : function;
  }

  final Object arguments() {
    return function == null ? PySingleton.NONE : PyTuple.of(arguments);
  }

  /** The function to call from now on. */
  final void setCallback(Object callee, Object[] values) {
    if (!Calls.isCallable(callee)) {
      throw Errors.typeError("Expected callable, not " + Text.repr(callee));
    }
    function = callee;
    arguments = values;
  }

  final void forgetCallback() {
    function = null;
    arguments = PyObject.NO_ARGUMENTS;
  }

  /** Whether it was not active before. */
  final boolean activate() {
    if (active) {
      return false;
    }
    active = true;
    if (ref) {
      loop.retain();
    }
    return true;
  }

  /** Whether it was active before. */
  final boolean deactivate() {
    if (!active) {
      return false;
    }
    active = false;
    if (ref) {
      loop.release();
    }
    return true;
  }

  /** Begins to watch; the function is there. */
  abstract void start();

  /** Forgets the function. */
  abstract void stop();

  /** A function with its arguments, as they were when it was asked for. */
  record Call(Object function, Object[] arguments) {}

  /** What is to be called, or null. */
  final @Nullable Call call() {
    return function == null ? null : new Call(function, arguments);
  }

  /** Calls it in the loop, which tells of what it raises. */
  final void run(Call call) {
    try {
      Calls.call(call.function, call.arguments, PyObject.NO_KEYWORDS);
    } catch (PyException e) {
      loop.report(this, e);
    }
  }

  /** Belongs to the loop of its process. */
  @Override
  public final Object copy(Copier copier) {
    return PySingleton.NONE;
  }
}
