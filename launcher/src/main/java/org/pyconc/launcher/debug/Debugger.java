package org.pyconc.launcher.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.StatementListener;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.Activation;
import org.pyconc.runtime.Program;
import org.pyconc.scope.CodeUnit;

/**
 * Stops threads of a program at breakpoints and after steps, in all its processes. A thread that
 * stands still keeps its greenlets still with it; everything else goes on.
 */
final class Debugger implements StatementListener {
  /** Why a thread has stopped, in the words of the protocol. */
  enum Reason {
    BREAKPOINT,
    STEP,
    PAUSE,
    EXCEPTION
  }

  /** How far a thread is to go. */
  enum Step {
    IN,
    OVER,
    OUT
  }

  /** Is told on the thread that stops, before it stands still. */
  interface Listener {
    void stopped(Stop stop, Reason reason);
  }

  private record Stepping(Step step, int depth) {}

  private final Map<String, Map<Integer, String>> breakpoints = new ConcurrentHashMap<>();
  private final Map<String, List<Point>> points = new ConcurrentHashMap<>();
  private final Map<Task, Stepping> steps = new ConcurrentHashMap<>();
  private final Map<Task, Boolean> pauses = new ConcurrentHashMap<>();
  private final Map<Task, Stop> stops = new ConcurrentHashMap<>();
  private final Map<Task, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger lastNumber = new AtomicInteger();

  /** Whether every statement is to look at what its thread is asked for. */
  private volatile boolean isWatching;

  /** Whether exceptions stop threads: all, or those that nothing in the program handles. */
  private volatile boolean stopsAtRaised;

  private volatile boolean stopsAtUncaught;

  /** The exceptions that threads are passing through, or have been stopped for last. */
  private final Map<Task, PyException> seen = new ConcurrentHashMap<>();

  private volatile @Nullable Listener listener;
  private volatile @Nullable Program program;

  /** A place where the program can stop. */
  private final class Point implements AroundProbe {
    final int line;

    /** Null for none, else its condition; empty without one. */
    volatile @Nullable String breakpoint;

    Point(int line) {
      this.line = line;
    }

    @Override
    public @Nullable Object begun() {
      if (breakpoint != null || isWatching) {
        look(breakpoint);
      }
      return null;
    }

    @Override
    public void ended(@Nullable Object begun, @Nullable Throwable thrown) {
      if (thrown instanceof PyException e && (stopsAtRaised || stopsAtUncaught)) {
        raised(e);
      }
    }
  }

  void setListener(@Nullable Listener newListener) {
    listener = newListener;
  }

  void setProgram(Program running) {
    program = running;
  }

  @Nullable Kernel kernel() {
    Program running = program;
    return running == null ? null : running.kernel();
  }

  // ---- breakpoints ---------------------------------------------------------------------------

  @Override
  public Probe probe(CodeUnit code, Statement statement) {
    String file = code.source().name();
    Point point = new Point(statement.span().line());
    points.computeIfAbsent(file, name -> new CopyOnWriteArrayList<>()).add(point);
    Map<Integer, String> wanted = breakpoints.get(file);
    if (wanted != null) {
      point.breakpoint = wanted.get(point.line);
    }
    return point;
  }

  /**
   * Replaces the breakpoints of a file.
   *
   * @param conditions of the lines; empty for none
   */
  void setBreakpoints(String file, Map<Integer, String> conditions) {
    breakpoints.put(file, new TreeMap<>(conditions));
    for (Point point : points.getOrDefault(file, List.of())) {
      point.breakpoint = conditions.get(point.line);
    }
  }

  private void look(@Nullable String breakpoint) {
    Task task = Task.current();
    if (task == null || listener == null || stops.containsKey(task)) {
      return;
    }
    Reason reason = null;
    Stepping stepping = steps.get(task);
    if (pauses.remove(task) != null) {
      reason = Reason.PAUSE;
    } else if (breakpoint != null && holds(breakpoint, task)) {
      reason = Reason.BREAKPOINT;
    } else if (stepping != null && isThere(stepping, task.depth)) {
      reason = Reason.STEP;
    }
    if (reason != null) {
      stop(task, reason);
    }
  }

  /** Which exceptions stop the thread that raises them. */
  void setExceptions(boolean raised, boolean uncaught) {
    stopsAtRaised = raised;
    stopsAtUncaught = uncaught;
  }

  private void raised(PyException e) {
    Task task = Task.current();
    if (task == null || listener == null || stops.containsKey(task) || isKnown(e, task)) {
      return;
    }
    seen.put(task, e);
    boolean isWanted;
    if (stopsAtRaised) {
      isWanted = !Handlers.isEndOfIteration(e.value());
    } else {
      isWanted = Handlers.isUncaught(e.value(), task);
    }
    if (isWanted) {
      stop(task, Reason.EXCEPTION);
    }
  }

  private boolean isKnown(PyException e, Task task) {
    PyException last = seen.get(task);
    return last != null && last.value() == e.value();
  }

  /** The exception that the thread has stopped for, or null. */
  @Nullable PyException exceptionOf(Task task) {
    return seen.get(task);
  }

  private static boolean isThere(Stepping stepping, int depth) {
    return switch (stepping.step) {
      case IN -> true;
      case OVER -> depth <= stepping.depth;
      case OUT -> depth < stepping.depth;
    };
  }

  /** One that cannot be evaluated does not hold. */
  private static boolean holds(String condition, Task task) {
    if (condition.isBlank() || !(task.activation instanceof Activation frame)) {
      return true;
    }
    try {
      Object result = new Variables(0).evaluate("bool(" + condition + ")", frame).get("result");
      return "True".equals(result);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void stop(Task task, Reason reason) {
    Stop stop = new Stop(task, number(task));
    steps.remove(task);
    stops.put(task, stop);
    updateWatching();
    try {
      Listener told = listener;
      if (told != null) {
        told.stopped(stop, reason);
        stop.await();
      }
    } finally {
      stops.remove(task);
    }
  }

  private void updateWatching() {
    isWatching = !steps.isEmpty() || !pauses.isEmpty();
  }

  // ---- threads -------------------------------------------------------------------------------

  /** The number by which the client knows the thread. */
  int number(Task task) {
    return numbers.computeIfAbsent(task, key -> lastNumber.incrementAndGet());
  }

  /** Threads of all processes. */
  List<Task> tasks() {
    List<Task> all = new ArrayList<>();
    Kernel kernel = kernel();
    if (kernel != null) {
      for (KernelProcess process : kernel.processes()) {
        all.addAll(process.tasks());
      }
    }
    numbers.keySet().removeIf(Task::isDone);
    seen.keySet().removeIf(Task::isDone);
    return all;
  }

  @Nullable Task task(long number) {
    for (Map.Entry<Task, Integer> entry : numbers.entrySet()) {
      if (entry.getValue() == number) {
        return entry.getKey();
      }
    }
    return null;
  }

  /** The stop of a thread, or null while it runs. */
  @Nullable Stop stopOf(long number) {
    Task task = task(number);
    return task == null ? null : stops.get(task);
  }

  void pause(Task task) {
    pauses.put(task, true);
    updateWatching();
  }

  /** Lets a stopped thread go on, to the end of a step if one is given. */
  void resume(Stop stop, @Nullable Step step) {
    if (step != null) {
      steps.put(stop.task, new Stepping(step, stop.task.depth));
      updateWatching();
    }
    stop.goOn();
  }

  /** Nobody watches any more: all go on. */
  void detach() {
    listener = null;
    for (String file : breakpoints.keySet()) {
      setBreakpoints(file, Map.of());
    }
    steps.clear();
    pauses.clear();
    setExceptions(false, false);
    updateWatching();
    for (Stop stop : stops.values()) {
      stop.goOn();
    }
  }
}
