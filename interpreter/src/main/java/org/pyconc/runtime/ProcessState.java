package org.pyconc.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.LastAct;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.Shape;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** What the language keeps for one process: its modules, streams and settings. */
public final class ProcessState implements LastAct {
  private static final int MAX_DIGITS = 4300;

  private static final int DEFAULT_RECURSION_LIMIT = 1000;

  private final Program program;
  private final PyModule builtins;
  private final PyDict modules = new PyDict();

  /** Classes and their instances in turn: few. */
  private Object[] moduleStates = PyObject.NO_ARGUMENTS;

  private @Nullable List<Runnable> exitActions;
  private @Nullable Runnable threadsEnd;
  private @Nullable KernelProcess process;
  private @Nullable SignalHandling signalHandling;
  @Nullable Forgotten forgotten;
  private PyList path = new PyList();
  private int recursionLimit = DEFAULT_RECURSION_LIMIT;
  private int maxDigits = MAX_DIGITS;
  private TextWriter out;
  private TextWriter err;
  private TextReader in;
  private @Nullable StreamSlots streamSlots;
  private boolean importsItself;
  private volatile @Nullable ObjectIds ids;

  /** The state of the first process of a program. */
  ProcessState(Program program) {
    this.program = program;
    this.builtins = program.builtins();
    StandardFiles files = program.files();
    this.out =
        new TextWriter(
            StandardFileTypes.WRITER, "<stdout>", 1, files.out(), files.out().isTerminal());
    this.err = new TextWriter(StandardFileTypes.WRITER, "<stderr>", 2, files.err(), true);
    if (files.isUnbuffered()) {
      out.setUnbuffered();
      err.setUnbuffered();
    }
    this.in = new TextReader(StandardFileTypes.READER, files.in(), files.isInputTerminal());
  }

  /**
   * The state of a child process before anything is copied into it: no modules, its own streams,
   * the parent's settings.
   */
  public ProcessState(ProcessState parent) {
    this.program = parent.program;
    this.builtins = parent.builtins;
    this.recursionLimit = parent.recursionLimit;
    this.maxDigits = parent.maxDigits;
    this.out = parent.out.forChild();
    this.err = parent.err.forChild();
    this.in = parent.in.forChild();
  }

  /** The state of the process that runs. */
  public static ProcessState current() {
    return of(Task.require());
  }

  /** The state of a task's process. */
  public static ProcessState of(Task task) {
    if (task.process().attachment instanceof ProcessState state) {
      return state;
    }
    throw new IllegalStateException("not a process of the language");
  }

  public Program program() {
    return program;
  }

  /**
   * Whether the process did not start from its parent's memory: what it is sent names modules that
   * it has to import.
   */
  public boolean importsItself() {
    return importsItself;
  }

  void setImportsItself() {
    importsItself = true;
  }

  /** The kernel's process. */
  public KernelProcess process() {
    KernelProcess known = process;
    if (known == null) {
      known = Task.require().process();
      process = known;
    }
    return known;
  }

  /** To be called once when the kernel's process has been made. */
  public void setProcess(KernelProcess newProcess) {
    process = newProcess;
  }

  /** What {@code id} says about its objects. */
  public ObjectIds ids() {
    ObjectIds known = ids;
    if (known == null) {
      synchronized (this) {
        known = ids;
        if (known == null) {
          known = new ObjectIds();
          ids = known;
        }
      }
    }
    return known;
  }

  public PyModule builtins() {
    return builtins;
  }

  /** {@code sys.modules}. */
  public PyDict modules() {
    return modules;
  }

  /** {@code sys.path}. */
  public PyList path() {
    return path;
  }

  public void setPath(PyList newPath) {
    path = newPath;
  }

  /** A new module without content but its name. */
  public PyModule newModule(String name) {
    PyModule module = new PyModule(new Shape(), builtins);
    module.setOwn("__name__", name);
    return module;
  }

  /** How many digits an int may have when it becomes text or is made from it; 0 for any. */
  public int maxDigits() {
    return maxDigits;
  }

  /** As {@link #maxDigits()} of the current process; the usual number outside of one. */
  public static int currentMaxDigits() {
    Task task = Task.current();
    return task != null && task.process().attachment instanceof ProcessState state
        ? state.maxDigits
        : MAX_DIGITS;
  }

  public void setMaxDigits(int limit) {
    maxDigits = limit;
  }

  /** {@code sys.getrecursionlimit()}. */
  public int recursionLimit() {
    return recursionLimit;
  }

  public void setRecursionLimit(int limit) {
    recursionLimit = limit;
  }

  /** The stream that {@code sys.stdout} is at first. */
  public TextWriter out() {
    return out;
  }

  /** The stream that {@code sys.stderr} is at first. */
  public TextWriter err() {
    return err;
  }

  /** The stream that {@code sys.stdin} is at first. */
  public TextReader in() {
    return in;
  }

  /** What a native module keeps for this process, made when first asked for. */
  public <T> T moduleState(Class<T> type, Supplier<T> make) {
    T known = findModuleState(type);
    if (known != null) {
      return known;
    }
    T made = make.get();
    setModuleState(type, made);
    return made;
  }

  /** What a native module keeps for this process, or null. */
  public <T> @Nullable T findModuleState(Class<T> type) {
    for (int i = 0; i < moduleStates.length; i += 2) {
      if (moduleStates[i] == type) {
        return type.cast(moduleStates[i + 1]);
      }
    }
    return null;
  }

  /** Sets what a native module keeps for this process; there must be nothing yet. */
  public <T> void setModuleState(Class<T> type, T state) {
    int length = moduleStates.length;
    Object[] more = Arrays.copyOf(moduleStates, length + 2);
    more[length] = type;
    more[length + 1] = state;
    moduleStates = more;
  }

  /**
   * Takes over from the parent, when this process is being made, the states of native modules that
   * are {@link Transferable}, and {@code sys.path}.
   *
   * @param isFresh whether this process starts without its parent's memory
   */
  public void inherit(ProcessState parent, Copier copier, boolean isFresh) {
    path = (PyList) copier.copy(parent.path);
    Object[] states = parent.moduleStates;
    for (int i = 0; i < states.length; i += 2) {
      Object copy =
          states[i + 1] instanceof Transferable t
              ? isFresh ? t.copyAfresh(copier) : t.copy(copier)
              : null;
      if (copy != null) {
        int length = moduleStates.length;
        moduleStates = Arrays.copyOf(moduleStates, length + 2);
        moduleStates[length] = states[i];
        moduleStates[length + 1] = copy;
        if (copy instanceof SignalHandling handling) {
          setSignalHandling(handling);
        }
      }
    }
  }

  /** Something to do when the process ends, the latest first. */
  public void atExit(Runnable action) {
    List<Runnable> actions = exitActions;
    if (actions == null) {
      actions = new ArrayList<>(2);
      exitActions = actions;
    }
    actions.add(action);
  }

  /** Watches objects for whose end there is something to do, which any thread may. */
  Forgotten forgotten() {
    Forgotten known = forgotten;
    if (known == null) {
      known = new Forgotten(process().mainTask());
      forgotten = known;
    }
    return known;
  }

  /** What the process does about signals, if it ever asked. */
  public @Nullable SignalHandling signalHandling() {
    return signalHandling;
  }

  /** From now on signals are handled so. */
  public void setSignalHandling(SignalHandling handling) {
    signalHandling = handling;
    process().setSignalFilter(handling);
  }

  /** How to wait for the threads that the end of the main one does not end. */
  public void setThreadsEnd(Runnable wait) {
    threadsEnd = wait;
  }

  /** Waits for the threads that the end of the main one does not end. */
  public void awaitThreads() {
    Runnable wait = threadsEnd;
    if (wait != null) {
      wait.run();
    }
  }

  /** Does what is to be done when the process ends. */
  public void runExitActions() {
    List<Runnable> actions = exitActions;
    while (actions != null && !actions.isEmpty()) {
      actions.remove(actions.size() - 1).run();
    }
  }

  /** What a process printed before it was killed is not lost. */
  @Override
  public void processEnds() {
    Descriptors descriptors = findModuleState(Descriptors.class);
    out.flushLast(descriptors);
    err.flushLast(descriptors);
    KernelProcess known = process;
    if (known != null) { // else it has done nothing yet
      program.processEnds(known);
    }
  }

  /** Whether the program has put other objects into sys in place of the standard streams. */
  public boolean hasReplacedStreams() {
    if (!(modules.get("sys") instanceof PyModule sys)) {
      return false;
    }
    StreamSlots slots = streamSlots;
    if (slots == null || slots.shape != sys.shape) {
      slots = StreamSlots.of(sys.shape);
      streamSlots = slots;
    }
    return slots.find(sys, slots.out) != out
        || slots.find(sys, slots.err) != err
        || slots.find(sys, slots.in) != in;
  }

  /** Where sys has its streams, so that nobody looks for them at each start of a process. */
  private record StreamSlots(Shape shape, int out, int err, int in) {
    static StreamSlots of(Shape shape) {
      return new StreamSlots(
          shape, shape.indexOf("stdout"), shape.indexOf("stderr"), shape.indexOf("stdin"));
    }

    @Nullable Object find(PyModule sys, int slot) {
      return slot < 0 ? null : sys.slots[slot];
    }
  }

  /** {@code sys.name} if the program has imported sys and not deleted it, or null. */
  public @Nullable Object sysAttribute(String name) {
    return modules.get("sys") instanceof PyModule sys ? sys.own(name) : null;
  }
}
