package org.pyconc.stdlib.gevent;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.stdlib.greenlet.PyGreenlet;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Something that the loop is to do in its next round: a call, or to go on with a greenlet. */
final class Callback extends PyInstance implements Transferable {
  @Nullable Object function;
  Object[] arguments;

  /** The greenlet that is merely to be resumed. */
  @Nullable PyGreenlet resumed;

  private boolean isCancelled;

  Callback(Object function, Object[] arguments) {
    super(GeventTypes.CALLBACK);
    this.function = function;
    this.arguments = arguments;
  }

  Callback(PyGreenlet resumed) {
    super(GeventTypes.CALLBACK);
    this.arguments = PyObject.NO_ARGUMENTS;
    this.resumed = resumed;
  }

  boolean isPending() {
    return function != null || resumed != null;
  }

  /** The greenlet that it goes on with, or a method of which it calls. */
  @Nullable PyGreenlet greenlet() {
    return resumed == null && function instanceof PyMethod m && m.self() instanceof PyGreenlet g
        ? g
        : resumed;
  }

  void stop() {
    function = null;
    resumed = null;
    arguments = PyObject.NO_ARGUMENTS;
  }

  /** Forgets what was to be done, for good. */
  void cancel() {
    stop();
    isCancelled = true;
  }

  /** The arguments, as long as it is not cancelled. */
  Object arguments() {
    return isCancelled ? PySingleton.NONE : PyTuple.of(arguments);
  }

  String text() {
    StringBuilder text = new StringBuilder("<callback at ");
    text.append(Text.address(this));
    if (isPending()) {
      text.append(" pending");
    }
    if (function != null) {
      text.append(" callback=").append(Text.repr(function));
    }
    if (isCancelled) {
      text.append(" stopped");
    } else {
      text.append(" args=").append(Text.repr(arguments()));
    }
    return text.append('>').toString();
  }

  /** Does it, in the hub. */
  void run() {
    PyGreenlet greenlet = resumed;
    Object callee = function;
    Object[] values = arguments;
    // What it raises is told of with its arguments.
    function = null;
    resumed = null;
    if (greenlet != null) {
      greenlet.switchTo();
    } else if (callee != null) {
      Calls.call(callee, values, PyObject.NO_KEYWORDS);
      arguments = PyObject.NO_ARGUMENTS;
    }
  }

  /** Belongs to the loop of its process. */
  @Override
  public Object copy(Copier copier) {
    Callback copy = new Callback("", PyObject.NO_ARGUMENTS);
    copy.stop();
    return copy;
  }
}
