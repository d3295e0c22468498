package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/** A waiter's place in one wait queue. */
public final class WaitNode {
  final WaitQueue queue;
  final Waiter waiter;

  /** Whether this waiter takes what it is woken for, so that one unit wakes one of them. */
  final boolean exclusive;

  /** It was woken to try again, and got nothing. Written before the waiter is woken. */
  boolean isHint;

  // Guarded by the queue.
  @Nullable WaitNode previous;
  @Nullable WaitNode next;
  boolean linked;

  WaitNode(WaitQueue queue, Waiter waiter, boolean exclusive) {
    this.queue = queue;
    this.waiter = waiter;
    this.exclusive = exclusive;
  }

  public WaitQueue queue() {
    return queue;
  }

  /** Leaves the queue; does nothing if the waiter was woken or has left. */
  public void remove() {
    queue.remove(this);
  }
}
