package org.pyconc.stdlib.multiprocessing;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;

/**
 * Processes, and what they communicate with. The functions are methods of the default context, as
 * in CPython.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.html">multiprocessing</a>
 */
public final class MultiprocessingModule implements NativeModule {
  private static final String[] OF_CONTEXT = {
    "Array",
    "Barrier",
    "BoundedSemaphore",
    "Condition",
    "Event",
    "JoinableQueue",
    "Lock",
    "Manager",
    "Pipe",
    "Pool",
    "Queue",
    "RLock",
    "RawArray",
    "RawValue",
    "Semaphore",
    "SimpleQueue",
    "Value",
    "active_children",
    "allow_connection_pickling",
    "cpu_count",
    "current_process",
    "freeze_support",
    "get_all_start_methods",
    "get_context",
    "get_logger",
    "get_start_method",
    "log_to_stderr",
    "parent_process",
    "set_executable",
    "set_forkserver_preload",
    "set_start_method"
  };

  @Override
  public String name() {
    return "multiprocessing";
  }

  @Override
  public void define(ModuleBuilder b) {
    ProcessTable.current();
    b.constant("__path__", new PyList());
    b.type(ProcessTypes.PROCESS);
    b.type(ProcessErrors.PROCESS_ERROR);
    b.type(ProcessErrors.BUFFER_TOO_SHORT);
    b.type(ProcessErrors.TIMEOUT_ERROR);
    b.type(ProcessErrors.AUTHENTICATION_ERROR);
    Object context = ContextTypes.Choice.current().standard();
    for (String name : OF_CONTEXT) {
      b.constant(name, Attributes.load(context, name));
    }
    List<Object> all = new ArrayList<>(List.of(OF_CONTEXT));
    all.addAll(List.of("Process", "ProcessError", "BufferTooShort", "TimeoutError"));
    all.addAll(List.of("AuthenticationError", "reducer"));
    b.constant("__all__", PyList.of(all.toArray()));
    b.function("__getattr__(name)", "A module of this package.", MultiprocessingModule::submodule);
  }

  private static Object submodule(Object name) {
    return switch (Text.java(name)) {
      case "connection",
          "context",
          "dummy",
          "heap",
          "managers",
          "pool",
          "process",
          "queues",
          "reduction",
          "shared_memory",
          "sharedctypes",
          "synchronize",
          "util" ->
          ModuleLoader.current().importModule("multiprocessing." + Text.java(name), true);
      case "reducer" -> ModuleLoader.current().importModule("multiprocessing.reduction", true);
      default ->
          throw Errors.of(
              ExceptionTypes.ATTRIBUTE_ERROR,
              "module 'multiprocessing' has no attribute " + Text.javaRepr(name));
    };
  }
}
