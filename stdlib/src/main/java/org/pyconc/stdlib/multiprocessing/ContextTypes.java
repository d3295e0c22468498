package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;

/**
 * Contexts: objects with the functions of the module. Processes of all of them start in the same
 * way; contexts differ in the names of their processes.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/multiprocessing.html#contexts-and-start-methods">
 *     Contexts and start methods</a>
 */
final class ContextTypes {
  private static final String MODULE = "multiprocessing.context.";
  static final String[] METHODS = {"fork", "spawn", "forkserver"};

  private ContextTypes() {}

  static final PyType BASE =
      new PyType(MODULE + "BaseContext", BuiltinTypes.OBJECT, true, null, ContextTypes::define);

  static final PyType DEFAULT =
      new PyType(MODULE + "DefaultContext", BASE, true, null, ContextTypes::defineDefault);

  static final PyType FORK = concrete("ForkContext", "fork", ProcessTypes.FORK_PROCESS);
  static final PyType SPAWN = concrete("SpawnContext", "spawn", ProcessTypes.SPAWN_PROCESS);
  static final PyType FORK_SERVER =
      concrete("ForkServerContext", "forkserver", ProcessTypes.FORK_SERVER_PROCESS);

  private static PyType concrete(String name, String method, PyType process) {
    return new PyType(
        MODULE + name,
        BASE,
        true,
        null,
        b -> {
          b.constant("_name", method);
          b.constant("Process", process);
        });
  }

  /** What a process knows of start methods. */
  static final class Choice {
    private @Nullable PyInstance standard;
    private final @Nullable PyInstance[] concrete = new PyInstance[METHODS.length];

    /** The method that was chosen, or used first. */
    @Nullable String actual;

    static Choice current() {
      return ProcessState.current().moduleState(Choice.class, Choice::new);
    }

    PyInstance standard() {
      PyInstance known = standard;
      if (known == null) {
        known = new PyInstance(DEFAULT);
        standard = known;
      }
      return known;
    }

    PyInstance context(Object method) {
      for (int i = 0; i < METHODS.length; i++) {
        if (METHODS[i].equals(method)) {
          PyInstance known = concrete[i];
          if (known == null) {
            known = new PyInstance(i == 0 ? FORK : i == 1 ? SPAWN : FORK_SERVER);
            concrete[i] = known;
          }
          return known;
        }
      }
      throw Errors.valueError("cannot find context for " + Text.javaRepr(method));
    }
  }

  /** Making something with the default context settles the start method. */
  private static Object used(Object context, Object made) {
    if (((PyInstance) context).type() == DEFAULT) {
      settle();
    }
    return made;
  }

  /** From now on the start method can be changed by force only. */
  static void settle() {
    Choice choice = Choice.current();
    if (choice.actual == null) {
      choice.actual = METHODS[0];
    }
  }

  /** The start method of a concrete context; of others that which was chosen, or null. */
  static @Nullable String methodOf(Object context) {
    PyType type = PyType.of(context);
    return type == FORK
        ? METHODS[0]
        : type == SPAWN ? METHODS[1] : type == FORK_SERVER ? METHODS[2] : Choice.current().actual;
  }

  private static void define(TypeBuilder b) {
    b.asPython("BaseContext");
    b.constant("ProcessError", ProcessErrors.PROCESS_ERROR);
    b.constant("BufferTooShort", ProcessErrors.BUFFER_TOO_SHORT);
    b.constant("TimeoutError", ProcessErrors.TIMEOUT_ERROR);
    b.constant("AuthenticationError", ProcessErrors.AUTHENTICATION_ERROR);
    b.staticMethod("current_process()", "The running process.", a -> ProcessTable.current().self);
    b.staticMethod(
        "parent_process()", "The parent, None in the main process.", a -> ParentProcess.get());
    b.staticMethod(
        "active_children()",
        "The children that run.",
        a -> PyList.of(ProcessTable.current().active().toArray()));
    b.method(
        "cpu_count(self)",
        "The number of processors.",
        self -> (long) Runtime.getRuntime().availableProcessors());
    b.getSet(
        "reducer",
        "The module that makes bytes of objects.",
        self -> ModuleLoader.current().importModule("multiprocessing.reduction", true),
        (self, module) -> PySingleton.NONE);
    b.method("freeze_support(self)", "Does nothing.", self -> PySingleton.NONE);
    b.method("allow_connection_pickling(self)", "Does nothing.", self -> PySingleton.NONE);
    b.method("set_executable(self, executable)", "Does nothing.", (s, name) -> PySingleton.NONE);
    b.method(
        "set_forkserver_preload(self, module_names)",
        "Does nothing.",
        (self, names) -> PySingleton.NONE);
    b.method("get_logger(self)", "The logger of the library.", self -> util("get_logger"));
    b.method(
        "log_to_stderr(self, level=None)",
        "The logger of the library, which now writes to stderr.",
        (self, level) -> util("log_to_stderr", level));
    defineCommunication(b);
    defineLocks(b);
    defineMemory(b);
    b.method(
        "get_context(self, method=None)",
        "A context with a certain start method.",
        (self, method) -> method == PySingleton.NONE ? self : Choice.current().context(method));
    b.method(
        "get_start_method(self, allow_none=False)",
        "The start method.",
        (self, none) -> Attributes.load(self, "_name"));
    b.method(
        "set_start_method(self, method, force=False)",
        "Chooses the start method.",
        (self, method, force) -> {
          throw Errors.valueError("cannot set start method of concrete context");
        });
  }

  private static void defineCommunication(TypeBuilder b) {
    b.method("Manager(self)", "Keeps objects for all processes.", self -> newManager());
    b.method(
        "Pipe(self, duplex=True)",
        "Two connections to the two ends of a pipe.",
        (self, duplex) ->
            ConnectionObject.newPipe(ProcessState.current().process(), Truth.isTrue(duplex)));
    b.method(
        "Queue(self, maxsize=0)",
        "A queue between processes.",
        (self, size) -> used(self, QueueTypes.newQueue(size)));
    b.method(
        "JoinableQueue(self, maxsize=0)",
        "A queue that can be waited for until all items are done.",
        (self, size) -> used(self, QueueTypes.newJoinableQueue(size)));
    b.method(
        "SimpleQueue(self)",
        "A queue with few methods.",
        self -> used(self, QueueTypes.newSimpleQueue()));
    b.methodN(
        "Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None)",
        "A pool of processes.",
        a -> used(a[0], PoolTypes.newPool(a[1], a[2], a[3], a[4], a[0])));
  }

  private static void defineLocks(TypeBuilder b) {
    b.method("Lock(self)", "A lock.", self -> used(self, LockTypes.newLock()));
    b.method(
        "RLock(self)",
        "A lock that its owner can take again.",
        self -> used(self, LockTypes.newRecursiveLock()));
    b.method(
        "Semaphore(self, value=1)",
        "A semaphore.",
        (self, value) -> used(self, LockTypes.newSemaphore(value)));
    b.method(
        "BoundedSemaphore(self, value=1)",
        "A semaphore that cannot have more units than at first.",
        (self, value) -> used(self, LockTypes.newBoundedSemaphore(value)));
    b.method("Event(self)", "A flag to wait for.", self -> used(self, SynchronizeTypes.newEvent()));
    b.method(
        "Condition(self, lock=None)",
        "A condition to wait for.",
        (self, lock) -> used(self, SynchronizeTypes.newCondition(lock)));
    b.method(
        "Barrier(self, parties, action=None, timeout=None)",
        "Lets processes go on when enough have come.",
        (self, parties, action, timeout) ->
            used(self, SynchronizeTypes.newBarrier(parties, action, timeout)));
  }

  private static void defineMemory(TypeBuilder b) {
    b.methodN(
        "RawValue(self, typecode_or_type, *args)",
        "A value in shared memory.",
        a -> SharedTypes.newRawValue(a[1], a[2]));
    b.method(
        "RawArray(self, typecode_or_type, size_or_initializer)",
        "An array in shared memory.",
        (self, type, content) -> SharedTypes.newRawArray(type, content));
    b.methodN(
        "Value(self, typecode_or_type, *args, lock=True)",
        "A value in shared memory with a lock.",
        a -> used(a[0], SharedTypes.newValue(a[1], a[3], a[2])));
    b.methodN(
        "Array(self, typecode_or_type, size_or_initializer, *, lock=True)",
        "An array in shared memory with a lock.",
        a -> used(a[0], SharedTypes.newArray(a[1], a[2], a[3])));
  }

  private static void defineDefault(TypeBuilder b) {
    b.asPython("DefaultContext");
    b.constant("Process", ProcessTypes.PROCESS);
    b.method(
        "get_context(self, method=None)",
        "A context with a certain start method.",
        (self, method) -> {
          Choice choice = Choice.current();
          if (method != PySingleton.NONE) {
            return choice.context(method);
          }
          used(self, PySingleton.NONE);
          return choice.context(chosen(choice));
        });
    b.method(
        "set_start_method(self, method, force=False)",
        "Chooses the start method.",
        (self, method, force) -> {
          Choice choice = Choice.current();
          boolean isForced = Truth.isTrue(force);
          if (choice.actual != null && !isForced) {
            throw Errors.runtimeError("context has already been set");
          }
          if (method == PySingleton.NONE && isForced) {
            choice.actual = null;
          } else {
            choice.context(method);
            choice.actual = Text.java(method);
          }
          return PySingleton.NONE;
        });
    b.method(
        "get_start_method(self, allow_none=False)",
        "The start method.",
        (self, allowNone) -> {
          Choice choice = Choice.current();
          if (choice.actual == null && Truth.isTrue(allowNone)) {
            return PySingleton.NONE;
          }
          used(self, PySingleton.NONE);
          return chosen(choice);
        });
    b.method(
        "get_all_start_methods(self)",
        "The start methods there are.",
        self -> PyList.of((Object[]) METHODS.clone()));
  }

  private static String chosen(Choice choice) {
    String actual = choice.actual;
    return actual == null ? METHODS[0] : actual;
  }

  private static Object util(String function, Object... arguments) {
    Object module = ModuleLoader.current().importModule("multiprocessing.util", true);
    return Calls.call(Attributes.load(module, function), arguments);
  }

  private static Object newManager() {
    Object module = ModuleLoader.current().importModule("multiprocessing.managers", true);
    Object manager = Calls.call0(Attributes.load(module, "SyncManager"));
    Calls.method(manager, "start");
    return manager;
  }
}
