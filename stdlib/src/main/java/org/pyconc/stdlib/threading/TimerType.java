package org.pyconc.stdlib.threading;

import org.pyconc.kernel.EventFlag;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Iteration;
import org.pyconc.runtime.CallStack;
import org.pyconc.stdlib.support.CallWith;
import org.pyconc.stdlib.support.Timeouts;

/**
 * A thread that calls a function after some time.
 *
 * @see <a href="https://docs.python.org/3.11/library/threading.html#timer-objects">Timer</a>
 */
final class TimerType {
  private TimerType() {}

  static final PyType TIMER =
      new PyType("threading.Timer", ThreadTypes.THREAD, true, null, TimerType::define);

  private static void define(TypeBuilder b) {
    b.asPython("Timer");
    b.methodN(
        "__init__(self, interval, function, args=None, kwargs=None)",
        "Calls a function after so many seconds.",
        a -> {
          ThreadObject self = (ThreadObject) a[0];
          ThreadTypes.initialise(self);
          self.setOwn("interval", a[1]);
          self.setOwn("function", a[2]);
          self.setOwn("args", a[3] == PySingleton.NONE ? new PyList() : a[3]);
          self.setOwn("kwargs", a[4] == PySingleton.NONE ? new PyDict() : a[4]);
          self.setOwn("finished", new WaitObject(WaitTypes.EVENT, new EventFlag(CallStack.here())));
          return PySingleton.NONE;
        });
    b.method(
        "cancel(self)",
        "Stops the timer if it has not called the function yet.",
        self -> {
          finished(self).set();
          return PySingleton.NONE;
        });
    b.method("run(self)", "Waits and calls.", TimerType::run);
  }

  private static EventFlag finished(Object self) {
    return (EventFlag) ((WaitObject) Attributes.load(self, "finished")).kernelObject;
  }

  private static Object run(Object self) {
    EventFlag finished = finished(self);
    if (!finished.await(Timeouts.deadline(Attributes.load(self, "interval")))) {
      Object arguments = Attributes.load(self, "args");
      CallWith.call(
          Attributes.load(self, "function"),
          arguments instanceof PyTuple t ? t.items().clone() : Iteration.toArray(arguments),
          Attributes.load(self, "kwargs") instanceof PyDict d ? d : null);
    }
    finished.set();
    return PySingleton.NONE;
  }
}
