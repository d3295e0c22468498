package org.pyconc.stdlib.threading;

import java.util.Objects;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.ConditionQueue;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.TraceRecorder;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.support.LivingSet;
import org.pyconc.stdlib.support.WaitMethods;

/**
 * Threads of one process: tasks of the kernel that share its memory and run one at a time.
 *
 * @see <a href="https://docs.python.org/3.11/library/threading.html">threading</a>
 */
public final class ThreadingModule implements NativeModule {
  @Override
  public String name() {
    return "threading";
  }

  @Override
  public void define(ModuleBuilder b) {
    Object lowLevel = ModuleLoader.current().importModule("_thread", true);
    b.type(ThreadTypes.THREAD);
    b.type(ThreadTypes.MAIN_THREAD);
    b.type(ThreadTypes.DUMMY_THREAD);
    b.constant("Lock", Attributes.load(lowLevel, "allocate_lock"));
    b.functionN(
        "RLock(*args, **kwargs)",
        "A lock that its owner can take again.",
        a -> LockTypes.newRecursiveLock());
    b.constant("_RLock", LockTypes.RLOCK);
    b.constant("_CRLock", LockTypes.RLOCK);
    b.constant("_HAVE_THREAD_NATIVE_ID", true);
    b.constant("_PyRLock", LockTypes.RLOCK);
    b.constant("_dangling", new LivingSet(() -> ThreadTable.current().alive()));
    b.type(LockTypes.SEMAPHORE);
    b.type(LockTypes.BOUNDED_SEMAPHORE);
    b.type(WaitTypes.EVENT);
    b.type(WaitTypes.CONDITION);
    b.type(WaitTypes.BARRIER);
    b.type(WaitMethods.BROKEN_BARRIER_ERROR);
    b.type(TimerType.TIMER);
    b.constant("local", LocalObject.TYPE);
    b.constant("ThreadError", ExceptionTypes.RUNTIME_ERROR);
    b.constant("TIMEOUT_MAX", LockTypes.LONGEST);
    b.constant("ExceptHookArgs", ExceptHook.ARGUMENTS);
    b.function(
        "excepthook(args, /)", "Reports what comes out of a thread.", ExceptHook::defaultHook);
    b.constant("__excepthook__", Objects.requireNonNull(b.module().own("excepthook")));
    defineFunctions(b);
  }

  /** A lock for another module of the library to give to the program. */
  public static Object newLock() {
    return LockTypes.newLock();
  }

  /** A condition with such a lock for another module of the library to give to the program. */
  public static Object newCondition(Object lock) {
    WaitObject made =
        new WaitObject(WaitTypes.CONDITION, WaitTypes.newQueue(lock, CallStack.here()));
    made.companion = lock;
    return made;
  }

  /** Wakes all who wait for a condition of {@link #newCondition}; nobody has to hold the lock. */
  public static void wakeAll(Object condition) {
    ((ConditionQueue) ((WaitObject) condition).kernelObject).notifyEveryone();
  }

  private static void defineFunctions(ModuleBuilder b) {
    b.function("current_thread()", "The running thread.", () -> ThreadTable.current().running());
    b.function(
        "currentThread()",
        "The running thread.",
        () -> {
          Deprecated.warn("currentThread", "use current_thread()");
          return ThreadTable.current().running();
        });
    b.function(
        "_newname(name_template)",
        "A name with the number of the next thread in it.",
        template -> Arithmetic.modulo(template, (long) ThreadTable.current().nextNumber()));
    b.function("main_thread()", "The main thread.", () -> ThreadTable.current().main());
    b.function(
        "enumerate()",
        "The threads that run.",
        () -> PyList.of(ThreadTable.current().alive().toArray()));
    b.function(
        "active_count()",
        "How many threads run.",
        () -> (long) ThreadTable.current().alive().size());
    b.function(
        "activeCount()",
        "How many threads run.",
        () -> {
          Deprecated.warn("activeCount", "use active_count()");
          return (long) ThreadTable.current().alive().size();
        });
    b.function(
        "get_ident()", "The running thread's number.", () -> ThreadTable.ident(Task.require()));
    b.function(
        "get_native_id()",
        "The running thread's number in the system.",
        () -> ThreadTypes.nativeId(Task.require()));
    b.functionN(
        "_register_atexit(func, /, *arg, **kwargs)",
        "Has a function called before the other threads are waited for.",
        ExitCalls::register);
    b.function(
        "_shutdown()",
        "What the program's end does: waits for the threads that are no daemons.",
        () -> {
          ThreadTable.current().awaitOthers();
          return PySingleton.NONE;
        });
    b.function(
        "__getattr__(name)",
        "What libraries look up of the insides of CPython's module, as it is at this moment.",
        name ->
            switch (Text.java(name)) {
              case "_active" -> ThreadTable.current().byIdent();
              case "_limbo" -> new PyDict();
              case "_main_thread" -> ThreadTable.current().main();
              case "_start_new_thread" -> ofThreads("start_new_thread");
              case "_allocate_lock" -> ofThreads("allocate_lock");
              default ->
                  throw Errors.attributeError(
                      "module 'threading' has no attribute '" + Text.java(name) + "'",
                      b.module(),
                      Text.java(name));
            });
    b.function(
        "_submitted()",
        "The running code hands a call to somebody else: its number in a timeline.",
        TraceRecorder::callSubmitted);
    b.function(
        "_answered(number)",
        "The running code takes the result of such a call.",
        number -> {
          TraceRecorder.callAnswered(Items.toLong(number));
          return PySingleton.NONE;
        });
    StackSize.define(b);
    NewThreadTracers.define(b);
    b.constant("__all__", PyList.of((Object[]) PUBLIC));
  }

  private static final String[] PUBLIC = {
    "get_ident",
    "active_count",
    "Condition",
    "current_thread",
    "enumerate",
    "main_thread",
    "TIMEOUT_MAX",
    "Event",
    "Lock",
    "RLock",
    "Semaphore",
    "BoundedSemaphore",
    "Thread",
    "Barrier",
    "BrokenBarrierError",
    "Timer",
    "ThreadError",
    "setprofile",
    "settrace",
    "local",
    "stack_size",
    "excepthook",
    "ExceptHookArgs",
    "getprofile",
    "gettrace",
    "get_native_id"
  };

  private static Object ofThreads(String name) {
    return Attributes.load(ModuleLoader.current().importModule("_thread", true), name);
  }
}
