package org.pyconc.stdlib.gevent;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;

/** Watchers, and the makers of those that are written in the language. */
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
        a -> make("child", a[0], a[1], a[2], a[3]));
    b.methodN(
        "signal(self, signum, ref=True, priority=None)",
        "A watcher of a signal.",
        a -> make("signal", a[0], a[1], a[2], a[3]));
    b.methodN(
        "idle(self, ref=True, priority=None)",
        "Calls a function again and again.",
        a -> make("idle", a[0], a[1], a[2]));
    b.methodN(
        "stat(self, path, interval=0.0, ref=True, priority=None)",
        "A watcher of a file's attributes.",
        a -> make("stat", a[0], a[1], a[2], a[3], a[4]));
    hook(b, "prepare", GeventTypes.PREPARE, l -> l.beforeWaits);
    hook(b, "check", GeventTypes.CHECK, l -> l.afterWaits);
    hook(b, "fork", GeventTypes.FORK, l -> l.atForks);
    for (String name : List.of("install_sigchld", "reset_sigchld")) {
      b.method(
          name + "(self, /)", "Does nothing: children are always known.", l -> PySingleton.NONE);
    }
  }

  private static void hook(
      TypeBuilder b, String name, PyType type, Function<EventLoop, List<PyHook>> registered) {
    b.methodN(
        name + "(self, ref=True, priority=None)",
        "A watcher of the loop itself.",
        a -> {
          EventLoop loop = (EventLoop) a[0];
          return new PyHook(type, loop, registered.apply(loop), Truth.isTrue(a[1]));
        });
  }

  /** The class of watchers of the loop itself. */
  static void hook(TypeBuilder b) {
    b.rawMethod(
        "start(self, callback, /, *args)",
        "Calls the function in each round.",
        (a, k) -> {
          noKeywords(k, 0);
          return start(a, 0);
        });
    common(b);
    repr(b, w -> "");
  }

  private static void repr(TypeBuilder b, Function<Object, String> more) {
    b.method("__repr__(self, /)", "", w -> ((PyWatcher) w).text(more.apply(w)));
  }

  private static Object make(String name, Object... arguments) {
    Object module = ModuleLoader.current().importModule("gevent._watchers", true);
    return Calls.call(Attributes.load(module, name), arguments, PyObject.NO_KEYWORDS);
  }

  /** What all kinds of watchers have but {@code start}. */
  private static void common(TypeBuilder b) {
    b.method("stop(self, /)", "Stops.", WatcherMethods::stop);
    b.method("close(self, /)", "Stops for good.", WatcherMethods::stop);
    b.method("__enter__(self, /)", "", w -> w);
    b.methodN("__exit__(self, t, v, tb, /)", "", a -> stop(a[0]));
    b.getter("pending", "", w -> false);
    b.getter("active", "", w -> ((PyWatcher) w).isActive());
    b.getter("callback", "", w -> ((PyWatcher) w).callback());
    b.getter("args", "", w -> ((PyWatcher) w).arguments());
    b.property(
        "ref",
        "Whether it keeps the loop going.",
        w -> ((PyWatcher) w).hasRef(),
        (w, value) -> {
          ((PyWatcher) w).setRef(Truth.isTrue(value));
          return PySingleton.NONE;
        });
    b.property(
        "priority",
        "What was asked for; it has no effect.",
        w -> ((PyWatcher) w).priority(),
        (w, value) -> {
          ((PyWatcher) w).setPriority(Items.toInt(value));
          return PySingleton.NONE;
        });
    b.getter("loop", "", w -> ((PyWatcher) w).loop);
  }

  static void timer(TypeBuilder b) {
    for (String name : List.of("start", "again")) {
      b.rawMethod(
          name + "(self, callback, /, *args, update=None)",
          "Calls the function when the time has come.",
          (a, k) -> start(a, keyword(k, "update") ? 1 : 0));
    }
    common(b);
    repr(b, w -> "");
  }

  static void async(TypeBuilder b) {
    b.rawMethod(
        "start(self, callback, /, *args)",
        "Calls the function at each send.",
        (a, k) -> {
          noKeywords(k, 0);
          return start(a, 0);
        });
    b.method("send(self, /)", "Wakes the loop; from any thread.", WatcherMethods::send);
    b.method(
        "send_ignoring_arg(self, ignored, /)", "Like send, as a link.", (a, ignored) -> send(a));
    common(b);
    repr(b, w -> "");
  }

  static void io(TypeBuilder b) {
    b.rawMethod(
        "start(self, callback, /, *args, pass_events=False)",
        "Calls the function whenever the descriptor is ready.",
        (a, k) -> {
          boolean isGiven = keyword(k, "pass_events");
          ((PyIo) a[0]).setPassesEvents(isGiven && Truth.isTrue(a[a.length - 1]));
          return start(a, isGiven ? 1 : 0);
        });
    common(b);
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
    b.getter("events_str", "", w -> eventsText((PyIo) w));
    repr(b, w -> " fd=" + ((PyIo) w).descriptor() + " events=" + eventsText((PyIo) w));
  }

  private static String eventsText(PyIo watcher) {
    return switch (watcher.events()) {
      case 1 -> "READ";
      case 2 -> "WRITE";
      case 3 -> "READ|WRITE";
      default -> "";
    };
  }

  private static Object send(Object watcher) {
    ((PyAsync) watcher).send();
    return PySingleton.NONE;
  }

  /** Whether the only keyword that the method knows is there. */
  private static boolean keyword(String[] keywords, String known) {
    boolean isGiven = keywords.length > 0 && keywords[keywords.length - 1].equals(known);
    noKeywords(keywords, isGiven ? 1 : 0);
    return isGiven;
  }

  private static void noKeywords(String[] keywords, int known) {
    if (keywords.length > known) {
      throw Errors.typeError("start() got an unexpected keyword argument '" + keywords[0] + "'");
    }
  }

  /**
   * Starts a watcher.
   *
   * @param keywords how many of the arguments have names
   */
  private static Object start(Object[] arguments, int keywords) {
    int end = arguments.length - keywords;
    if (end < 2) {
      throw Errors.typeError("start() takes at least 1 positional argument (0 given)");
    }
    PyWatcher watcher = (PyWatcher) arguments[0];
    watcher.setCallback(
        arguments[1], end == 2 ? PyObject.NO_ARGUMENTS : Arrays.copyOfRange(arguments, 2, end));
    watcher.start();
    return PySingleton.NONE;
  }

  private static Object stop(Object watcher) {
    ((PyWatcher) watcher).stop();
    return PySingleton.NONE;
  }
}
