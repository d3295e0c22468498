package org.pyconc.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A process: tasks on one scheduler, open handles, children, an exit code. Ends when its main task
 * ends, or by {@link #terminate}, {@link #kill} or {@link #exit}. As long as it has one task only
 * it may move to another scheduler between two runs of it.
 */
public final class KernelProcess implements WaitSource {
  /** What has become of the process. */
  public enum State {
    NEW,
    ALIVE,
    /** Its last task unwinds. */
    ENDING,
    ENDED
  }

  /** The signal that no handler can catch. */
  public static final int SIGKILL = 9;

  /** The usual signal to end a process. */
  public static final int SIGTERM = 15;

  /** The reason with which a caught signal interrupts the main task. */
  public record Signal(int number) {}

  /** Which signals the language wants to handle itself. Called on any thread. */
  @FunctionalInterface
  public interface SignalFilter {
    boolean handles(int signal);
  }

  /** The language's state of this process. */
  public volatile @Nullable Object attachment;

  private final Kernel kernel;
  private volatile Scheduler scheduler;
  private final int pid;
  private final Supplier<String> firstName;
  private volatile @Nullable String name;
  private final @Nullable KernelProcess parent;
  private final Task main;
  private volatile State state = State.NEW;
  private volatile Task signalTarget;
  private volatile @Nullable SignalFilter signalFilter;

  private volatile @Nullable Runnable childListener;

  // Links of the parent's list of children, guarded by the parent.
  private @Nullable KernelProcess olderSibling;
  private @Nullable KernelProcess youngerSibling;

  // All below guarded by this.
  /** Whether it stays on its scheduler for the rest of its life. */
  private boolean settled;

  private @Nullable List<Task> threads;
  private int threadNumber;
  private Handle @Nullable [] handles;
  private int handleCount;
  private @Nullable KernelProcess lastChild;
  private @Nullable List<Consumer<KernelProcess>> listeners;
  private @Nullable List<ThreadCoroutine> coroutines;
  private @Nullable WaitQueue exitQueue;
  private boolean closing;
  private boolean exitCodeSet;
  private int exitCode;

  KernelProcess(Kernel kernel, Scheduler scheduler, int pid, ProcessSpec spec) {
    this.kernel = kernel;
    this.scheduler = scheduler;
    this.pid = pid;
    this.firstName = spec.name();
    this.parent = spec.parent();
    this.attachment = spec.attachment();
    this.main = new Task(this, "MainThread", 0, spec.main());
    this.signalTarget = main;
    if (parent != null) {
      parent.addChild(this);
    }
  }

  /** The process of the running task, or null. */
  public static @Nullable KernelProcess current() {
    Task task = Task.current();
    return task == null ? null : task.process();
  }

  public Kernel kernel() {
    return kernel;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  /** The kernel's own number; the main process has the JVM's pid. */
  public int pid() {
    return pid == 0 ? kernel.mainPid() : pid;
  }

  public String name() {
    String known = name;
    if (known == null) {
      known = firstName.get();
      name = known;
    }
    return known;
  }

  public void setName(String name) {
    this.name = name;
  }

  public @Nullable KernelProcess parent() {
    return parent;
  }

  public State state() {
    return state;
  }

  public boolean isAlive() {
    State now = state;
    return now == State.ALIVE || now == State.ENDING;
  }

  public boolean hasEnded() {
    return state == State.ENDED;
  }

  /** Makes the main task ready. */
  public void start() {
    synchronized (this) {
      if (state != State.NEW) {
        return;
      }
      state = State.ALIVE;
    }
    main.start();
  }

  /** A process whose main task is not run by {@link #start()} but task by task (embedding). */
  void startWithoutMain() {
    synchronized (this) {
      settled = true;
      state = State.ALIVE;
    }
  }

  // ---- tasks ---------------------------------------------------------------------------------

  public Task mainTask() {
    return main;
  }

  /** A further thread of this process; to be started. */
  public Task newTask(String taskName, Runnable body) {
    synchronized (this) {
      settled = true;
      Task task = new Task(this, taskName, ++threadNumber, body);
      if (threads == null) {
        threads = new ArrayList<>(2);
      }
      threads.add(task);
      return task;
    }
  }

  /** The main task and all others that have not ended. */
  public synchronized List<Task> tasks() {
    List<Task> all = new ArrayList<>();
    if (!main.isDone()) {
      all.add(main);
    }
    if (threads != null) {
      all.addAll(threads);
    }
    return all;
  }

  /** A task ended by itself or was dropped alone. Scheduler thread. */
  void taskEnded(Task task) {
    synchronized (this) {
      if (threads != null) {
        threads.remove(task);
      }
    }
    Throwable failure = task.failure();
    if (failure != null) {
      kernel.uncaught(task, failure);
    }
    if (task == main || state == State.ENDING) {
      end(failure == null ? 0 : 1);
    }
  }

  // ---- the end -------------------------------------------------------------------------------

  /** Sets the code with which the process will end. The first one set stays. */
  public synchronized void setExitCode(int code) {
    if (!exitCodeSet) {
      exitCodeSet = true;
      exitCode = code;
    }
  }

  /** The exit code, or minus the signal that ended it; empty while it lives. */
  public synchronized OptionalInt exitCode() {
    return state == State.ENDED ? OptionalInt.of(exitCode) : OptionalInt.empty();
  }

  /** Ends the process with that code, whatever its tasks are doing. Any thread. */
  public void exit(int code) {
    execute(() -> end(code));
  }

  /** Does the work on the scheduler's thread. From then on the process stays there. */
  void execute(Runnable work) {
    Scheduler home = scheduler;
    home.execute(
        () -> {
          if (settle(home)) {
            work.run();
          } else {
            execute(work);
          }
        });
  }

  private synchronized boolean settle(Scheduler home) {
    if (scheduler != home) {
      return false;
    }
    settled = true;
    return true;
  }

  /**
   * Moves the process, whose only task stands in no queue, to another scheduler.
   *
   * @return false if it must stay where it is
   */
  synchronized boolean moveTo(Scheduler other) {
    if (settled || state != State.ALIVE || kernel.isClosed()) {
      return false;
    }
    Scheduler before = scheduler;
    scheduler = other;
    main.setScheduler(other);
    if (pid != 0) {
      before.load.decrementAndGet();
      other.load.incrementAndGet();
    }
    return true;
  }

  /** As the signal SIGKILL: exit code -9. */
  public void kill() {
    exit(-SIGKILL);
  }

  /**
   * Sends a signal. One that the language handles interrupts the main task with a {@link Signal};
   * any other ends the process with exit code minus the signal. Any thread.
   */
  public void terminate(int signal) {
    SignalFilter filter = signalFilter;
    if (signal != SIGKILL && filter != null && filter.handles(signal)) {
      interrupt(new Signal(signal));
    } else {
      exit(-signal);
    }
  }

  /** Hands a reason to the task that handles signals: the main one. Any thread. */
  public void interrupt(Object reason) {
    signalTarget.interrupt(reason);
  }

  void setSignalTarget(Task task) {
    signalTarget = task;
  }

  public void setSignalFilter(@Nullable SignalFilter filter) {
    signalFilter = filter;
  }

  /** On the scheduler's thread. Drops all tasks; the running one, if it is ours, unwinds first. */
  private void end(int code) {
    if (state == State.ENDED) {
      return;
    }
    setExitCode(code);
    state = State.ENDING;
    boolean unwinding = false;
    for (Task task : tasks()) {
      unwinding |= !task.dropIfSuspended();
    }
    if (!unwinding) {
      complete();
    }
  }

  private void complete() {
    Handle[] open;
    int openCount;
    List<Consumer<KernelProcess>> told;
    List<ThreadCoroutine> carried;
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      open = handles;
      openCount = handleCount;
      handles = null;
      handleCount = 0;
      carried = coroutines;
      coroutines = null;
      threads = null;
    }
    if (carried != null) {
      dropCoroutines(carried);
    }
    if (attachment instanceof LastAct act) {
      try {
        act.processEnds();
      } catch (RuntimeException thrown) {
        kernel.internalError(thrown);
      }
    }
    if (open != null) {
      for (int i = 0; i < openCount; i++) {
        open[i].closeObject();
      }
    }
    // Whoever sees that it has ended finds no trace of it.
    if (parent != null) {
      parent.removeChild(this);
    }
    kernel.remove(this);
    WaitQueue waiting;
    synchronized (this) {
      state = State.ENDED;
      told = listeners;
      listeners = null;
      waiting = exitQueue;
    }
    kernel.ended(this);
    TraceRecorder recorder = scheduler.trace;
    if (recorder != null) {
      recorder.ended(this, exitCode());
    }
    if (waiting != null) {
      waiting.wakeAll();
    }
    if (told != null) {
      for (Consumer<KernelProcess> listener : told) {
        tell(listener);
      }
    }
    if (parent != null) {
      parent.childEnded();
    }
  }

  private void dropCoroutines(List<ThreadCoroutine> carried) {
    Task before = scheduler.current;
    scheduler.current = main;
    for (ThreadCoroutine coroutine : carried) {
      coroutine.drop();
    }
    scheduler.current = before;
  }

  private void tell(Consumer<KernelProcess> listener) {
    try {
      listener.accept(this);
    } catch (RuntimeException thrown) {
      kernel.internalError(thrown);
    }
  }

  /** Has the listener called, on any thread, whenever a child has ended; null for nobody. */
  public void onEndOfChildren(@Nullable Runnable listener) {
    childListener = listener;
  }

  /** A child, which may be a program of the host, has ended. Any thread. */
  public void childEnded() {
    Runnable listener = childListener;
    if (listener != null) {
      listener.run();
    }
  }

  /** Tells the listener on the scheduler's thread when the process has ended; at once if it has. */
  public void onExit(Consumer<KernelProcess> listener) {
    synchronized (this) {
      if (state != State.ENDED) {
        if (listeners == null) {
          listeners = new ArrayList<>(2);
        }
        listeners.add(listener);
        return;
      }
    }
    tell(listener);
  }

  /** Woken when the process has ended. */
  public synchronized WaitQueue exitQueue() {
    WaitQueue queue = exitQueue;
    if (queue == null) {
      queue = new WaitQueue(this);
      exitQueue = queue;
    }
    return queue;
  }

  /**
   * Lets the current task wait until this process has ended.
   *
   * @return false if the deadline came first
   */
  public boolean join(long deadline) {
    return hasEnded() || Task.await(exitQueue(), this::hasEnded, deadline);
  }

  // ---- handles, children ---------------------------------------------------------------------

  /** False if the process is over. */
  synchronized boolean add(Handle handle) {
    if (closing) {
      return false;
    }
    Handle[] all = handles;
    if (all == null) {
      all = new Handle[2];
      handles = all;
    } else if (handleCount == all.length) {
      all = Arrays.copyOf(all, handleCount * 2);
      handles = all;
    }
    handle.index = handleCount;
    all[handleCount++] = handle;
    return true;
  }

  synchronized void remove(Handle handle) {
    Handle[] all = handles;
    int index = handle.index;
    if (all == null || index < 0) {
      return;
    }
    Handle last = all[--handleCount];
    all[index] = last;
    last.index = index;
    clear(all, handleCount);
    handle.index = -1;
  }

  @SuppressWarnings("NullAway") // slots above the count are null
  private static void clear(Handle[] all, int index) {
    all[index] = null;
  }

  /** The open handles. */
  public synchronized List<Handle> handles() {
    List<Handle> all = new ArrayList<>();
    if (handles != null) {
      for (int i = 0; i < handleCount; i++) {
        all.add(handles[i]);
      }
    }
    return all;
  }

  private synchronized void addChild(KernelProcess child) {
    KernelProcess last = lastChild;
    child.olderSibling = last;
    if (last != null) {
      last.youngerSibling = child;
    }
    lastChild = child;
  }

  private synchronized void removeChild(KernelProcess child) {
    KernelProcess older = child.olderSibling;
    KernelProcess younger = child.youngerSibling;
    if (older != null) {
      older.youngerSibling = younger;
    }
    if (younger != null) {
      younger.olderSibling = older;
    } else {
      lastChild = older;
    }
    child.olderSibling = null;
    child.youngerSibling = null;
  }

  /** The children that have not ended, in the order of their creation. */
  public synchronized List<KernelProcess> children() {
    List<KernelProcess> all = new ArrayList<>();
    for (KernelProcess child = lastChild; child != null; child = child.olderSibling) {
      all.add(child);
    }
    Collections.reverse(all);
    return all;
  }

  synchronized void adopt(ThreadCoroutine coroutine) {
    if (coroutines == null) {
      coroutines = new ArrayList<>();
    }
    coroutines.add(coroutine);
  }

  synchronized void disown(ThreadCoroutine coroutine) {
    if (coroutines != null) {
      coroutines.remove(coroutine);
    }
  }

  @Override
  public String describe() {
    return "end of process " + name() + " (pid " + pid() + ")";
  }

  @Override
  public List<Task> holders() {
    return hasEnded() ? List.of() : List.of(main);
  }

  @Override
  public String toString() {
    return "Process[" + pid() + " " + name() + " " + state + "]";
  }
}
