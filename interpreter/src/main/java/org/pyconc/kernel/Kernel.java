package org.pyconc.kernel;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs processes on a few scheduler threads. Everything hangs on an instance, so several kernels
 * can live in one JVM.
 */
public final class Kernel implements AutoCloseable {
  /** By how many tasks two busy schedulers may differ. */
  private static final int WORTH_MOVING = 4;

  /** How long {@link #close} waits for threads that are in the middle of something. */
  private static final int CLOSING_MILLIS = 400;

  final Ticker ticker;
  final DeadlockDetector deadlocks;
  private final KernelOptions options;
  private final HostCalls hostCalls;
  private final Probes probes = new Probes();
  private final ConcurrentHashMap<Integer, KernelProcess> table = new ConcurrentHashMap<>();
  private final CountDownLatch mainEnded = new CountDownLatch(1);
  private final ReentrantLock hostEntry = new ReentrantLock();
  private final AtomicReference<@Nullable KernelProcess> main = new AtomicReference<>();
  private volatile boolean closed;
  private volatile @Nullable Consumer<Task> sampler;

  /** The schedulers in use; the array is replaced, never changed. Written under the monitor. */
  private volatile List<Scheduler> schedulers = List.of();

  // Guarded by this.
  private int ownSchedulers;
  private int nextPid;
  private @Nullable Scheduler hostScheduler;
  private int jvmPid;
  private @Nullable Cleaner cleaner;

  public Kernel(KernelOptions options) {
    this.options = options;
    this.ticker = new Ticker(this, options.timeSliceNanos());
    this.deadlocks = new DeadlockDetector(this, options.onDeadlock(), options.deadlockGraceNanos());
    this.hostCalls = new HostCalls(this);
  }

  public KernelOptions options() {
    return options;
  }

  CoroutineFactory coroutines() {
    return options.coroutines();
  }

  /** Does things, on a thread of its own, when objects are found to be garbage. */
  public synchronized Cleaner cleaner() {
    Cleaner known = cleaner;
    if (known == null) {
      known = Cleaner.create();
      cleaner = known;
    }
    return known;
  }

  synchronized boolean watchesGarbage() {
    return cleaner != null;
  }

  public HostCalls hostCalls() {
    return hostCalls;
  }

  Probes probes() {
    return probes;
  }

  /** Who waits for channels on behalf of the running code. */
  Poller poller() throws IOException {
    Scheduler here = Scheduler.current();
    return (here != null && here.kernel == this ? here : schedulers.getFirst()).poller();
  }

  List<Scheduler> schedulers() {
    return schedulers;
  }

  // ---- processes -----------------------------------------------------------------------------

  /** Creates and starts a process on the least loaded scheduler. */
  public KernelProcess spawn(ProcessSpec spec) {
    KernelProcess process = create(spec);
    process.start();
    return process;
  }

  /**
   * Creates a process that is to be started later, so that handles can be opened for it before. The
   * first one is the main process.
   */
  public KernelProcess create(ProcessSpec spec) {
    return create(spec, placeForNew());
  }

  private KernelProcess create(ProcessSpec spec, Scheduler scheduler) {
    if (closed) {
      throw new IllegalStateException("kernel is closed");
    }
    boolean first = main.get() == null;
    int pid = first ? 0 : newPid();
    KernelProcess process = new KernelProcess(this, scheduler, pid, spec);
    if (first && !main.compareAndSet(null, process)) {
      throw new IllegalStateException("two threads create the main process");
    }
    if (!first) {
      scheduler.load.incrementAndGet();
    }
    table.put(pid, process);
    if (closed) {
      process.kill();
    }
    return process;
  }

  /** The number of another process. */
  public synchronized int newPid() {
    if (nextPid == 0) {
      nextPid = options.firstPid() > 0 ? options.firstPid() : mainPid() + 1;
    }
    int pid = nextPid++;
    if (pid == mainPid()) {
      pid = nextPid++;
    }
    return pid;
  }

  /** The JVM's pid; asked for late because it costs start-up time. */
  synchronized int mainPid() {
    if (jvmPid == 0) {
      jvmPid = (int) ProcessHandle.current().pid();
    }
    return jvmPid;
  }

  /** The process with that number, if it has not ended. */
  public @Nullable KernelProcess find(int pid) {
    KernelProcess found = table.get(pid);
    return found == null && pid == mainPid() ? table.get(0) : found;
  }

  /** All processes that have not ended. */
  public List<KernelProcess> processes() {
    return new ArrayList<>(table.values());
  }

  /** How many processes have not ended. */
  public int processCount() {
    return table.size();
  }

  /** The first process, or null if there was none yet. */
  public @Nullable KernelProcess mainProcess() {
    return main.get();
  }

  void remove(KernelProcess process) {
    if (process == main.get()) {
      table.remove(0, process);
    } else {
      table.remove(process.pid(), process);
      process.scheduler().load.decrementAndGet();
    }
  }

  void ended(KernelProcess process) {
    if (process == main.get()) {
      mainEnded.countDown();
    }
  }

  /**
   * On the parent's scheduler if it can move from there later on, else where least is to be done.
   */
  private Scheduler placeForNew() {
    Scheduler here = Scheduler.current();
    if (here == null || here.kernel != this || here.isLent() || !options.migration()) {
      return quietest();
    }
    return here;
  }

  private synchronized Scheduler quietest() {
    if (ownSchedulers < options.schedulerThreads()) {
      Scheduler quiet = leastLoaded();
      if (quiet == null || quiet.readyCount() + quiet.load.get() > 0) {
        Scheduler added = addScheduler(ownSchedulers++);
        added.startThread();
        return added;
      }
    }
    Scheduler best = leastLoaded();
    if (best == null) {
      throw new IllegalStateException("a kernel needs at least one scheduler thread");
    }
    return best;
  }

  /**
   * The one with the fewest processes; among equal ones that with the fewest ready tasks. What is
   * ready now says little: the workers of a pool all wait when the next one is placed. The main
   * process does not count, for it mostly waits for its children.
   */
  private @Nullable Scheduler leastLoaded() {
    Scheduler best = null;
    int bestReady = 0;
    int bestLoad = 0;
    for (Scheduler candidate : schedulers) {
      if (candidate == hostScheduler) {
        continue;
      }
      int ready = candidate.readyCount();
      int load = candidate.load.get();
      if (best == null || load < bestLoad || (load == bestLoad && ready < bestReady)) {
        best = candidate;
        bestReady = ready;
        bestLoad = load;
      }
    }
    return best;
  }

  /** Tells others, idle ones first, that so many tasks wait there. Ticker thread. */
  void share(Scheduler crowded, int surplus) {
    Scheduler quietest = null;
    int invited = 0;
    for (Scheduler other : schedulers) {
      if (other == crowded || other.isLent()) {
        continue;
      }
      if (!other.isIdle()) {
        quietest =
            quietest == null || other.readyCount() < quietest.readyCount() ? other : quietest;
      } else if (invited < surplus) {
        other.invite();
        invited++;
      }
    }
    if (invited == 0 && !inviteNewScheduler() && quietest != null) {
      if (surplus - quietest.readyCount() >= WORTH_MOVING) {
        quietest.invite();
      }
    }
  }

  private synchronized boolean inviteNewScheduler() {
    if (closed || ownSchedulers == options.schedulerThreads()) {
      return false;
    }
    Scheduler added = addScheduler(ownSchedulers++);
    added.invite();
    added.startThread();
    return true;
  }

  /** The scheduler, apart from that one, on which most tasks wait; null if none waits. */
  @Nullable Scheduler mostCrowded(Scheduler apart) {
    Scheduler most = null;
    for (Scheduler other : schedulers) {
      if (other != apart
          && other.isCrowded()
          && (most == null || other.readyCount() > most.readyCount())) {
        most = other;
      }
    }
    return most;
  }

  private Scheduler addScheduler(int index) {
    Scheduler added = new Scheduler(this, index);
    List<Scheduler> more = new ArrayList<>(schedulers);
    more.add(added);
    schedulers = more;
    return added;
  }

  // ---- from the host -------------------------------------------------------------------------

  /**
   * Runs the body as a task of the main process, on the calling thread, which is that process's
   * scheduler thread meanwhile. Returns when the body has ended; other threads of the process go on
   * the next time, for which the same host thread should come. What the body throws comes out of
   * here. Called by a task of this kernel, it just runs the body.
   *
   * @throws KillSignal if the process was killed meanwhile
   */
  public void runMain(Runnable body) {
    Scheduler inside = Scheduler.current();
    if (inside != null && inside.kernel == this && inside.current != null) {
      body.run();
      return;
    }
    hostEntry.lock();
    try {
      runAsHost(body);
    } finally {
      hostEntry.unlock();
    }
  }

  private void runAsHost(Runnable body) {
    Scheduler host;
    synchronized (this) {
      if (hostScheduler == null) {
        if (main.get() != null) {
          throw new IllegalStateException("the main process runs on a thread of its own");
        }
        hostScheduler = addScheduler(-1);
      }
      host = hostScheduler;
    }
    KernelProcess process = main.get();
    if (process == null) {
      process = create(new ProcessSpec("MainProcess", () -> {}), host);
      process.startWithoutMain();
    }
    if (process.hasEnded()) {
      throw new IllegalStateException("the main process has ended");
    }
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Task task =
        process.newTask(
            "MainThread",
            () -> {
              try {
                body.run();
              } catch (Throwable t) {
                thrown.set(t);
              }
            });
    process.setSignalTarget(task);
    task.start();
    host.runUntilDone(task);
    switch (thrown.get()) {
      case null -> {
        if (task.hasSignals()) {
          throw new KillSignal();
        }
      }
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable t -> throw new IllegalStateException(t);
    }
  }

  /**
   * Waits, on a host thread, until the main process has ended.
   *
   * @return its exit code; empty if the time ran out
   */
  public OptionalInt awaitMain(long timeout, TimeUnit unit) throws InterruptedException {
    KernelProcess process = main.get();
    if (process == null) {
      throw new IllegalStateException("there is no main process yet");
    }
    return mainEnded.await(timeout, unit) ? process.exitCode() : OptionalInt.empty();
  }

  /** Waits, on a host thread, until the main process has ended; returns its exit code. */
  public int awaitMain() throws InterruptedException {
    return awaitMain(Long.MAX_VALUE, TimeUnit.NANOSECONDS).orElseThrow();
  }

  /** Does the work on a scheduler's thread at the deadline. It must be short and must not wait. */
  public Timer schedule(long deadline, Runnable work) {
    Scheduler scheduler = Scheduler.current();
    if (scheduler == null || scheduler.kernel != this) {
      synchronized (this) {
        scheduler = leastLoaded();
        if (scheduler == null) {
          scheduler = addScheduler(ownSchedulers++);
          scheduler.startThread();
        }
      }
    }
    return scheduler.schedule(deadline, work);
  }

  /** Registers something outside that may wake a task; no deadlock is reported while it is open. */
  public ExternalSource openExternalSource() {
    deadlocks.externalOpened();
    return new ExternalSource(deadlocks);
  }

  /** Who waits for what at this moment. */
  public WaitGraph waitGraph() {
    return WaitGraph.of(this);
  }

  /**
   * Calls the listener on the thread of each running task, every so many nanoseconds, as soon as
   * its code looks whether somebody wants something. Once for a kernel.
   */
  public void startSampling(long everyNanos, Consumer<Task> listener) {
    sampler = listener;
    Thread thread =
        new Thread(
            null,
            () -> {
              while (!closed) {
                LockSupport.parkNanos(this, everyNanos);
                for (Scheduler scheduler : schedulers) {
                  if (scheduler.isBusy()) {
                    scheduler.sampleWanted = true;
                    scheduler.wantAttention();
                  }
                }
              }
            },
            "sampler",
            0,
            false);
    thread.setDaemon(true);
    thread.start();
  }

  void sample(Task task) {
    Consumer<Task> listener = sampler;
    if (listener != null) {
      listener.accept(task);
    }
  }

  // ---- failures, the end ---------------------------------------------------------------------

  void uncaught(Task task, Throwable thrown) {
    BiConsumer<Task, Throwable> callback = options.onUncaught();
    if (callback != null) {
      try {
        callback.accept(task, thrown);
      } catch (RuntimeException again) {
        internalError(again);
      }
    }
  }

  /** A callback failed on a scheduler thread: reported as any thread's uncaught exception is. */
  void internalError(Throwable thrown) {
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
    if (handler != null) {
      handler.uncaughtException(thread, thrown);
    }
  }

  public boolean isClosed() {
    return closed;
  }

  /**
   * Ends all processes and threads. A running task unwinds at its next poll; this waits for that,
   * but not longer than three seconds.
   */
  @Override
  public void close() {
    List<Scheduler> all;
    Scheduler hostScheduler;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      all = schedulers;
      hostScheduler = this.hostScheduler;
    }
    for (KernelProcess process : processes()) {
      process.kill();
    }
    ticker.close();
    probes.close();
    Scheduler inside = Scheduler.current();
    for (Scheduler scheduler : all) {
      scheduler.wakeUp();
    }
    if (inside == null || inside.kernel != this) {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSING_MILLIS);
      for (Scheduler scheduler : all) {
        if (scheduler != hostScheduler) {
          joinQuietly(scheduler.thread(), end);
        }
      }
      if (hostScheduler != null && tryHostEntry()) {
        try {
          hostScheduler.endOnThisThread();
        } finally {
          hostEntry.unlock();
        }
      }
    }
  }

  /** Waits for a host thread that is inside to leave. */
  private boolean tryHostEntry() {
    try {
      return hostEntry.tryLock(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void joinQuietly(@Nullable Thread thread, long end) {
    if (thread == null || thread.equals(Thread.currentThread())) {
      return;
    }
    try {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The scheduler's loop has ended: nothing of its processes may be left. */
  void schedulerStopped(Scheduler scheduler) {
    scheduler.closePoller();
    scheduler.catchUp();
    for (KernelProcess process : processes()) {
      if (process.scheduler() == scheduler) {
        process.kill();
      }
    }
  }
}
