package org.pyconc.kernel;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline: a thread of a process, or one of its greenlets. Belongs to the thread
 * that runs its task, and moves with that to another one.
 */
public final class Lane {
  final Task task;
  final int number;

  /** Null for a thread, which has its task's name. */
  private final @Nullable String ownName;

  /** Those of this thread's greenlets that have not ended. */
  @Nullable Set<Lane> greenlets;

  /** What it has been called in the file. */
  @Nullable String namesWritten;

  /** When it began to run or to pause, in nanoseconds. */
  long since;

  boolean isRunning;

  /** What it waits for while it pauses; null if it could run. */
  @Nullable TaskWaiter wait;

  /** What it waits for while others of its thread run in its place. */
  @Nullable TaskWaiter delegated;

  /** Whether it pauses because its thread went on in another greenlet. */
  boolean isSwitched;

  /** The arrow that ends where this begins to run; 0 for none. */
  long birth;

  /** Whether it has run. */
  boolean hasRun;

  Lane(Task task, int number, @Nullable String ownName, long since) {
    this.task = task;
    this.number = number;
    this.ownName = ownName;
    this.since = since;
  }

  String name() {
    return ownName == null ? task.name() : ownName;
  }

  boolean isGreenlet() {
    return ownName != null;
  }

  void add(Lane greenlet) {
    if (greenlets == null) {
      greenlets = new HashSet<>();
    }
    greenlets.add(greenlet);
  }
}
