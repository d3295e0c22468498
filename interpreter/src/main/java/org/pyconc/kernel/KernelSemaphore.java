package org.pyconc.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task.State;

/**
 * A counter that tasks wait on while it is zero; with a maximum of one a lock, which may be
 * recursive. Units are handed to waiters in the order of their arrival. A unit that a killed
 * process had taken stays taken, as in CPython's multiprocessing.
 *
 * <p>A plain lock is taken and given back without the monitor, by one exchange of the counter.
 * Whoever is going to wait stands in the queue first and then tries once more; whoever has given
 * back looks at the queue afterwards: so one of the two sees the other. It is not handed over at
 * once, for then each turn of a contended lock would cost a switch of tasks: the first waiter is
 * told to try, and others may be faster. When one has tried in vain for a millisecond, the lock
 * goes from hand to hand until nobody has waited that long.
 *
 * @see <a href="https://github.com/golang/go/blob/go1.23.0/src/sync/mutex.go">Go's mutex, with its
 *     normal and its starvation mode</a>
 */
public final class KernelSemaphore extends KernelObject {
  /** What came of a release. */
  public enum Release {
    DONE,
    /** A recursive lock belongs to the task that took it. */
    NOT_OWNER,
    /** The counter is at its maximum. */
    TOO_MANY
  }

  /** How long a waiter puts up with others who take a plain lock before it. */
  private static final long PATIENCE_NANOS = 1_000_000;

  /** How often it is worth looking whether a task of another scheduler gives a lock back. */
  private static final int SPINS = 60;

  private static final VarHandle VALUE;
  private static final VarHandle HOLDER;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(KernelSemaphore.class, "value", int.class);
      HOLDER = MethodHandles.lookup().findVarHandle(KernelSemaphore.class, "holder", Task.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String kind;
  private final int maximum;
  private final boolean recursive;
  private final WaitQueue waiters = new WaitQueue(this);

  /** Whether it is a lock that is not recursive. */
  private final boolean isPlain;

  /** Written under the monitor, that of a plain lock also without it. */
  private volatile int value;

  /** That of a plain lock belongs to whoever has taken it. */
  private @Nullable Task holder;

  /** Somebody has lost patience: the plain lock goes to the waiters in their order. */
  private volatile boolean handsOver;

  /**
   * A waiter was told to try for the plain lock and has not done so yet. Written under the monitor.
   */
  private volatile boolean told;

  // Guarded by this.
  private int recursion;

  /** That of a recursive lock: the holder, or the part of it that has taken the lock. */
  private @Nullable Object owner;

  private @Nullable List<Task> holders;

  private KernelSemaphore(
      String kind, int value, int maximum, boolean recursive, @Nullable Origin origin) {
    super(origin);
    this.kind = kind;
    this.value = value;
    this.maximum = maximum;
    this.recursive = recursive;
    this.isPlain = maximum == 1 && !recursive;
  }

  public static KernelSemaphore lock(@Nullable Origin origin) {
    return new KernelSemaphore("Lock", 1, 1, false, origin);
  }

  public static KernelSemaphore recursiveLock(@Nullable Origin origin) {
    return new KernelSemaphore("RLock", 1, 1, true, origin);
  }

  /**
   * @param maximum {@link Integer#MAX_VALUE} for an unbounded one
   */
  public static KernelSemaphore counting(int value, int maximum, @Nullable Origin origin) {
    return new KernelSemaphore("Semaphore", value, maximum, false, origin);
  }

  /**
   * Another one in the same state, for a process that is made as a copy of the running one.
   *
   * @param from the task that makes the copy; what it holds, {@code to} holds of the copy
   */
  public synchronized KernelSemaphore copy(Task from, Task to) {
    KernelSemaphore copy = new KernelSemaphore(kind, value, maximum, recursive, made());
    copy.recursion = recursion;
    copy.holder = holder == from ? to : holder;
    copy.owner = owner != null && owner == from.lockOwner() ? to : owner;
    return copy;
  }

  /**
   * Takes a unit; a recursive lock that the current task holds is taken once more.
   *
   * @return false if the deadline came first
   */
  public boolean acquire(long deadline) {
    Task task = Task.require();
    if (isPlain) {
      if (!handsOver && VALUE.compareAndSet(this, 1, 0)) {
        taken(task);
        return true;
      }
      boolean onlyTries = Deadline.isPast(deadline);
      boolean isTaken = spin(task) || contend(task, deadline, true);
      if (!isTaken && onlyTries) {
        Task.passTurn();
      }
      return isTaken;
    }
    TaskWaiter wait = null;
    synchronized (this) {
      if (take(task)) {
        return true;
      }
      if (!Deadline.isPast(deadline)) {
        wait = prepare(task);
      }
    }
    if (wait == null) {
      if (recursive) {
        Task.passTurn();
      }
      return false;
    }
    return task.block(wait, deadline) instanceof WaitNode;
  }

  private TaskWaiter prepare(Task task) {
    TaskWaiter wait = task.prepare(waiters);
    if (recursive) {
      wait.owner = task.lockOwner();
    }
    return wait;
  }

  /** Takes a plain lock that somebody on another scheduler gives back at this moment. */
  private boolean spin(Task task) {
    Task other = holder;
    if (other != null
        && (other.scheduler() == task.scheduler() || other.state() != State.RUNNING)) {
      return false;
    }
    for (int i = 0; i < SPINS && !handsOver; i++) {
      Thread.onSpinWait();
      if (value == 1 && VALUE.compareAndSet(this, 1, 0)) {
        taken(task);
        return true;
      }
    }
    return false;
  }

  /** Waits for a plain lock. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // under the monitor
  private boolean contend(Task task, long deadline, boolean interruptible) {
    long since = System.nanoTime();
    boolean tries = false;
    Throwable deferred = null;
    while (true) {
      TaskWaiter wait;
      synchronized (this) {
        if (tries) {
          told = false;
        }
        if (take(task)) {
          handsOver &= !waiters.isEmpty();
          return takenDespite(deferred);
        }
        if (Deadline.isPast(deadline)) {
          return false;
        }
        handsOver |= tries && System.nanoTime() - since > PATIENCE_NANOS;
        wait = tries ? task.prepareFirst(waiters) : task.prepare(waiters);
        if (VALUE.compareAndSet(this, 1, 0)) {
          wait.leave();
          taken(task);
          return takenDespite(deferred);
        }
      }
      Object outcome = interruptible ? task.block(wait, deadline) : task.blockUninterruptibly(wait);
      if (!(outcome instanceof WaitNode node)) {
        return false;
      }
      deferred = deferred == null ? wait.deferred : deferred;
      if (!node.isHint) {
        taken(task);
        if (waiters.isEmpty() || System.nanoTime() - since < PATIENCE_NANOS) {
          handsOver = false;
        }
        return takenDespite(deferred);
      }
      tries = true;
    }
  }

  /** True, or what came in the middle of the wait. */
  private static boolean takenDespite(@Nullable Throwable deferred) {
    switch (deferred) {
      case null -> {
        return true;
      }
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(deferred);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the monitor
  private boolean take(Task task) {
    if (isPlain ? VALUE.compareAndSet(this, 1, 0) : value > 0) {
      if (!isPlain) {
        value--;
      }
      taken(task);
      if (recursive) {
        owner = task.lockOwner();
      }
      return true;
    }
    if (recursive && owner != null && owner == task.lockOwner()) {
      recursion++;
      return true;
    }
    return false;
  }

  private void taken(Task task) {
    task.setHolder();
    if (maximum == 1) {
      holder = task;
      if (recursive) {
        recursion = 1;
      }
    } else {
      if (holders == null) {
        holders = new ArrayList<>(2);
      }
      holders.add(task);
    }
  }

  /** Gives back a unit. Any task may, unless the lock is recursive; host threads may too. */
  public Release release() {
    if (!isPlain || (handsOver && !waiters.isEmpty())) {
      return releaseSlowly();
    }
    if (value != 0) {
      return Release.TOO_MANY;
    }
    holder = null;
    if (!VALUE.compareAndSet(this, 0, 1)) {
      return Release.TOO_MANY;
    }
    if (!told && !waiters.isEmpty()) {
      tellFirst();
    }
    return Release.DONE;
  }

  /** The plain lock was given back while somebody waits for it. */
  private synchronized void tellFirst() {
    if (handsOver) {
      if (VALUE.compareAndSet(this, 1, 0)) {
        giveBack(null);
      }
    } else if (!told && value != 0) {
      told = waiters.hintFirst();
    }
  }

  private synchronized Release releaseSlowly() {
    Task task = Task.current();
    if (recursive) {
      if (owner == null || task == null || owner != task.lockOwner()) {
        return Release.NOT_OWNER;
      }
      if (--recursion > 0) {
        return Release.DONE;
      }
    } else if (value >= maximum) {
      return Release.TOO_MANY;
    }
    giveBack(task);
    return Release.DONE;
  }

  /** The unit goes to the first waiter, or back to the counter. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // under the monitor
  private void giveBack(@Nullable Task task) {
    if (maximum == 1) {
      holder = null;
      owner = null;
      recursion = 0;
    }
    if (holders != null && !holders.isEmpty() && !holders.remove(task)) {
      holders.remove(0);
    }
    WaitNode next = waiters.wakeFirst();
    if (isPlain) {
      if (next == null) {
        value = 1;
      } else if (next.waiter instanceof TaskWaiter wait) {
        handedTo(wait.task);
      }
    } else if (next == null) {
      value++;
    } else if (next.waiter instanceof TaskWaiter wait) {
      taken(wait.task);
      owner = wait.owner;
    }
  }

  /** The task may have run meanwhile and given the lock back: then it is its holder no more. */
  private void handedTo(Task task) {
    task.setHolder();
    if (HOLDER.compareAndSet(this, null, task) && value != 0) {
      HOLDER.compareAndSet(this, task, null);
    }
  }

  /** A unit was handed to a task that died before it knew. */
  @Override
  public synchronized void wakeAbandoned(WaitNode node) {
    if (node.isHint) {
      told = false;
      tellFirst();
      return;
    }
    giveBack(node.waiter instanceof TaskWaiter wait ? wait.task : null);
  }

  /** Gives up a lock however often it was taken; returns how often. */
  synchronized int releaseAll() {
    int count = Math.max(1, recursion);
    giveBack(Task.current());
    return count;
  }

  /** Takes the lock that often, whatever interrupts come. */
  void reacquire(Task task, int count) {
    if (isPlain) {
      boolean ignored = contend(task, Deadline.NEVER, false);
      return;
    }
    TaskWaiter wait = null;
    synchronized (this) {
      if (!take(task)) {
        wait = prepare(task);
      }
    }
    if (wait != null) {
      Object ignored = task.blockUninterruptibly(wait);
    }
    synchronized (this) {
      recursion = count;
    }
    if (wait != null) {
      boolean ignored = takenDespite(wait.deferred);
    }
  }

  /** How many units are left. */
  public int value() {
    return value;
  }

  public int maximum() {
    return maximum;
  }

  public boolean isRecursive() {
    return recursive;
  }

  /** The task that holds the lock; null if none does, or if this is a counting semaphore. */
  public synchronized @Nullable Task holder() {
    return holder;
  }

  /** How often the holder has taken the recursive lock. */
  public synchronized int recursion() {
    return recursion;
  }

  public boolean isHeldByCurrent() {
    Task task = Task.current();
    if (task == null || !recursive) {
      return task != null && holder() == task;
    }
    synchronized (this) {
      return owner != null && owner == task.lockOwner();
    }
  }

  /** Those who wait for a unit. */
  WaitQueue waiters() {
    return waiters;
  }

  @Override
  public String describe() {
    return kind;
  }

  @Override
  public synchronized List<Task> holders() {
    if (holder != null) {
      return List.of(holder);
    }
    return holders == null ? List.of() : List.copyOf(holders);
  }
}
