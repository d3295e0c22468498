package org.pyconc.stdlib.threading;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.Program;
import org.pyconc.stdlib.signal.SignalModule;

/**
 * The low level of threads.
 *
 * @see <a href="https://docs.python.org/3.11/library/_thread.html">_thread</a>
 */
public final class ThreadModule implements NativeModule {
  private static final long SIGINT = 2;
  private static final long LAST_SIGNAL = 64;

  @Override
  public String name() {
    return "_thread";
  }

  @Override
  public void define(ModuleBuilder b) {
    for (String name : new String[] {"start_new_thread", "start_new"}) {
      b.function(
          name + "(function, args, kwargs=None, /)", "Starts a thread.", ThreadModule::start);
    }
    for (String name : new String[] {"allocate_lock", "allocate"}) {
      b.function(name + "()", "A lock.", LockTypes::newLock);
    }
    b.constant("LockType", LockTypes.LOCK);
    b.constant("RLock", LockTypes.RLOCK);
    b.constant("_local", LocalObject.TYPE);
    b.constant("_ExceptHookArgs", ExceptHook.ARGUMENTS);
    b.function(
        "_excepthook(args, /)", "Reports what comes out of a thread.", ExceptHook::defaultHook);
    b.constant("error", ExceptionTypes.RUNTIME_ERROR);
    b.constant("TIMEOUT_MAX", LockTypes.LONGEST);
    b.function(
        "get_ident()", "The running thread's number.", () -> ThreadTable.ident(Task.require()));
    b.function(
        "get_native_id()",
        "The running thread's number in the system.",
        () -> ThreadTypes.nativeId(Task.require()));
    for (String name : new String[] {"exit", "exit_thread"}) {
      b.function(
          name + "()",
          "Ends the running thread.",
          () -> {
            throw Errors.of(ExceptionTypes.SYSTEM_EXIT, PyObject.NO_ARGUMENTS);
          });
    }
    b.function(
        "interrupt_main(signum=2, /)",
        "Has the main thread handle a signal, Ctrl-C by default.",
        ThreadModule::interruptMain);
    b.function(
        "_set_async_exc(ident, exc=<unrepresentable>, /)",
        "Has an exception raised in a thread.",
        AsyncExceptions::set);
    b.function(
        "_count()",
        "How many threads run besides the main one.",
        () -> (long) Task.require().process().tasks().size() - 1);
    StackSize.define(b);
  }

  private static Object interruptMain(Object number) {
    long signal = Items.toLong(number);
    if (signal < 1 || signal > LAST_SIGNAL) {
      throw Errors.valueError("signal number out of range");
    }
    Object module = ModuleLoader.current().importModule("signal", true);
    Object handler = Calls.call1(Attributes.load(module, "getsignal"), signal);
    if (Calls.isCallable(handler)) { // nothing is to be done otherwise
      if (signal == SIGINT) {
        Task task = Task.require();
        task.process().mainTask().interrupt(Program.CTRL_C);
        if (task.isMain()) {
          Task.yieldNow(); // the exception comes out of this very call
        }
      } else {
        SignalModule.send(Task.require().process().pid(), (int) signal);
      }
    }
    return PySingleton.NONE;
  }

  private static Object start(Object function, Object arguments, Object keywords) {
    if (!Calls.isCallable(function)) {
      throw Errors.typeError("first arg must be callable");
    }
    if (!(arguments instanceof PyTuple positional)) {
      throw Errors.typeError("2nd arg must be a tuple");
    }
    @Nullable PyDict named = null;
    if (keywords != PySingleton.NONE) {
      if (!(keywords instanceof PyDict d)) {
        throw Errors.typeError("optional 3rd arg must be a dictionary");
      }
      named = d;
    }
    return ThreadTable.ident(ThreadTypes.startRaw(function, positional, named));
  }
}
