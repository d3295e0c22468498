package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Waiters in the order of their arrival. There are two sorts, as in Linux's wait queues: an
 * exclusive waiter takes what it is woken for, so {@link #wakeOne()} wakes only the first of them;
 * the others merely want to know and are all woken on the way.
 *
 * <p>A wake-up is a hint: the woken one looks again whether it can have what it waits for.
 */
public final class WaitQueue {
  private final WaitSource source;

  // Written under the monitor; the head is also read without it as a hint.
  private volatile @Nullable WaitNode head;
  private @Nullable WaitNode tail;

  public WaitQueue(WaitSource source) {
    this.source = source;
  }

  public WaitSource source() {
    return source;
  }

  /** Whether nobody waits. A hint unless the caller keeps others from joining. */
  public boolean isEmpty() {
    return head == null;
  }

  /**
   * Joins the queue at its end as one who only wants to know. Whoever joined must look once more
   * before it sleeps.
   */
  public WaitNode add(Waiter waiter) {
    return add(waiter, false);
  }

  synchronized WaitNode add(Waiter waiter, boolean exclusive) {
    WaitNode node = new WaitNode(this, waiter, exclusive);
    WaitNode last = tail;
    node.previous = last;
    if (last == null) {
      head = node;
    } else {
      last.next = node;
    }
    tail = node;
    node.linked = true;
    return node;
  }

  /** Joins the queue at its head as one who takes what it is woken for. */
  synchronized WaitNode addFirst(Waiter waiter) {
    WaitNode node = new WaitNode(this, waiter, true);
    WaitNode first = head;
    node.next = first;
    if (first == null) {
      tail = node;
    } else {
      first.previous = node;
    }
    head = node;
    node.linked = true;
    return node;
  }

  synchronized void remove(WaitNode node) {
    if (node.linked) {
      unlink(node);
    }
  }

  private void unlink(WaitNode node) {
    WaitNode before = node.previous;
    WaitNode after = node.next;
    if (before == null) {
      head = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      tail = before;
    } else {
      after.previous = before;
    }
    node.previous = null;
    node.next = null;
    node.linked = false;
  }

  /** Wakes the first exclusive waiter that still wants it, and all others in front of it. */
  public boolean wakeOne() {
    return head != null && wakeFirst() != null;
  }

  /** As {@link #wakeOne()}; returns the node of the exclusive waiter that was woken. */
  @Nullable WaitNode wakeFirst() {
    return wakeFirst(false);
  }

  /** As {@link #wakeOne()}, and says in the waiter's node that nothing was handed to it. */
  boolean hintFirst() {
    return wakeFirst(true) != null;
  }

  private @Nullable WaitNode wakeFirst(boolean isHint) {
    if (head == null) {
      return null;
    }
    synchronized (this) {
      for (WaitNode node = head; node != null; node = head) {
        unlink(node);
        node.isHint = isHint;
        if (node.waiter.wake(node) && node.exclusive) {
          return node;
        }
      }
    }
    return null;
  }

  /** Wakes up to that many exclusive waiters; returns how many. */
  public int wake(int count) {
    int woken = 0;
    while (woken < count && wakeOne()) {
      woken++;
    }
    return woken;
  }

  /** Wakes all who wait now. */
  public void wakeAll() {
    if (head == null) {
      return;
    }
    synchronized (this) {
      for (WaitNode node = head; node != null; node = head) {
        unlink(node);
        node.waiter.wake(node);
      }
    }
  }

  /** How many wait now. */
  public synchronized int size() {
    int count = 0;
    for (WaitNode node = head; node != null; node = node.next) {
      count++;
    }
    return count;
  }
}
