package org.pyconc.stdlib.gevent;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Calls;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A watcher that another thread can wake. */
final class PyAsync extends PyInstance implements Transferable {
  private final EventLoop loop;
  private final boolean ref;
  private @Nullable Object function;
  private Object[] arguments = PyObject.NO_ARGUMENTS;
  private boolean active;

  PyAsync(EventLoop loop, boolean ref) {
    super(GeventTypes.ASYNC);
    this.loop = loop;
    this.ref = ref;
  }

  boolean isActive() {
    return active;
  }

  Object callback() {
    return function == null ? PySingleton.NONE : function;
  }

  void start(Object callee, Object[] values) {
    function = callee;
    arguments = values;
    if (!active) {
      active = true;
      if (ref) {
        loop.retain();
      }
    }
  }

  void stop() {
    function = null;
    arguments = PyObject.NO_ARGUMENTS;
    if (active) {
      active = false;
      if (ref) {
        loop.release();
      }
    }
  }

  /** Has the callback called in the loop. Any thread. */
  void send() {
    loop.mailbox.post(this::arrived);
  }

  private void arrived() {
    Object callee = function;
    if (callee != null) {
      try {
        Calls.call(callee, arguments, PyObject.NO_KEYWORDS);
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
