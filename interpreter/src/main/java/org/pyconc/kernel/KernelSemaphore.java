package org.pyconc.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A counter that tasks wait on while it is zero; with a maximum of one a lock, which may be
 * recursive. Units are handed to waiters in the order of their arrival. A unit that a killed
 * process had taken stays taken, as in CPython's multiprocessing.
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

  private final String kind;
  private final int maximum;
  private final boolean recursive;
  private final WaitQueue waiters = new WaitQueue(this);

  // Guarded by this.
  private int value;
  private int recursion;
  private @Nullable Task holder;
  private @Nullable List<Task> holders;

  private KernelSemaphore(
      String kind, int value, int maximum, boolean recursive, @Nullable Origin origin) {
    super(origin);
    this.kind = kind;
    this.value = value;
    this.maximum = maximum;
    this.recursive = recursive;
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
    TaskWaiter wait;
    synchronized (this) {
      if (take(task)) {
        return true;
      }
      if (Deadline.isPast(deadline)) {
        return false;
      }
      wait = task.prepare(waiters);
    }
    return task.block(wait, deadline) instanceof WaitNode;
  }

  private boolean take(Task task) {
    if (value > 0) {
      value--;
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
      recursion = 1;
    } else {
      if (holders == null) {
        holders = new ArrayList<>(2);
      }
      holders.add(task);
    }
  }

  /** Gives back a unit. Any task may, unless the lock is recursive; host threads may too. */
  public synchronized Release release() {
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
  private void giveBack(@Nullable Task task) {
    holder = null;
    recursion = 0;
    if (holders != null && !holders.isEmpty() && !holders.remove(task)) {
      holders.remove(0);
    }
    WaitNode next = waiters.wakeFirst();
    if (next == null) {
      value++;
    } else if (next.waiter instanceof TaskWaiter wait) {
      taken(wait.task);
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
        wait = task.prepare(waiters);
      }
    }
    if (wait != null) {
      task.blockUninterruptibly(wait);
    }
    synchronized (this) {
      recursion = count;
    }
  }

  /** How many units are left. */
  public synchronized int value() {
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
