package org.pyconc.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a process: a coroutine of scope {@link CoroutineScope#PROCESS} that lives on its
 * process's scheduler. The methods that wait act on the current task and must be called by it.
 */
public final class Task implements WaitSource {
  /** What a task is doing. */
  public enum State {
    NEW,
    READY,
    RUNNING,
    WAITING,
    DONE
  }

  private static final int NEW = 0;
  private static final int QUEUED = 1;
  private static final int RUNNING = 2;

  /** Running, and the next park returns at once. */
  private static final int NOTIFIED = 3;

  /** On its way off the scheduler's thread: nobody else may run it yet. */
  private static final int PARKING = 4;

  /** Woken while it was parking: goes back into the queue. */
  private static final int WOKEN = 5;

  /** On its way back into the queue. */
  private static final int YIELDING = 6;

  private static final int PARKED = 7;
  private static final int DONE = 8;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Task.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Set when the running code should call {@link #attend()}. */
  public volatile boolean attention;

  /** The language's own state of this thread. */
  public @Nullable Object attachment;

  /** The language's innermost piece of interpreted code. */
  public @Nullable Object activation;

  /** The language's innermost generator that runs without the ones that wait for it. */
  public @Nullable Object chain;

  /** Where compiled code is making something, and the recursion depth of that code. */
  public @Nullable Object making;

  public int makingDepth;

  /** The language's recursion counter. */
  public int depth;

  /** Up to this depth no limit has to be looked up. */
  public int surelyAllowed = 50;

  /** After calls at a smaller depth than this the language looks for what is left to finalize. */
  public int finalizeBelow;

  /** Changes only while the task is neither running nor about to be, see {@link Migration}. */
  private volatile Scheduler scheduler;

  private final KernelProcess process;
  private final String name;
  private final int number;
  private final Runnable body;
  private @Nullable Coroutine coroutine;
  private volatile int state = NEW;

  private volatile @Nullable TaskWaiter waiting;

  /** Takes waits in the task's place, and those that it has taken. */
  private @Nullable WaitDelegate delegate;

  private volatile @Nullable Set<TaskWaiter> delegated;
  private volatile boolean killed;
  private volatile boolean interrupted;

  /** Guarded by this. */
  private @Nullable ArrayDeque<Object> interrupts;

  /** Made when it first wakes a task of another scheduler. Its own thread only. */
  private @Nullable WakeHabit wakeHabit;

  private @Nullable Throwable failure;
  private volatile @Nullable WaitQueue joiners;
  private boolean service;

  /** Whether it has ever held something that others may wait for. */
  private boolean hasHeld;

  private volatile @Nullable Origin placeOfDeath;

  /** Its line of the timeline, if there is one, and that of its greenlet that runs. */
  @Nullable Lane ownLane;

  @Nullable Lane lane;

  /** When it was last woken, if there is a timeline. */
  long readySince;

  Task(KernelProcess process, String name, int number, Runnable body) {
    this.process = process;
    this.scheduler = process.scheduler();
    this.name = name;
    this.number = number;
    this.body = body;
    TraceRecorder recorder = TraceRecorder.current();
    if (recorder != null) {
      recorder.made(this);
    }
  }

  /** The task that runs on this thread, or null outside a kernel. A few loads. */
  public static @Nullable Task current() {
    Scheduler scheduler = Scheduler.current();
    return scheduler == null ? null : scheduler.current;
  }

  /** The task that runs on this thread. */
  public static Task require() {
    Task task = current();
    if (task == null) {
      throw new IllegalStateException("not inside a task");
    }
    return task;
  }

  public KernelProcess process() {
    return process;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  public String name() {
    return name;
  }

  /** 0 for the main task, then 1, 2, ... within the process. */
  public int number() {
    return number;
  }

  public boolean isMain() {
    return number == 0;
  }

  public boolean isDone() {
    return state == DONE;
  }

  public State state() {
    return switch (state) {
      case NEW -> State.NEW;
      case QUEUED, YIELDING -> State.READY;
      case RUNNING, NOTIFIED -> State.RUNNING;
      case PARKING, WOKEN, PARKED -> State.WAITING;
      default -> State.DONE;
    };
  }

  /** What the body threw, other than {@link KillSignal}. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** A service task may wait for ever: it does not count as deadlocked. */
  public void setService(boolean service) {
    this.service = service;
  }

  boolean isService() {
    return service;
  }

  /** Makes the new task ready. Does nothing if it was started or its process has ended. */
  public void start() {
    if (STATE.compareAndSet(this, NEW, QUEUED)) {
      scheduler.enqueue(this);
    }
  }

  // ---- parking -------------------------------------------------------------------------------

  /**
   * Suspends the current task until {@link #unpark()}. An unpark that came since the last park is
   * not lost. May return for no reason: look at the condition again.
   *
   * @throws KillSignal if the task was killed
   */
  public static void park() {
    require().parkSelf();
  }

  private void parkSelf() {
    if (killed) {
      throw new KillSignal();
    }
    if (!STATE.compareAndSet(this, RUNNING, PARKING)) {
      STATE.compareAndSet(this, NOTIFIED, RUNNING);
      return;
    }
    if (wakeHabit != null) {
      wakeHabit.parks();
    }
    suspend();
  }

  /** Gives the other ready tasks of this scheduler their turn. */
  public static void yieldNow() {
    Task task = require();
    Scheduler scheduler = task.scheduler;
    scheduler.catchUp();
    if (scheduler.hasReady()) {
      task.yieldSelf();
    }
    task.checkSignals();
  }

  void yieldSelf() {
    int before = (int) STATE.getAndSet(this, YIELDING);
    suspend();
    if (before == NOTIFIED) {
      STATE.compareAndSet(this, RUNNING, NOTIFIED);
    }
  }

  private void suspend() {
    try {
      Coroutine.suspend(CoroutineScope.PROCESS);
    } catch (PinnedException pinned) {
      state = RUNNING;
      throw pinned;
    }
    if (killed) {
      throw new KillSignal();
    }
  }

  /** Wakes the task if it is parked; otherwise its next park returns at once. Any thread. */
  public void unpark() {
    while (true) {
      int now = state;
      if (now == PARKED) {
        if (STATE.compareAndSet(this, PARKED, QUEUED)) {
          if (scheduler.trace != null) {
            readySince = System.nanoTime();
          }
          Migration.place(this);
          return;
        }
      } else if (now == RUNNING) {
        if (STATE.compareAndSet(this, RUNNING, NOTIFIED)) {
          return;
        }
      } else if (now != PARKING || STATE.compareAndSet(this, PARKING, WOKEN)) {
        return;
      }
    }
  }

  /** The scheduler took this task out of its queue. False if it must not run. */
  boolean takeForRun() {
    return STATE.compareAndSet(this, QUEUED, RUNNING);
  }

  /** Whether it stands in a queue and nobody runs it. */
  boolean isQueued() {
    return state == QUEUED;
  }

  /** Whether its code has begun to run, so that its stack belongs to a thread. */
  boolean isBorn() {
    return coroutine != null;
  }

  WakeHabit wakeHabit() {
    WakeHabit habit = wakeHabit;
    if (habit == null) {
      habit = new WakeHabit();
      wakeHabit = habit;
    }
    return habit;
  }

  void setScheduler(Scheduler other) {
    scheduler = other;
  }

  // ---- running -------------------------------------------------------------------------------

  /**
   * Runs until the task suspends or ends. Called by the scheduler.
   *
   * @param recorder notes that it has stopped, before another thread can take it
   */
  void run(@Nullable TraceRecorder recorder) {
    Coroutine running = coroutine;
    if (running == null) {
      running =
          switch (scheduler.kernel.coroutines()) {
            case CONTINUATIONS -> new ContinuationCoroutine(CoroutineScope.PROCESS, this::runBody);
            case THREADS -> ThreadCoroutine.createFor(scheduler, this::runBody);
          };
      coroutine = running;
    }
    running.resume();
    if (running.isDone()) {
      coroutine = null;
      finish();
      if (recorder != null) {
        recorder.stopped(this);
      }
    } else {
      if (recorder != null) {
        recorder.stopped(this);
      }
      suspended();
    }
  }

  /** It has left the scheduler's thread: from now on another one may take it. */
  private void suspended() {
    if (!STATE.compareAndSet(this, PARKING, PARKED)) {
      state = QUEUED;
      scheduler.enqueueHere(this);
    }
  }

  private void runBody() {
    try {
      body.run();
    } catch (KillSignal signal) {
      // It has unwound, as it should.
    } catch (Throwable thrown) {
      failure = thrown;
    }
  }

  private void finish() {
    abandonWaits();
    if (state == DONE) {
      return;
    }
    state = DONE;
    process.taskEnded(this);
    WaitQueue waiters = joiners;
    if (waiters != null) {
      waiters.wakeAll();
    }
  }

  private void abandonWaits() {
    for (TaskWaiter left = waiting; left != null; left = left.outer) {
      left.abandon();
    }
    waiting = null;
    for (TaskWaiter left : delegatedWaits()) {
      left.abandon();
    }
    delegated = null;
  }

  /**
   * Ends a suspended task on its scheduler's thread: it never runs again.
   *
   * @return false if it is running and must unwind by itself
   */
  boolean dropIfSuspended() {
    if (state == DONE) {
      return true;
    }
    if (hasHeld) {
      died();
    }
    killed = true;
    if (scheduler.current == this) {
      scheduler.wantAttention();
      return false;
    }
    TraceRecorder recorder = scheduler.trace;
    if (recorder != null) {
      recorder.dropped(this);
    }
    abandonWaits();
    state = DONE;
    Coroutine suspended = coroutine;
    coroutine = null;
    if (suspended instanceof ThreadCoroutine) {
      Task before = scheduler.current;
      scheduler.current = this;
      suspended.drop();
      scheduler.current = before;
    }
    WaitQueue waiters = joiners;
    if (waiters != null) {
      waiters.wakeAll();
    }
    return true;
  }

  /** It has taken something that others may wait for. */
  void setHolder() {
    hasHeld = true;
  }

  /** Notes where it is when it is ended. */
  private void died() {
    Function<Task, @Nullable Origin> finder = scheduler.kernel.options().placeOf();
    if (finder != null && placeOfDeath == null) {
      diedAt(finder.apply(this));
    }
  }

  /** Says where the code was that ended it. */
  public void diedAt(@Nullable Origin place) {
    placeOfDeath = place;
  }

  /** Where the code was that ended it before its time, if that is known. */
  public @Nullable Origin placeOfDeath() {
    return placeOfDeath;
  }

  // ---- signals -------------------------------------------------------------------------------

  /** Ends the task; the process goes on unless this is its main task. Any thread. */
  public void kill() {
    killed = true;
    process.execute(
        () -> {
          if (state != DONE && dropIfSuspended()) {
            process.taskEnded(this);
          }
        });
  }

  boolean hasSignals() {
    return killed || interrupted;
  }

  /**
   * Hands the task a reason (Ctrl-C, a signal). A waiting task wakes, a running one sees it at its
   * next poll; see {@link InterruptHandler}. Any thread.
   */
  public void interrupt(Object reason) {
    synchronized (this) {
      if (interrupts == null) {
        interrupts = new ArrayDeque<>(2);
      }
      interrupts.add(reason);
      interrupted = true;
    }
    scheduler.wantAttention();
    unpark();
  }

  /**
   * Lets others run, acts on interrupts and kills. To be called by the running task where {@link
   * #attention} is set.
   *
   * @throws KillSignal if the task was killed
   * @throws RuntimeException what the interrupt handler throws
   */
  public void attend() {
    attention = false;
    scheduler.attend();
  }

  /** Acts on a pending kill and on pending interrupts, in the current task. */
  void checkSignals() {
    if (killed) {
      throw new KillSignal();
    }
    while (interrupted) {
      Object reason;
      synchronized (this) {
        reason = interrupts == null ? null : interrupts.poll();
        interrupted = interrupts != null && !interrupts.isEmpty();
      }
      if (reason == null) {
        return;
      }
      InterruptHandler handler = scheduler.kernel.options().interruptHandler();
      if (handler == null) {
        throw new InterruptedWait(reason);
      }
      handler.interrupted(this, reason);
    }
  }

  // ---- waiting -------------------------------------------------------------------------------

  /**
   * Waits for the given time. Interrupts that the handler accepts do not shorten it.
   *
   * @param nanos not positive: only lets others run
   */
  public static void sleep(long nanos) {
    if (nanos <= 0) {
      yieldNow();
      return;
    }
    Task task = require();
    long deadline = Deadline.after(nanos);
    task.block(new TaskWaiter(task), deadline);
  }

  /**
   * Waits until the condition holds. Whoever makes it true must wake the queue afterwards.
   *
   * @return false if the deadline came first
   */
  public static boolean await(WaitQueue queue, BooleanSupplier ready, long deadline) {
    return awaitAny(List.of(queue), ready, deadline);
  }

  /**
   * Waits until the condition holds, looking again whenever one of the queues is woken. The task
   * joins them as one who takes nothing, so it does not steal the turn of another.
   *
   * @return false if the deadline came first
   */
  public static boolean awaitAny(List<WaitQueue> queues, BooleanSupplier ready, long deadline) {
    Task task = require();
    while (!ready.getAsBoolean()) {
      if (Deadline.isPast(deadline)) {
        passTurn();
        return ready.getAsBoolean();
      }
      TaskWaiter wait = new TaskWaiter(task);
      WaitNode[] nodes = new WaitNode[queues.size()];
      for (int i = 0; i < nodes.length; i++) {
        nodes[i] = queues.get(i).add(wait, false);
      }
      wait.more = nodes;
      boolean already;
      try {
        already = ready.getAsBoolean();
      } catch (Throwable thrown) {
        wait.leave();
        throw thrown;
      }
      if (already) {
        wait.leave();
        return true;
      }
      task.block(wait, deadline);
      if (task.interrupted) {
        task.checkSignals(); // it came together with what was waited for
      }
    }
    return true;
  }

  /** Joins the queue as one who takes what it is woken for. To be followed by block. */
  TaskWaiter prepare(WaitQueue queue) {
    TaskWaiter wait = new TaskWaiter(this);
    wait.node = queue.add(wait, true);
    return wait;
  }

  /** The same, in front of all others. */
  TaskWaiter prepareFirst(WaitQueue queue) {
    TaskWaiter wait = new TaskWaiter(this);
    wait.node = queue.addFirst(wait);
    return wait;
  }

  /**
   * Sleeps until the wait is settled. After it the waiter stands in no queue. Interrupts are
   * handled in the middle, without giving up the place in the queues.
   *
   * @return the node that was woken, or TIMEOUT
   */
  Object block(TaskWaiter wait, long deadline) {
    return block(wait, deadline, true);
  }

  /**
   * Waits without a limit, and leaves interrupts for the next poll; what comes out of a delegate is
   * the waiter's {@code deferred}.
   */
  Object blockUninterruptibly(TaskWaiter wait) {
    return block(wait, Deadline.NEVER, false);
  }

  /**
   * The running code asks for something and does not want to wait. A delegate lets other code of
   * the task run: who asks again and again would keep it from making true what is asked for.
   */
  public static void passTurn() {
    Task task = current();
    WaitDelegate through = task == null ? null : task.delegate;
    if (through != null && through.takesWaits()) {
      through.passTurn();
    }
  }

  /** Who owns a recursive lock that the running code of this task takes. */
  Object lockOwner() {
    WaitDelegate through = delegate;
    return through == null ? this : through.owner(this);
  }

  /** Has waits of this task done by a delegate, which may let other code of the task run. */
  public void setWaitDelegate(@Nullable WaitDelegate newDelegate) {
    delegate = newDelegate;
    if (delegated == null) {
      delegated = ConcurrentHashMap.newKeySet();
    }
  }

  /** Waits without suspending the task. */
  private Object blockThrough(
      WaitDelegate through, TaskWaiter wait, long deadline, boolean interruptible) {
    Object outcome;
    Set<TaskWaiter> all = delegatedWaits();
    all.add(wait);
    try {
      if (killed) {
        throw new KillSignal();
      }
      if (deadline != Deadline.NEVER && wait.outcome() == null) {
        wait.timer = scheduler.timers.add(deadline, wait);
      }
      Lane paused = lane;
      if (paused != null) {
        paused.delegated = wait;
      }
      while ((outcome = wait.outcome()) == null) {
        if (interruptible) {
          through.await(wait);
        } else {
          awaitDeferring(through, wait);
        }
      }
      if (paused != null) {
        paused.delegated = null;
      }
    } catch (Throwable thrown) {
      all.remove(wait);
      wait.abandon();
      throw thrown;
    }
    all.remove(wait);
    wait.leave();
    return outcome;
  }

  private static void awaitDeferring(WaitDelegate through, TaskWaiter wait) {
    try {
      through.await(wait);
    } catch (KillSignal signal) {
      throw signal;
    } catch (Throwable thrown) {
      if (wait.deferred == null) {
        wait.deferred = thrown;
      }
    }
  }

  private Object block(TaskWaiter wait, long deadline, boolean interruptible) {
    WaitDelegate through = delegate;
    if (through != null && through.takesWaits()) {
      return blockThrough(through, wait, deadline, interruptible);
    }
    TaskWaiter outer = waiting;
    Object outcome;
    wait.outer = outer;
    try {
      waiting = wait;
      if (killed) {
        throw new KillSignal();
      }
      if (deadline != Deadline.NEVER && wait.outcome() == null) {
        wait.timer = scheduler.timers.add(deadline, wait);
      }
      while ((outcome = wait.outcome()) == null) {
        if (interruptible && interrupted) {
          checkSignals();
        } else {
          parkSelf();
        }
      }
    } catch (Throwable thrown) {
      waiting = outer;
      wait.abandon();
      throw thrown;
    }
    waiting = outer;
    wait.leave();
    return outcome;
  }

  /** The waits that a delegate has taken, for the deadlock report. */
  Set<TaskWaiter> delegatedWaits() {
    Set<TaskWaiter> all = delegated;
    return all == null ? Set.of() : all;
  }

  /** Looks at the stack of a suspended task; null if it cannot be seen. */
  public @Nullable StackWalker stackWalker(Set<StackWalker.Option> options) {
    Coroutine own = coroutine;
    return own == null ? null : own.stackWalker(options);
  }

  /** The current wait, for the deadlock report. */
  @Nullable TaskWaiter waiting() {
    return waiting;
  }

  /**
   * Waits until this task has ended.
   *
   * @return false if the deadline came first
   */
  public boolean join(long deadline) {
    if (isDone()) {
      return true;
    }
    return await(exitQueue(), this::isDone, deadline);
  }

  /** Woken when the task ends. */
  public synchronized WaitQueue exitQueue() {
    WaitQueue queue = joiners;
    if (queue == null) {
      queue = new WaitQueue(this);
      joiners = queue;
    }
    return queue;
  }

  @Override
  public String describe() {
    return "end of thread " + name + " of process " + process.name();
  }

  @Override
  public List<Task> holders() {
    return isDone() ? List.of() : List.of(this);
  }

  @Override
  public String toString() {
    return "Task[" + process.name() + "/" + name + " " + state() + "]";
  }
}
