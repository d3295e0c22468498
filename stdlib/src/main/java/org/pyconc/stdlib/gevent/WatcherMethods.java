package org.pyconc.stdlib.gevent;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;

/** Watchers of descriptors, and the makers of those that are written in the language. */
final class WatcherMethods {
  private WatcherMethods() {}

  /** Methods of a loop. */
  static void makers(TypeBuilder b) {
    b.methodN(
        "io(self, fd, events, ref=True, priority=None)",
        "A watcher of a descriptor: 1 for reading, 2 for writing.",
        a -> new PyIo((EventLoop) a[0], Items.toInt(a[1]), Items.toInt(a[2]), Truth.isTrue(a[3])));
    b.methodN(
        "child(self, pid, trace=0, ref=True)",
        "A watcher of a child process.",
        a -> make("child", a[0], a[1]));
    b.methodN(
        "signal(self, signum, ref=True, priority=None)",
        "A watcher of a signal.",
        a -> make("signal", a[0], a[1]));
    b.methodN(
        "idle(self, ref=True, priority=None)",
        "Calls a function again and again.",
        a -> make("idle", a[0]));
    b.methodN(
        "stat(self, path, interval=0.0, ref=True, priority=None)",
        "A watcher of a file's attributes.",
        a -> make("stat", a[0], a[1], a[2]));
    b.method(
        "install_sigchld(self, /)",
        "Does nothing: children are always known.",
        l -> PySingleton.NONE);
  }

  private static Object make(String name, Object... arguments) {
    Object module = ModuleLoader.current().importModule("gevent._watchers", true);
    return Calls.call(Attributes.load(module, name), arguments, PyObject.NO_KEYWORDS);
  }

  static void io(TypeBuilder b) {
    b.rawMethod(
        "start(self, callback, /, *args, pass_events=False)", "Starts.", WatcherMethods::start);
    b.method("stop(self, /)", "Stops.", WatcherMethods::stop);
    b.method("close(self, /)", "Stops for good.", WatcherMethods::stop);
    b.method("__enter__(self, /)", "", w -> w);
    b.methodN("__exit__(self, t, v, tb, /)", "", a -> stop(a[0]));
    b.getter("pending", "", w -> false);
    b.getter("active", "", w -> ((PyIo) w).isActive());
    b.getter("callback", "", w -> ((PyIo) w).callback());
    b.getter("args", "", w -> ((PyIo) w).arguments());
    b.getter("ref", "", w -> ((PyIo) w).hasRef());
    b.getSet(
        "fd",
        "The descriptor.",
        w -> (long) ((PyIo) w).descriptor(),
        (w, value) -> {
          ((PyIo) w).setDescriptor(Items.toInt(value));
          return PySingleton.NONE;
        });
    b.getSet(
        "events",
        "1 for reading, 2 for writing.",
        w -> (long) ((PyIo) w).events(),
        (w, value) -> {
          ((PyIo) w).setEvents(Items.toInt(value));
          return PySingleton.NONE;
        });
    b.getter(
        "events_str",
        "",
        w ->
            switch (((PyIo) w).events()) {
              case 1 -> "READ";
              case 2 -> "WRITE";
              case 3 -> "READ|WRITE";
              default -> "";
            });
  }

  private static Object start(Object[] arguments, String[] keywords) {
    int end = arguments.length - keywords.length;
    if (end < 2) {
      throw Errors.typeError("start() takes at least 1 positional argument (0 given)");
    }
    boolean passesEvents = false;
    for (int i = 0; i < keywords.length; i++) {
      if (!keywords[i].equals("pass_events")) {
        throw Errors.typeError("start() got an unexpected keyword argument '" + keywords[i] + "'");
      }
      passesEvents = Truth.isTrue(arguments[end + i]);
    }
    ((PyIo) arguments[0]).start(arguments[1], Arrays.copyOfRange(arguments, 2, end), passesEvents);
    return PySingleton.NONE;
  }

  private static Object stop(Object watcher) {
    ((PyIo) watcher).stop();
    return PySingleton.NONE;
  }
}
