package org.pyconc.stdlib.multiprocessing;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.support.CallWith;
import org.pyconc.stdlib.support.Timeouts;
import org.pyconc.transfer.Fork;

/**
 * The classes of processes.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.html#process-and-exceptions">
 *     Process and exceptions</a>
 */
final class ProcessTypes {
  private static final String STARTED_TOO_EARLY =
      "\n"
          + "        An attempt has been made to start a new process before the\n"
          + "        current process has finished its bootstrapping phase.\n"
          + "\n"
          + "        This probably means that you are not using fork to start your\n"
          + "        child processes and you have forgotten to use the proper idiom\n"
          + "        in the main module:\n"
          + "\n"
          + "            if __name__ == '__main__':\n"
          + "                freeze_support()\n"
          + "                ...\n"
          + "\n"
          + "        The \"freeze_support()\" line can be omitted if the program\n"
          + "        is not going to be frozen to produce an executable.\n"
          + "\n"
          + "        To fix this issue, refer to the \"Safe importing of main module\"\n"
          + "        section in https://docs.python.org/3/library/multiprocessing.html\n"
          + "        ";

  private ProcessTypes() {}

  static final PyType BASE_PROCESS =
      new PyType(
          "multiprocessing.process.BaseProcess",
          BuiltinTypes.OBJECT,
          true,
          ProcessObject::new,
          ProcessTypes::define);

  static final PyType PROCESS =
      new PyType("multiprocessing.context.Process", BASE_PROCESS, true, null, b -> {});

  static final PyType FORK_PROCESS =
      new PyType("multiprocessing.context.ForkProcess", BASE_PROCESS, true, null, b -> {});

  static final PyType SPAWN_PROCESS =
      new PyType("multiprocessing.context.SpawnProcess", BASE_PROCESS, true, null, b -> {});

  static final PyType FORK_SERVER_PROCESS =
      new PyType("multiprocessing.context.ForkServerProcess", BASE_PROCESS, true, null, b -> {});

  static final PyType MAIN_PROCESS =
      new PyType(
          "multiprocessing.process._MainProcess",
          BASE_PROCESS,
          false,
          null,
          b -> b.method("close(self)", "Does nothing.", self -> PySingleton.NONE));

  static final PyType AUTHENTICATION_STRING =
      new PyType(
          "multiprocessing.process.AuthenticationString",
          BuiltinTypes.BYTES,
          true,
          null,
          b -> b.method("__reduce__(self)", "Refuses.", self -> refuseKey()));

  private static Object refuseKey() {
    throw Errors.typeError(
        "Pickling an AuthenticationString object is disallowed for security reasons");
  }

  static PyException assertion(String message) {
    return Errors.of(ExceptionTypes.ASSERTION_ERROR, message);
  }

  private static void define(TypeBuilder b) {
    b.asPython("BaseProcess");
    InstanceDictionary.define(b);
    b.doc("Represents activity that runs in a process of its own.");
    b.methodN(
        "__init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None)",
        "A process that is to call target(*args, **kwargs).",
        ProcessTypes::init);
    b.method("run(self)", "What the child does.", ProcessTypes::run);
    b.method("start(self)", "Starts the child.", ProcessTypes::start);
    b.method("join(self, timeout=None)", "Waits until the child has ended.", ProcessTypes::join);
    b.method("is_alive(self)", "Whether the child runs.", ProcessTypes::isAlive);
    b.method("terminate(self)", "Sends SIGTERM.", self -> signal(self, KernelProcess.SIGTERM));
    b.method("kill(self)", "Sends SIGKILL.", self -> signal(self, KernelProcess.SIGKILL));
    b.method("close(self)", "Gives up the object.", ProcessTypes::close);
    b.property(
        "name",
        "The name.",
        self -> initialised(self, "_name").name(),
        (self, value) -> {
          if (!Text.isText(PyPayloadInstance.unwrap(value))) {
            throw assertion("name must be a string");
          }
          ((ProcessObject) self).name = value;
          return PySingleton.NONE;
        });
    b.property(
        "daemon",
        "Whether it ends with its parent.",
        self -> initialised(self, "_config").isDaemon,
        ProcessTypes::setDaemon);
    b.property(
        "authkey",
        "The authorization key.",
        self -> ProcessTable.current().authKey(initialised(self, "_config")),
        ProcessTypes::setAuthKey);
    b.getter("exitcode", "The exit code, None while it runs.", ProcessTypes::exitCode);
    b.getter("pid", "The number of the process.", ProcessTypes::pid);
    b.getter("ident", "The number of the process.", ProcessTypes::pid);
    b.getter("sentinel", "What to wait for with connection.wait().", ProcessTypes::sentinel);
    b.method("__repr__(self)", "repr(self)", ProcessTypes::repr);
    b.getter("_identity", "", self -> initialised(self, "_identity").identity());
    b.getter("_parent_pid", "", self -> (long) initialised(self, "_parent_pid").parentPid);
    b.getter("_parent_name", "", self -> initialised(self, "_parent_name").parentName);
    b.getter("_target", "", self -> initialised(self, "_target").target);
    b.getter("_args", "", self -> initialised(self, "_args").arguments);
    b.getter("_kwargs", "", self -> keywords(initialised(self, "_kwargs")));
  }

  private static ProcessObject initialised(Object self, String attribute) {
    ProcessObject process = (ProcessObject) self;
    if (process.identity == null
        && !(attribute.equals("_name") && process.name != PySingleton.NONE)) {
      throw Errors.noAttribute(self, attribute);
    }
    return process;
  }

  private static ProcessObject open(Object self) {
    ProcessObject process = initialised(self, "_closed");
    if (process.isClosed) {
      throw Errors.valueError("process object is closed");
    }
    return process;
  }

  private static PyDict keywords(ProcessObject process) {
    PyDict known = process.keywords;
    if (known == null) {
      known = new PyDict();
      process.keywords = known;
    }
    return known;
  }

  private static int ownPid() {
    return ProcessState.current().process().pid();
  }

  private static Object init(Object[] a) {
    ProcessObject self = (ProcessObject) a[0];
    if (a[1] != PySingleton.NONE) {
      throw assertion("group argument must be None for now");
    }
    initialise(self);
    self.target = a[2];
    self.arguments = a[4] instanceof PyTuple t ? t : PyTuple.of(Iteration.toArray(a[4]));
    self.keywords = null;
    if (a[5] != PySingleton.NONE && !(a[5] instanceof PyDict d && d.size() == 0)) {
      PyDict keywords = new PyDict();
      Dicts.update(keywords, a[5]);
      self.keywords = keywords;
    }
    if (Truth.isTrue(a[3])) {
      self.name = a[3];
    }
    if (a[6] != PySingleton.NONE) {
      self.isDaemon = Truth.isTrue(a[6]);
    }
    return PySingleton.NONE;
  }

  /** What a process has from its parent; its name is made of its class and number. */
  private static void initialise(ProcessObject self) {
    ProcessTable table = ProcessTable.current();
    int number = table.nextNumber();
    Object[] above = table.self.identity().items();
    Object[] identity = new Object[above.length + 1];
    System.arraycopy(above, 0, identity, 0, above.length);
    identity[above.length] = (long) number;
    self.identity = PyTuple.of(identity);
    self.isDaemon = table.self.isDaemon;
    self.authKey = table.self.authKey;
    self.parentPid = ownPid();
    self.parentName = table.self.name();
    self.process = null;
    self.isClosed = false;
    self.name = null;
  }

  /**
   * A worker of a pool.
   *
   * @param context a concrete one, or something else for the default
   */
  static ProcessObject worker(Object target, Object context) {
    String method = ContextTypes.methodOf(context);
    return method == null || method.equals("fork")
        ? helper("ForkPoolWorker", target)
        : method.equals("spawn")
            ? helper(SPAWN_PROCESS, "SpawnPoolWorker", target)
            : helper(FORK_SERVER_PROCESS, "ForkServerPoolWorker", target);
  }

  /** A process of the library's own that runs a target and ends with its parent. */
  static ProcessObject helper(String nameStart, Object target) {
    return helper(FORK_PROCESS, nameStart, target);
  }

  private static ProcessObject helper(PyType type, String nameStart, Object target) {
    ProcessObject process = new ProcessObject(type);
    initialise(process);
    process.name = process.defaultName().replace(process.type().name(), nameStart);
    process.target = target;
    process.isDaemon = true;
    return process;
  }

  private static Object run(Object o) {
    ProcessObject self = initialised(o, "_target");
    if (Truth.isTrue(self.target)) {
      CallWith.callAtRoot(self.target, self.arguments.items().clone(), self.keywords);
    }
    return PySingleton.NONE;
  }

  /** Calls {@code run}, which most programs leave as it is. */
  static Object callRun(ProcessObject self) {
    return self.type().isNative() && self.shape.size() == 0 ? run(self) : Calls.method(self, "run");
  }

  private static Object start(Object o) {
    ProcessObject self = open(o);
    if (self.process != null) {
      throw assertion("cannot start a process twice");
    }
    if (self.parentPid != ownPid()) {
      throw assertion("can only start a process object created by current process");
    }
    ProcessTable table = ProcessTable.current();
    String chosen = ContextTypes.Choice.current().actual;
    if (methodFor(self, null) == null) {
      ContextTypes.settle();
    }
    launch(self, table, false, new Bootstrap(table.defaultKey, methodFor(self, chosen)));
    self.target = PySingleton.NONE;
    self.arguments = PyTuple.EMPTY;
    self.keywords = null;
    return PySingleton.NONE;
  }

  /** The start method that the child is to use, or null if none was chosen. */
  private static @Nullable String methodFor(ProcessObject self, @Nullable String chosen) {
    return self.type().isSubtypeOf(SPAWN_PROCESS)
        ? "spawn"
        : self.type().isSubtypeOf(FORK_SERVER_PROCESS)
            ? "forkserver"
            : self.type().isSubtypeOf(FORK_PROCESS) ? "fork" : chosen;
  }

  private static boolean startsFromMemory(ProcessObject self) {
    String method = methodFor(self, ContextTypes.Choice.current().actual);
    return method == null || method.equals("fork");
  }

  /** Makes the child and lets it run. */
  static void launch(
      ProcessObject self, ProcessTable table, boolean wantsEverything, Fork.Body body) {
    if (table.self.isDaemon) {
      throw assertion("daemonic processes are not allowed to have children");
    }
    flushStreams();
    ProcessHooks hooks = startsFromMemory(self) ? ProcessHooks.find() : null;
    if (hooks != null) {
      hooks.callBefore();
    }
    KernelProcess child = fork(self, table, wantsEverything, body);
    self.process = child;
    table.add(self);
    child.start();
    if (hooks != null) {
      hooks.callInParent();
    }
  }

  private static KernelProcess fork(
      ProcessObject self, ProcessTable table, boolean wantsEverything, Fork.Body body) {
    Supplier<String> name = () -> Text.javaStr(self.name());
    if (startsFromMemory(self)) {
      return Fork.create(name, self, wantsEverything, body);
    }
    if (table.isInheriting) {
      throw Errors.runtimeError(STARTED_TOO_EARLY);
    }
    ContextTypes.settle();
    PyDict modules = ProcessState.current().modules();
    Object main = modules.get("__main__");
    if (main != null && modules.get("__mp_main__") == null) {
      modules.put("__mp_main__", main); // what children send names their main module so
    }
    SpawnRoot root = new SpawnRoot(self);
    KernelProcess child = Fork.createAfresh(name, root, body);
    child.onExit(ended -> root.discard());
    return child;
  }

  /** So that what is buffered is written once, and before what the child writes. */
  private static void flushStreams() {
    ErrorReport.flushStreams(ProcessState.current());
  }

  private static Object join(Object o, Object timeout) {
    ProcessObject self = open(o);
    if (self.parentPid != ownPid()) {
      throw assertion("can only join a child process");
    }
    KernelProcess child = self.process;
    if (child == null) {
      throw assertion("can only join a started process");
    }
    if (child.join(Timeouts.deadline(timeout))) {
      self.isReaped = true;
      ProcessTable.current().forget(self);
    }
    return PySingleton.NONE;
  }

  private static Object isAlive(Object o) {
    ProcessObject self = open(o);
    if (self == ProcessTable.current().self) {
      return true;
    }
    if (self.parentPid != ownPid()) {
      throw assertion("can only test a child process");
    }
    KernelProcess child = self.process;
    return child != null && !child.hasEnded();
  }

  private static Object signal(Object o, int signal) {
    ProcessObject self = open(o);
    KernelProcess child = self.process;
    if (child == null) {
      throw Errors.noAttribute(
          PySingleton.NONE, signal == KernelProcess.SIGKILL ? "kill" : "terminate");
    }
    child.terminate(signal);
    return PySingleton.NONE;
  }

  private static Object close(Object o) {
    ProcessObject self = initialised(o, "_popen");
    KernelProcess child = self.process;
    if (child != null) {
      if (!child.hasEnded()) {
        throw Errors.valueError(
            "Cannot close a process while it is still running. You should first call join() or"
                + " terminate().");
      }
      self.process = null;
      ProcessTable.current().forget(self);
    }
    self.isClosed = true;
    return PySingleton.NONE;
  }

  private static Object setDaemon(Object o, Object value) {
    ProcessObject self = initialised(o, "_popen");
    if (self.process != null) {
      throw assertion("process has already started");
    }
    self.isDaemon = Truth.isTrue(value);
    return PySingleton.NONE;
  }

  private static Object setAuthKey(Object o, Object value) {
    ProcessObject self = initialised(o, "_config");
    if (!(PyPayloadInstance.unwrap(value) instanceof PyBytes bytes)) {
      throw Errors.typeError("string argument without an encoding");
    }
    self.authKey = new PyPayloadInstance(AUTHENTICATION_STRING, bytes);
    return value == Unset.UNSET ? value : PySingleton.NONE;
  }

  private static Object exitCode(Object o) {
    OptionalInt code = open(o).exitCode();
    return code.isPresent() ? (Object) (long) code.getAsInt() : PySingleton.NONE;
  }

  private static Object pid(Object o) {
    ProcessObject self = open(o);
    if (self == ProcessTable.current().self) {
      return (long) ownPid();
    }
    KernelProcess child = self.process;
    return child == null ? PySingleton.NONE : (Object) (long) child.pid();
  }

  private static Object sentinel(Object o) {
    ProcessObject self = open(o);
    KernelProcess child = self.process;
    if (child == null) {
      throw Errors.valueError("process not started");
    }
    return (long) self.sentinel(child);
  }

  private static Object repr(Object o) {
    ProcessObject self = initialised(o, "_name");
    boolean isSelf = self == ProcessTable.current().self;
    OptionalInt code = self.exitCode();
    KernelProcess child = isSelf ? null : self.process;
    StringBuilder text = new StringBuilder("<").append(self.type().name());
    text.append(" name=").append(Text.javaRepr(self.name()));
    if (child != null) {
      text.append(" pid=").append(child.pid());
    }
    text.append(" parent=").append(self.parentPid == 0 ? "None" : self.parentPid).append(' ');
    if (isSelf) {
      text.append("started");
    } else if (self.isClosed) {
      text.append("closed");
    } else if (self.parentPid != ownPid()) {
      text.append("unknown");
    } else if (child == null) {
      text.append("initial");
    } else {
      text.append(code.isPresent() ? "stopped" : "started");
      if (code.isPresent()) {
        text.append(" exitcode=").append(exitCodeName(code.getAsInt()));
      }
    }
    return text.append(self.isDaemon ? " daemon>" : ">").toString();
  }

  private static String exitCodeName(int code) {
    return switch (code) {
      case -KernelProcess.SIGTERM -> "-SIGTERM";
      case -KernelProcess.SIGKILL -> "-SIGKILL";
      case -2 -> "-SIGINT";
      default -> Integer.toString(code);
    };
  }
}
