package org.pyconc.stdlib.threading;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.Limits;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.signal.SignalModule;
import org.pyconc.stdlib.support.CallWith;
import org.pyconc.stdlib.support.NoPickling;
import org.pyconc.stdlib.support.Timeouts;

/**
 * The classes of threads.
 *
 * @see <a href="https://docs.python.org/3.11/library/threading.html#thread-objects">Thread</a>
 */
final class ThreadTypes {
  private ThreadTypes() {}

  static final PyType THREAD =
      new PyType(
          "threading.Thread", BuiltinTypes.OBJECT, true, ThreadObject::new, ThreadTypes::define);

  static final PyType MAIN_THREAD =
      new PyType("threading._MainThread", THREAD, false, null, b -> {});

  static final PyType DUMMY_THREAD =
      new PyType("threading._DummyThread", THREAD, false, null, b -> {});

  private static void define(TypeBuilder b) {
    b.asPython("Thread");
    NoPickling.holdsLock(b, "_thread.lock");
    InstanceDictionary.define(b);
    b.doc("A class that represents a thread of control.");
    b.methodN(
        "__init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None)",
        "A thread that is to call target(*args, **kwargs).",
        ThreadTypes::init);
    b.method("run(self)", "What the thread does.", ThreadTypes::run);
    b.method("start(self)", "Starts the thread.", ThreadTypes::start);
    b.method("join(self, timeout=None)", "Waits until the thread has ended.", ThreadTypes::join);
    b.method("is_alive(self)", "Whether the thread runs.", self -> initialised(self).isAlive());
    b.property("name", "The name.", self -> initialised(self).name, ThreadTypes::setName);
    b.method(
        "getName(self)",
        "The name.",
        self -> {
          Deprecated.warn("getName", "get the name attribute");
          return initialised(self).name;
        });
    b.method(
        "setName(self, name)",
        "Sets the name.",
        (self, name) -> {
          Deprecated.warn("setName", "set the name attribute");
          return setName(self, name);
        });
    b.property(
        "daemon",
        "Whether the program does not wait for its end.",
        self -> initialised(self).isDaemon,
        ThreadTypes::setDaemon);
    b.method(
        "isDaemon(self)",
        "The attribute daemon.",
        self -> {
          Deprecated.warn("isDaemon", "get the daemon attribute");
          return initialised(self).isDaemon;
        });
    b.method(
        "setDaemon(self, daemonic)",
        "Sets daemon.",
        (self, daemonic) -> {
          Deprecated.warn("setDaemon", "set the daemon attribute");
          return setDaemon(self, daemonic);
        });
    b.getter("ident", "The thread's number, None before its start.", ThreadTypes::ident);
    b.getter("native_id", "The thread's number in the system.", ThreadTypes::nativeId);
    b.method("__repr__(self)", "repr(self)", ThreadTypes::repr);
    b.getter("_is_stopped", "", self -> initialised(self).hasStopped());
    b.getter("_initialized", "", self -> ((ThreadObject) self).isInitialised);
    b.getter("_ident", "", ThreadTypes::ident);
    b.getter("_target", "", self -> notRun(self, "_target").target);
    b.getter("_args", "", self -> notRun(self, "_args").arguments);
    b.getter("_kwargs", "", self -> keywords(notRun(self, "_kwargs")));
  }

  private static Object keywords(ThreadObject thread) {
    PyDict known = thread.keywords;
    if (known == null) {
      known = new PyDict();
      thread.keywords = known;
    }
    return known;
  }

  private static ThreadObject initialised(Object self) {
    return initialised(self, "Thread.__init__() not called");
  }

  private static ThreadObject initialised(Object self, String refusal) {
    ThreadObject thread = (ThreadObject) self;
    if (!thread.isInitialised) {
      throw Errors.of(ExceptionTypes.ASSERTION_ERROR, refusal);
    }
    return thread;
  }

  /** What a thread is to call is gone once it has done so. */
  private static ThreadObject notRun(Object o, String name) {
    ThreadObject self = initialised(o);
    if (self.hasRun) {
      throw Errors.attributeError(
          "'" + self.type().name() + "' object has no attribute '" + name + "'", self, name);
    }
    return self;
  }

  private static void forgetCall(ThreadObject self) {
    self.hasRun = true;
    self.target = PySingleton.NONE;
    self.arguments = PyTuple.EMPTY;
    self.keywords = null;
  }

  private static Object init(Object[] a) {
    ThreadObject self = (ThreadObject) a[0];
    if (a[1] != PySingleton.NONE) {
      throw Errors.of(ExceptionTypes.ASSERTION_ERROR, "group argument must be None for now");
    }
    initialise(self);
    self.target = a[2];
    if (Truth.isTrue(a[3])) {
      ThreadTable.current().takeBackNumber();
      self.name = Text.str(a[3]);
    } else if (a[2] != PySingleton.NONE) {
      Object targetName = Attributes.findQuietly(a[2], "__name__");
      if (targetName != null) {
        self.name = Text.javaStr(self.name) + " (" + Text.javaStr(targetName) + ")";
      }
    }
    self.arguments = a[4];
    if (a[5] != PySingleton.NONE) {
      PyDict keywords = new PyDict();
      Dicts.update(keywords, a[5]);
      self.keywords = keywords;
    }
    if (a[6] != PySingleton.NONE) {
      self.isDaemon = Truth.isTrue(a[6]);
    }
    return PySingleton.NONE;
  }

  /** What a thread has without any arguments. */
  static void initialise(ThreadObject self) {
    ThreadTable table = ThreadTable.current();
    self.name = "Thread-" + table.nextNumber();
    self.keywords = null;
    self.hasRun = false;
    self.isDaemon = table.running().isDaemon;
    self.stderr = ErrorReport.ownStderr(ProcessState.current());
    self.isInitialised = true;
  }

  private static Object run(Object o) {
    ThreadObject self = notRun(o, "_target");
    if (self.target != PySingleton.NONE) {
      Object[] positional =
          self.arguments instanceof PyTuple t
              ? t.items().clone()
              : Iteration.toArray(self.arguments);
      try {
        CallWith.callAtRoot(self.target, positional, self.keywords);
      } finally {
        forgetCall(self);
      }
    } else {
      forgetCall(self);
    }
    return PySingleton.NONE;
  }

  private static Object start(Object o) {
    ThreadObject self = (ThreadObject) o;
    if (!self.isInitialised) {
      throw Errors.runtimeError("thread.__init__() not called");
    }
    if (self.isStarted()) {
      throw Errors.runtimeError("threads can only be started once");
    }
    Limits.requireThread(Task.require().process());
    ThreadTable table = ThreadTable.current();
    Task task = Task.require().process().newTask(Text.javaStr(self.name), () -> runToEnd(self));
    self.task = task;
    table.add(self, task);
    SignalModule.inherit(task);
    task.start();
    return PySingleton.NONE;
  }

  private static void runToEnd(ThreadObject self) {
    NewThreadTracers.begin(Task.require());
    PyBaseException raised = Raising.raisedBy(() -> Calls.method(self, "run"));
    if (raised != null) {
      if (!raised.type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
        Task.require().diedAt(CallStack.of(raised));
      }
      ExceptHook.call(self, raised);
    }
    LocalObject.forget(Task.require());
  }

  private static Object join(Object o, Object timeout) {
    ThreadObject self = (ThreadObject) o;
    if (!self.isInitialised) {
      throw Errors.runtimeError("Thread.__init__() not called");
    }
    if (!self.isStarted()) {
      throw Errors.runtimeError("cannot join thread before it is started");
    }
    Task task = self.task;
    if (task == Task.current()) {
      throw Errors.runtimeError("cannot join current thread");
    }
    self.join(Timeouts.deadline(timeout, Timeouts.Use.AT_LEAST_ZERO));
    return PySingleton.NONE;
  }

  private static Object setName(Object o, Object value) {
    initialised(o).name = Text.str(value);
    return PySingleton.NONE;
  }

  private static Object setDaemon(Object o, Object value) {
    ThreadObject self = (ThreadObject) o;
    if (!self.isInitialised) {
      throw Errors.runtimeError("Thread.__init__() not called");
    }
    if (self.isStarted()) {
      throw Errors.runtimeError("cannot set daemon status of active thread");
    }
    self.isDaemon = Truth.isTrue(value);
    return PySingleton.NONE;
  }

  private static Object ident(Object o) {
    Task task = initialised(o).task;
    return task == null ? PySingleton.NONE : (Object) ThreadTable.ident(task);
  }

  private static Object nativeId(Object o) {
    Task task = initialised(o).task;
    return task == null ? PySingleton.NONE : (Object) nativeId(task);
  }

  static long nativeId(Task task) {
    return task.process().pid() + (long) task.number();
  }

  private static Object repr(Object o) {
    ThreadObject self = initialised(o, "Thread.__init__() was not called");
    StringBuilder text = new StringBuilder("<").append(self.type().simpleName());
    text.append('(').append(Text.javaStr(self.name)).append(", ");
    text.append(!self.isStarted() ? "initial" : self.isAlive() ? "started" : "stopped");
    if (self.isDaemon) {
      text.append(" daemon");
    }
    Task task = self.task;
    if (task != null) {
      text.append(' ').append(ThreadTable.ident(task));
    }
    return text.append(")>").toString();
  }

  /** What a call of a function of the module {@code _thread} started. */
  static Task startRaw(Object function, PyTuple arguments, @Nullable PyDict keywords) {
    Limits.requireThread(Task.require().process());
    String name = function instanceof PyFunction f ? f.name() : "thread";
    Task task =
        Task.require()
            .process()
            .newTask(
                name,
                () -> {
                  PyBaseException raised =
                      Raising.raisedBy(
                          () -> CallWith.callAtRoot(function, arguments.items().clone(), keywords));
                  if (raised != null && !raised.type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
                    ExceptHook.reportRaw(function, raised);
                  }
                  LocalObject.forget(Task.require());
                });
    SignalModule.inherit(task);
    task.start();
    return task;
  }
}
