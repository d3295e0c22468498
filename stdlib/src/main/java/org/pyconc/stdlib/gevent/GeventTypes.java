package org.pyconc.stdlib.gevent;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Truth;
import org.pyconc.stdlib.greenlet.GreenletTypes;
import org.pyconc.stdlib.greenlet.PyGreenlet;

/** The native classes of the package. */
final class GeventTypes {
  private GeventTypes() {}

  static final PyType BLOCKING_SWITCH_OUT =
      new PyType(
          "gevent.exceptions.BlockingSwitchOutError",
          ExceptionTypes.ASSERTION_ERROR,
          true,
          null,
          b -> {});

  static final PyType CONCURRENT_USE =
      new PyType(
          "gevent.exceptions.ConcurrentObjectUseError",
          ExceptionTypes.ASSERTION_ERROR,
          true,
          null,
          b -> {});

  static final PyType HUB =
      new PyType("gevent._core.Hub", GreenletTypes.GREENLET, true, PyHub::new, GeventTypes::hub);

  static final PyType GREENLET =
      new PyType(
          "gevent._core.Greenlet",
          GreenletTypes.GREENLET,
          true,
          PyGeventGreenlet::new,
          GeventTypes::greenlet);

  static final PyType LOOP =
      new PyType(
          "gevent._core.loop", BuiltinTypes.OBJECT, false, EventLoop::new, GeventTypes::loop);

  static final PyType CALLBACK =
      new PyType("gevent._core.callback", BuiltinTypes.OBJECT, false, null, GeventTypes::callback);

  static final PyType TIMER =
      new PyType("gevent._core.timer", BuiltinTypes.OBJECT, false, null, WatcherMethods::timer);

  static final PyType ASYNC =
      new PyType("gevent._core.async_", BuiltinTypes.OBJECT, false, null, WatcherMethods::async);

  static final PyType IO =
      new PyType("gevent._core.io", BuiltinTypes.OBJECT, false, null, WatcherMethods::io);

  static final PyType PREPARE =
      new PyType("gevent._core.prepare", BuiltinTypes.OBJECT, false, null, WatcherMethods::hook);

  static final PyType CHECK =
      new PyType("gevent._core.check", BuiltinTypes.OBJECT, false, null, WatcherMethods::hook);

  static final PyType FORK =
      new PyType("gevent._core.fork", BuiltinTypes.OBJECT, false, null, WatcherMethods::hook);

  private static void hub(TypeBuilder b) {
    b.getter("loop", "The event loop.", h -> ((PyHub) h).loop);
    b.property(
        "everything_cooperates",
        "Whether all that waits lets other greenlets run.",
        h -> ((PyHub) h).everythingCooperates,
        (h, value) -> {
          ((PyHub) h).everythingCooperates = Truth.isTrue(value);
          return PySingleton.NONE;
        });
    b.method(
        "switch(self, /)",
        "Leaves the running greenlet for the loop.",
        h -> ((PyHub) h).switchOut());
    b.method(
        "_run_loop(self, /)",
        "Runs the loop until nothing is left to wait for.",
        h -> {
          ((PyHub) h).loop.run(true, false);
          return PySingleton.NONE;
        });
  }

  private static void greenlet(TypeBuilder b) {
    b.method("run(self, /)", "Runs the function.", g -> ((PyGeventGreenlet) g).body());
    b.getter("spawning_greenlet", "Who made it.", g -> ((PyGeventGreenlet) g).spawner());
    b.getter("args", "The positional arguments.", g -> ((PyGeventGreenlet) g).positional);
    b.getter("kwargs", "The keyword arguments.", g -> ((PyGeventGreenlet) g).named);
    b.getter("value", "What the function returned, or None.", g -> ((PyGeventGreenlet) g).value);
    b.getSet(
        "_args",
        "The positional arguments of the function.",
        g -> ((PyGeventGreenlet) g).positional,
        (g, value) -> {
          ((PyGeventGreenlet) g).positional = value;
          return PySingleton.NONE;
        });
    b.getSet(
        "_value",
        "What the function returned.",
        g -> ((PyGeventGreenlet) g).value,
        (g, value) -> {
          ((PyGeventGreenlet) g).value = value;
          return PySingleton.NONE;
        });
    b.getSet(
        "_kwargs",
        "The keyword arguments of the function.",
        g -> ((PyGeventGreenlet) g).named,
        (g, value) -> {
          ((PyGeventGreenlet) g).named = value;
          return PySingleton.NONE;
        });
  }

  private static void loop(TypeBuilder b) {
    b.rawMethod(
        "run_callback(self, func, /, *args)",
        "Calls the function in the next round.",
        GeventTypes::runCallback);
    b.rawMethod(
        "run_callback_threadsafe(self, func, /, *args)",
        "Calls the function in the next round; from any thread.",
        GeventTypes::runCallbackThreadsafe);
    b.method(
        "run_greenlet(self, greenlet, /)",
        "Goes on with the greenlet in the next round.",
        (l, g) -> {
          Callback made = new Callback((PyGreenlet) g);
          ((EventLoop) l).add(made);
          return made;
        });
    b.methodN(
        "timer(self, after, repeat=0.0, ref=True, priority=None)",
        "A timer that is not started.",
        a -> new PyTimer((EventLoop) a[0], Seconds.of(a[1]), Seconds.of(a[2]), Truth.isTrue(a[3])));
    b.methodN(
        "async_(self, ref=True, priority=None)",
        "A watcher for wake-ups from other threads.",
        a -> new PyAsync((EventLoop) a[0], Truth.isTrue(a[1])));
    WatcherMethods.makers(b);
    b.method("now(self, /)", "Seconds since 1970.", l -> System.currentTimeMillis() / 1e3);
    b.getter("pendingcnt", "", l -> (long) ((EventLoop) l).pendingCount());
    b.getter("activecnt", "", l -> (long) ((EventLoop) l).referenceCount());
    LoopMethods.define(b);
  }

  private static Object runCallback(Object[] arguments, String[] keywords) {
    Callback made = makeCallback(arguments, keywords);
    ((EventLoop) arguments[0]).add(made);
    return made;
  }

  private static Object runCallbackThreadsafe(Object[] arguments, String[] keywords) {
    EventLoop loop = (EventLoop) arguments[0];
    Callback made = makeCallback(arguments, keywords);
    loop.mailbox.post(() -> loop.add(made));
    return made;
  }

  private static Callback makeCallback(Object[] arguments, String[] keywords) {
    if (keywords.length > 0) {
      throw Errors.typeError("run_callback() takes no keyword arguments");
    }
    if (arguments.length < 2) {
      throw Errors.typeError("run_callback() takes at least 1 positional argument (0 given)");
    }
    return new Callback(arguments[1], Arrays.copyOfRange(arguments, 2, arguments.length));
  }

  private static void callback(TypeBuilder b) {
    b.method("stop(self, /)", "Forgets the call.", GeventTypes::stopCallback);
    b.method("close(self, /)", "Forgets the call.", GeventTypes::stopCallback);
    b.method("__bool__(self, /)", "Whether it is to be called.", c -> ((Callback) c).isPending());
    b.getter("pending", "", c -> ((Callback) c).isPending());
    b.getter("active", "", c -> ((Callback) c).isPending());
    b.getter("callback", "", c -> PySingleton.orNone(((Callback) c).function));
    b.getter("args", "", c -> ((Callback) c).arguments());
    b.method("__repr__(self, /)", "", c -> ((Callback) c).text());
  }

  private static Object stopCallback(Object callback) {
    ((Callback) callback).cancel();
    return PySingleton.NONE;
  }
}
