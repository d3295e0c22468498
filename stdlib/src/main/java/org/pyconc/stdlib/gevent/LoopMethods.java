package org.pyconc.stdlib.gevent;

import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Truth;

/** What programs seldom ask of a loop. */
final class LoopMethods {
  private LoopMethods() {}

  static void define(TypeBuilder b) {
    b.methodN("__init__(self, flags=None, default=None)", "", a -> PySingleton.NONE);
    b.methodN(
        "run(self, nowait=False, once=False)",
        "Runs what can happen; waits for more unless told not to.",
        a -> {
          ((EventLoop) a[0]).run(!Truth.isTrue(a[1]), Truth.isTrue(a[2]));
          return PySingleton.NONE;
        });
    b.methodN(
        "break_(self, how=0)",
        "Has run() end after this round.",
        a -> {
          ((EventLoop) a[0]).stopRunning();
          return PySingleton.NONE;
        });
    b.method("ref(self, /)", "Keeps the loop going.", LoopMethods::retain);
    b.method("unref(self, /)", "Undoes a ref().", LoopMethods::release);
    for (String name : new String[] {"update", "update_now", "verify", "reinit"}) {
      b.method(
          name + "(self, /)",
          "Does nothing: the clock is never old, and a child has a loop of its own.",
          l -> PySingleton.NONE);
    }
    b.method("destroy(self, /)", "Gives up what was to be called.", LoopMethods::destroy);
    b.method("fileno(self, /)", "None: the kernel has no descriptor.", l -> PySingleton.NONE);
    b.method("debug(self, /)", "Watchers for LoopExit.", l -> PyList.of());
    b.methodN(
        "handle_error(self, context, type, value, tb, /)",
        "Tells the hub of an exception.",
        LoopMethods::handleError);
    b.getter("error_handler", "Who is told of exceptions.", l -> ((EventLoop) l).hub());
    b.getter("iteration", "How many rounds there were.", l -> ((EventLoop) l).rounds());
    b.getter("depth", "1 while it runs.", l -> ((EventLoop) l).isRunning() ? 1L : 0L);
    b.getter("backend", "", l -> "kernel");
    b.getter("backend_int", "", l -> 0L);
    b.getter("origflags", "", l -> PyList.of());
    b.getter("origflags_int", "", l -> 0L);
    b.getter("approx_timer_resolution", "", l -> 0.0001);
    b.constant("MAXPRI", 2L);
    b.constant("MINPRI", -2L);
    b.constant("CALLBACK_CHECK_COUNT", 50L);
    b.getter("default", "Whether it is that of a hub.", l -> ((EventLoop) l).isDefault());
  }

  private static Object retain(Object loop) {
    ((EventLoop) loop).retain();
    return PySingleton.NONE;
  }

  private static Object release(Object loop) {
    ((EventLoop) loop).release();
    return PySingleton.NONE;
  }

  private static Object destroy(Object loop) {
    ((EventLoop) loop).stopRunning();
    return true;
  }

  private static Object handleError(Object[] a) {
    return Calls.method(((EventLoop) a[0]).hub(), "handle_error", a[1], a[2], a[3], a[4]);
  }
}
