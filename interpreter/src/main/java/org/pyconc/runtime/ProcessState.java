package org.pyconc.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.Shape;

/** What the language keeps for one process: its modules, streams and settings. */
public final class ProcessState {
  private static final int DEFAULT_RECURSION_LIMIT = 1000;

  private final Program program;
  private final PyModule builtins;
  private final PyDict modules = new PyDict();
  private final Map<String, Object> moduleStates = new HashMap<>();
  private final List<Runnable> exitActions = new ArrayList<>();
  private @Nullable KernelProcess process;
  private PyList path = new PyList();
  private int recursionLimit = DEFAULT_RECURSION_LIMIT;
  private TextWriter out;
  private TextWriter err;
  private TextReader in;

  /** The state of the first process of a program. */
  ProcessState(Program program) {
    this.program = program;
    this.builtins = program.builtins();
    StandardFiles files = program.files();
    this.out =
        new TextWriter(
            StandardFileTypes.WRITER, "<stdout>", 1, files.out(), files.out().isTerminal());
    this.err = new TextWriter(StandardFileTypes.WRITER, "<stderr>", 2, files.err(), true);
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
    return type.cast(moduleStates.computeIfAbsent(type.getName(), key -> make.get()));
  }

  /** Something to do when the process ends, the latest first. */
  public void atExit(Runnable action) {
    exitActions.add(action);
  }

  /** Does what is to be done when the process ends. */
  public void runExitActions() {
    while (!exitActions.isEmpty()) {
      exitActions.remove(exitActions.size() - 1).run();
    }
  }

  /** {@code sys.name} if the program has imported sys and not deleted it, or null. */
  public @Nullable Object sysAttribute(String name) {
    return modules.get("sys") instanceof PyModule sys ? sys.own(name) : null;
  }
}
