package org.pyconc.stdlib.threading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Task;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.ProcessState;

/** The threads of one process. */
public final class ThreadTable {
  /** What {@code get_ident()} counts from: looks like CPython's, which are addresses. */
  private static final long FIRST_IDENT = 0x7f5c_0000_0000L;

  private static final long IDENT_DISTANCE = 0x1000;

  private final ThreadObject main;
  private final Map<Task, ThreadObject> threads = new WeakHashMap<>();
  private final List<ThreadObject> alive = new ArrayList<>();
  private int started;

  private ThreadTable(ProcessState state) {
    main = new ThreadObject(ThreadTypes.MAIN_THREAD);
    main.isInitialised = true;
    main.name = "MainThread";
    main.task = state.process().mainTask();
    threads.put(state.process().mainTask(), main);
    alive.add(main);
    state.setThreadsEnd(ThreadTable::end);
  }

  static ThreadTable current() {
    ProcessState state = ProcessState.current();
    ThreadTable known = state.findModuleState(ThreadTable.class);
    if (known == null) {
      known = new ThreadTable(state);
      state.setModuleState(ThreadTable.class, known);
    }
    return known;
  }

  /** {@code Thread.ident}. */
  public static long ident(Task task) {
    return FIRST_IDENT + task.number() * IDENT_DISTANCE;
  }

  ThreadObject main() {
    return main;
  }

  /** The number in the next thread's name. */
  int nextNumber() {
    return ++started;
  }

  /** The thread has got a name of its own. */
  void takeBackNumber() {
    started--;
  }

  /** The running thread; one that was not made by this module gets an object now. */
  ThreadObject running() {
    return of(Task.require());
  }

  private ThreadObject of(Task task) {
    ThreadObject known = threads.get(task);
    if (known == null) {
      known = new ThreadObject(ThreadTypes.DUMMY_THREAD);
      known.isInitialised = true;
      known.isDaemon = true;
      known.name = "Dummy-" + nextNumber();
      known.task = task;
      add(known, task);
    }
    return known;
  }

  void add(ThreadObject thread, Task task) {
    threads.put(task, thread);
    alive.removeIf(t -> t != main && !t.isAlive());
    alive.add(thread);
  }

  /** {@code _active}: those that run, by their number. */
  PyDict byIdent() {
    PyDict found = new PyDict();
    for (ThreadObject each : alive()) {
      Task task = each.task;
      if (task != null) {
        found.put(ident(task), each);
      }
    }
    return found;
  }

  /** Those that run, in the order of their start. */
  List<ThreadObject> alive() {
    alive.removeIf(t -> t != main && !t.isAlive());
    return new ArrayList<>(alive);
  }

  /**
   * At the end of the main thread: {@code threading._shutdown}, the program's own if it set one.
   */
  private static void end() {
    ProcessState state = ProcessState.current();
    Object shutdown =
        state.modules().get("threading") instanceof PyModule m ? m.own("_shutdown") : null;
    if (shutdown == null || shutdown instanceof NativeFunction) {
      current().awaitOthers();
    } else {
      Object ignored = Calls.call0(shutdown);
    }
  }

  /** Waits for all others that are no daemons; the main thread counts as ended from now on. */
  void awaitOthers() {
    if (!main.isAlive()) {
      return;
    }
    try {
      ExitCalls.run();
    } catch (PyException e) {
      Object module = ProcessState.current().modules().get("threading");
      ErrorReport.ignored(module == null ? PySingleton.NONE : module, e);
      return; // as in CPython, nobody is waited for then
    }
    main.end();
    for (ThreadObject next = nextToAwait(); next != null; next = nextToAwait()) {
      Task task = next.task;
      if (task != null) {
        task.join(Deadline.NEVER);
      }
    }
  }

  private @Nullable ThreadObject nextToAwait() {
    Task self = Task.current();
    for (ThreadObject thread : alive()) {
      if (!thread.isDaemon && thread.task != self && thread != main) {
        return thread;
      }
    }
    return null;
  }
}
