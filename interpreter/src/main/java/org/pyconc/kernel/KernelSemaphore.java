package org.pyconc.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A counter that tasks wait on while it is zero; with a maximum of one a lock, which may be
 * recursive. Units are handed to waiters in the order of their arrival. A unit that a killed
 * process had taken stays taken, as in CPython's multiprocessing.
 *
 * <p>A lock that nobody waits for is taken and given back without the monitor, by one exchange of
 * the counter. Whoever is going to wait stands in the queue first and then tries once more; whoever
 * has given back looks at the queue afterwards: so one of the two sees the other.
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

  // Guarded by this.
  private int recursion;
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
    return copy;
  }

  /**
   * Takes a unit; a recursive lock that the current task holds is taken once more.
   *
   * @return false if the deadline came first
   */
  public boolean acquire(long deadline) {
    Task task = Task.require();
    if (isPlain && waiters.isEmpty() && VALUE.compareAndSet(this, 1, 0)) {
      taken(task);
      return true;
    }
    TaskWaiter wait;
    synchronized (this) {
      if (take(task)) {
        return true;
      }
      if (Deadline.isPast(deadline)) {
        return false;
      }
      wait = join(task);
    }
    if (wait == null) {
      return true;
    }
    boolean isMine = task.block(wait, deadline) instanceof WaitNode;
    if (isMine && isPlain) {
      taken(task);
    }
    return isMine;
  }

  /** Joins those who wait; null if the task has got a unit meanwhile. */
  private @Nullable TaskWaiter join(Task task) {
    TaskWaiter wait = task.prepare(waiters);
    if (isPlain && VALUE.compareAndSet(this, 1, 0)) {
      wait.leave();
      taken(task);
      return null;
    }
    return wait;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the monitor
  private boolean take(Task task) {
    if (isPlain ? VALUE.compareAndSet(this, 1, 0) : value > 0) {
      if (!isPlain) {
        value--;
      }
      taken(task);
      return true;
    }
    if (recursive && holder == task) {
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
    if (isPlain && waiters.isEmpty()) {
      if (value != 0) {
        return Release.TOO_MANY;
      }
      holder = null;
      if (!VALUE.compareAndSet(this, 0, 1)) {
        return Release.TOO_MANY;
      }
      if (!waiters.isEmpty()) {
        handOver();
      }
      return Release.DONE;
    }
    return releaseSlowly();
  }

  /** The lock was given back while somebody began to wait for it. */
  private synchronized void handOver() {
    if (VALUE.compareAndSet(this, 1, 0)) {
      giveBack(null);
    }
  }

  private synchronized Release releaseSlowly() {
    Task task = Task.current();
    if (recursive) {
      if (holder == null || holder != task) {
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
    TaskWaiter wait = null;
    synchronized (this) {
      if (!take(task)) {
        wait = join(task);
      }
    }
    if (wait != null) {
      task.blockUninterruptibly(wait);
      if (isPlain) {
        taken(task);
      }
    }
    synchronized (this) {
      recursion = count;
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
    return task != null && holder() == task;
  }

  /** Woken when a unit may be had; for those who wait for several things. */
  public WaitQueue waiters() {
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
