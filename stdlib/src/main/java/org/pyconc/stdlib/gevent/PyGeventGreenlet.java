package org.pyconc.stdlib.gevent;

import java.lang.ref.WeakReference;
import org.pyconc.errors.PyException;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.CallArguments;
import org.pyconc.operations.Calls;
import org.pyconc.stdlib.greenlet.PyGreenlet;
import org.pyconc.transfer.Copier;

/** A greenlet that the hub switches to: the native part of {@code gevent.Greenlet}. */
final class PyGeventGreenlet extends PyGreenlet {
  Object positional = PyTuple.EMPTY;
  Object named = PySingleton.NONE;
  Object value = PySingleton.NONE;

  private final WeakReference<PyGreenlet> spawner;

  PyGeventGreenlet(PyType type) {
    super(type);
    this.spawner = PyGreenlet.current().reference();
  }

  private PyGeventGreenlet(PyGeventGreenlet original, PyType copiedType) {
    super(original, copiedType);
    this.spawner = new WeakReference<>(null);
  }

  /** {@code spawning_greenlet}: a function that returns who made it, while that exists. */
  Object spawner() {
    return NativeFunction.of(
        null,
        "spawning_greenlet()",
        "The greenlet that made this one.",
        (Native.F0) () -> PySingleton.orNone(spawner.get()));
  }

  @Override
  protected PyGreenlet makeCopy(PyType copiedType) {
    return new PyGeventGreenlet(this, copiedType);
  }

  @Override
  protected PyGreenlet parentOfCopy() {
    return PyHub.ofThread();
  }

  @Override
  public Object copy(Copier copier) {
    Object copy = super.copy(copier);
    if (copy instanceof PyGeventGreenlet g) {
      g.positional = copier.copy(positional);
      g.named = copier.copy(named);
      g.value = copier.copy(value);
    }
    return copy;
  }

  @Override
  protected String functionName() {
    Object function = own("_run");
    return function == null ? super.functionName() : nameOf(function);
  }

  /** Runs the function and tells the object how it ended; no frame of this shows in tracebacks. */
  Object body() {
    try {
      Calls.method(this, "_begin");
      Object result;
      try {
        result = callFunction();
      } catch (PyException e) {
        PyBaseException value = e.value();
        Calls.method(
            this,
            "_report_error",
            value.type(),
            value,
            value.traceback() == null ? PySingleton.NONE : value.traceback());
        return PySingleton.NONE;
      }
      Calls.method(this, "_report_result", result);
      return PySingleton.NONE;
    } finally {
      Calls.method(this, "_free");
    }
  }

  private Object callFunction() {
    Object function = Attributes.load(this, "_run");
    if (positional instanceof PyTuple t
        && (named == PySingleton.NONE || (named instanceof PyDict d && d.size() == 0))) {
      return Calls.call(function, t.items().clone());
    }
    CallArguments call = new CallArguments(function);
    call.addAll(positional, true);
    if (named != PySingleton.NONE) {
      call.mapping(named);
    }
    return call.call();
  }
}
