package org.pyconc.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks that were placed on it, one at a time, on one thread. Running code polls: {@code
 * if (task.attention) task.attend();} at loop back-edges and function entries.
 */
public final class Scheduler {
  private static final long SMALLEST_STACK = 1L << 20;

  /** Set when the running task should call {@link Task#attend()}. */
  private volatile boolean attention;

  /** The task that has to be told, as other threads see it. */
  private final AtomicReference<@Nullable Task> running = new AtomicReference<>();

  /** Set when the running task should call the kernel's sampler. */
  volatile boolean sampleWanted;

  final Kernel kernel;
  final TimerQueue timers = new TimerQueue();

  /** Live processes placed here, without the main one. */
  final AtomicInteger load = new AtomicInteger();

  /** The task whose code runs now, null in between. Scheduler thread only. */
  @Nullable Task current;

  /** Records a timeline, if anybody wants one. */
  final @Nullable TraceRecorder trace;

  /** See {@link TransferBuffer}. Scheduler thread only. */
  @Nullable ByteBuffer transferBuffer;

  private final int index;
  private final RunQueue ready = new RunQueue();

  /** Tasks that were made ready, and work posted, by other threads. */
  private final ConcurrentLinkedQueue<Object> inbox = new ConcurrentLinkedQueue<>();

  private volatile @Nullable Poller poller;
  private volatile @Nullable Thread thread;
  private volatile boolean idle;

  /** Set when tasks wait on another scheduler that may be taken from there. */
  private volatile boolean invited;

  /** How many tasks were taken out of the queue. Written by the scheduler thread only. */
  private long dispatched;

  /** What it was when the ticker last looked. */
  private long dispatchedBefore;

  /** How often something came from outside. Written by the scheduler thread only. */
  private volatile long activations;

  Scheduler(Kernel kernel, int index) {
    this.kernel = kernel;
    this.index = index;
    Tracer tracer = kernel.options().tracer();
    this.trace = tracer == null ? null : tracer.newRecorder();
  }

  /** The scheduler that runs on this thread, or null. */
  static @Nullable Scheduler current() {
    if (CarrierThread.current() instanceof SchedulerThread own) {
      return own.scheduler;
    }
    ThreadBinding binding = ThreadBinding.current();
    return binding == null ? null : binding.scheduler;
  }

  /** Polls on behalf of the current thread; does nothing outside a scheduler. */
  public static void poll() {
    Task task = Task.current();
    if (task != null && task.attention) {
      task.attend();
    }
  }

  /** Has the running task call {@link Task#attend()} soon. Any thread. */
  void wantAttention() {
    attention = true;
    // either this sees the task, or the one who made it run sees the wish
    Task task = running.get();
    if (task != null) {
      task.attention = true;
    }
  }

  public Kernel kernel() {
    return kernel;
  }

  /** The task that runs now. Meaningful on this scheduler's thread only. */
  public @Nullable Task currentTask() {
    return current;
  }

  /**
   * Lets others run, acts on interrupts and kills. To be called by a running task whose scheduler
   * wants attention.
   *
   * @throws KillSignal if the task was killed
   * @throws RuntimeException what the interrupt handler throws
   */
  void attend() {
    attention = false;
    catchUp();
    takeOver();
    Task task = current;
    if (task == null) {
      return;
    }
    if (sampleWanted) {
      sampleWanted = false;
      kernel.sample(task);
    }
    task.checkSignals();
    if (ready.size() > 0) {
      try {
        task.yieldSelf();
      } catch (PinnedException notHere) {
        // It goes on; the next tick tries again.
        return;
      }
      task.checkSignals();
    }
  }

  boolean hasReady() {
    return ready.size() > 0;
  }

  int readyCount() {
    return ready.size() + (idle ? 0 : 1);
  }

  // ---- sharing work --------------------------------------------------------------------------

  /** Whether its thread is the host's, which comes and goes: no process of others moves here. */
  boolean isLent() {
    return index < 0;
  }

  boolean isIdle() {
    return idle;
  }

  /**
   * How many tasks others may take: all if several wait, one if the running task has kept it
   * waiting since the last tick. Ticker thread only.
   */
  int surplus() {
    int waiting = ready.size();
    boolean hogged = dispatched == dispatchedBefore;
    dispatchedBefore = dispatched;
    return waiting == 1 && !hogged ? 0 : waiting;
  }

  /** Tells it that tasks wait elsewhere. Any thread. */
  void invite() {
    invited = true;
    wantAttention();
    if (idle) {
      rouse();
    }
  }

  /** Takes half of what the most crowded scheduler has more than this one. */
  private void takeOver() {
    if (!invited) {
      return;
    }
    invited = false;
    Scheduler crowded = kernel.mostCrowded(this);
    if (crowded == null) {
      return;
    }
    int more = crowded.readyCount() - readyCount();
    for (int count = (more + 1) / 2; count > 0; count--) {
      Task task = crowded.ready.moveOneTo(this);
      if (task == null) {
        return;
      }
      ready.add(task);
    }
  }

  /** Takes what other threads posted, and fires the timers that are due. */
  void catchUp() {
    for (Object posted = inbox.poll(); posted != null; posted = inbox.poll()) {
      countActivation();
      if (posted instanceof Task task) {
        ready.add(task);
      } else {
        runGuarded((Runnable) posted);
      }
    }
    if (timers.next() != Deadline.NEVER) {
      long now = System.nanoTime();
      if (timers.next() <= now) {
        countActivation();
        for (Timer due = timers.pollDue(now); due != null; due = timers.pollDue(now)) {
          runGuarded(due.work);
        }
      }
    }
    Poller channels = poller;
    if (channels != null) {
      channels.lookNowAndThen();
    }
  }

  /** Who waits for the channels of the tasks here; made at first use. */
  synchronized Poller poller() throws IOException {
    Poller known = poller;
    if (known != null) {
      return known;
    }
    if (kernel.isClosed()) {
      throw new ClosedChannelException();
    }
    Poller made = new Poller(this);
    poller = made;
    return made;
  }

  synchronized void closePoller() {
    if (poller != null) {
      poller.close();
    }
  }

  boolean isWatching() {
    Poller channels = poller;
    return channels != null && channels.isWatching();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  private void countActivation() {
    activations++;
  }

  private void runGuarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError thrown) {
      kernel.internalError(thrown);
    }
  }

  /** Queues a task whose state says that it is ready. Any thread. */
  void enqueue(Task task) {
    if (current() == this) {
      enqueueHere(task);
    } else {
      enqueueFromOutside(task);
    }
  }

  void enqueueFromOutside(Task task) {
    inbox.add(task);
    wakeUp();
  }

  void enqueueHere(Task task) {
    ready.add(task);
    if (current != null) {
      kernel.ticker.arm();
    }
  }

  /** Runs the work on this scheduler's thread: at once if this is it, else at its next poll. */
  void execute(Runnable work) {
    if (current() == this) {
      runGuarded(work);
    } else {
      inbox.add(work);
      wantAttention();
      wakeUp();
    }
  }

  /** Makes the scheduler look at its inbox and timers. */
  void wakeUp() {
    if (idle) {
      rouse();
    } else {
      kernel.ticker.arm();
    }
  }

  private void rouse() {
    LockSupport.unpark(thread);
    Poller channels = poller;
    if (channels != null) {
      channels.wakeUp();
    }
  }

  Timer schedule(long deadline, Runnable work) {
    Timer timer = timers.add(deadline, work);
    if (current() != this) {
      wakeUp();
    } else if (current != null) {
      kernel.ticker.arm(); // the running task may go on without a pause
    }
    return timer;
  }

  // ---- the loop ------------------------------------------------------------------------------

  /** Starts a thread of this scheduler's own, with a smaller stack if there is no room. */
  void startThread() {
    long stackSize = kernel.options().stackSize();
    while (true) {
      Thread made = makeThread(stackSize);
      thread = made;
      try {
        made.start();
        return;
      } catch (OutOfMemoryError noRoomForTheStack) {
        if (stackSize <= SMALLEST_STACK) {
          throw noRoomForTheStack;
        }
        stackSize /= 8;
      }
    }
  }

  private Thread makeThread(long stackSize) {
    ThreadMaker maker = kernel.options().threadMaker();
    String name = "scheduler-" + index;
    Thread made = maker == null ? null : maker.make(name, this::runBoundThread, stackSize);
    return made == null ? new SchedulerThread(name, this::runThread, stackSize, this, null) : made;
  }

  @Nullable Thread thread() {
    return thread;
  }

  private void runBoundThread() {
    ThreadBinding.bind(this, null);
    runThread();
  }

  private void runThread() {
    while (!kernel.isClosed()) {
      try {
        step();
      } catch (Throwable thrown) {
        // One broken task must not take the others with it.
        kernel.internalError(thrown);
      }
    }
    kernel.schedulerStopped(this);
  }

  /** Lends the calling thread to this scheduler until the task has ended. */
  void runUntilDone(Task task) {
    ThreadBinding before = ThreadBinding.bind(this, null);
    thread = Thread.currentThread();
    try {
      while (!task.isDone() && !kernel.isClosed()) {
        step();
      }
      if (kernel.isClosed()) {
        kernel.schedulerStopped(this);
      }
    } finally {
      thread = null;
      ThreadBinding.restore(before);
    }
  }

  /** Ends, on the calling thread, what is left here after the kernel was closed. */
  void endOnThisThread() {
    ThreadBinding before = ThreadBinding.bind(this, null);
    try {
      kernel.schedulerStopped(this);
    } finally {
      ThreadBinding.restore(before);
    }
  }

  private void step() {
    attention = false;
    catchUp();
    takeOver();
    Task task = ready.poll();
    if (task == null) {
      waitForWork();
    } else if (task.takeForRun()) {
      if (ready.size() > 0 || timers.next() != Deadline.NEVER || isWatching()) {
        kernel.ticker.arm();
      }
      TraceRecorder recorder = trace;
      if (recorder != null) {
        recorder.running(task);
      }
      dispatched++;
      current = task;
      running.set(task);
      if (attention || task.hasSignals()) {
        task.attention = true;
      }
      try {
        task.run(recorder);
      } finally {
        current = null;
        running.lazySet(null);
      }
    }
  }

  private void waitForWork() {
    idle = true;
    try {
      if (!inbox.isEmpty() || invited || kernel.isClosed()) {
        return;
      }
      long next = timers.next();
      if (next == Deadline.NEVER) {
        long grace = kernel.deadlocks.schedulerIdle(this);
        if (ready.size() > 0 || !inbox.isEmpty() || invited) {
          // The one who was told of a deadlock has resolved it.
          return;
        }
        park(grace);
      } else {
        long nanos = next - System.nanoTime();
        if (nanos > 0) {
          park(nanos);
        }
      }
    } finally {
      idle = false;
      Thread.interrupted();
    }
  }

  /** Sleeps until {@link #wakeUp()}, the end of the time, or a channel fires; 0 for no limit. */
  private void park(long nanos) {
    Poller channels = poller;
    if (channels != null && channels.isWatching()) {
      channels.await(nanos);
    } else if (nanos > 0) {
      LockSupport.parkNanos(this, nanos);
    } else {
      LockSupport.park(this);
    }
  }

  /** Whether no task is ready and no other thread has posted anything. */
  boolean hasNothingToDo() {
    return ready.size() == 0 && inbox.isEmpty() && !invited;
  }

  // ---- seen from other threads ---------------------------------------------------------------

  /** Whether nothing can happen here unless somebody else makes it happen. */
  boolean isQuiet() {
    return idle && inbox.isEmpty() && timers.next() == Deadline.NEVER;
  }

  long activations() {
    return activations;
  }

  boolean isBusy() {
    return !idle && thread != null;
  }

  /** Whether the running task keeps somebody waiting at this moment. */
  boolean isCrowded() {
    return ready.size() > 0 || !inbox.isEmpty();
  }
}
