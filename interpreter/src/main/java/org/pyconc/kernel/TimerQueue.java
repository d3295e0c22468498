package org.pyconc.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one scheduler, or of an event loop: a binary heap ordered by deadline, first come
 * first served among equal ones. Any thread may add and cancel; only the owner fires.
 */
public final class TimerQueue {
  private @Nullable Timer[] heap = new Timer[16];
  private int size;
  private long sequence;

  private volatile long next = Deadline.NEVER;

  /** Deadline of the first timer, {@link Deadline#NEVER} if there is none. */
  public long next() {
    return next;
  }

  /** Adds work for {@link #runDue}. */
  public synchronized Timer add(long deadline, Runnable work) {
    Timer timer = new Timer(this, deadline, sequence++, work);
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    siftUp(size++, timer);
    if (timer.index == 0) {
      next = deadline;
    }
    return timer;
  }

  synchronized boolean cancel(Timer timer) {
    if (timer.index < 0) {
      return false;
    }
    removeAt(timer.index);
    return true;
  }

  /** Takes the first timer that is due, or null. */
  synchronized @Nullable Timer pollDue(long now) {
    Timer first = heap[0];
    if (first == null || first.deadline > now) {
      return null;
    }
    removeAt(0);
    return first;
  }

  /** Does all that is due now. What a piece of work throws ends the round. */
  public void runDue() {
    long now = System.nanoTime();
    for (Timer due = pollDue(now); due != null; due = pollDue(now)) {
      due.work.run();
    }
  }

  /** The work that is still to be done, in no order. */
  public synchronized List<Runnable> pending() {
    List<Runnable> found = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Timer timer = heap[i];
      if (timer != null) {
        found.add(timer.work);
      }
    }
    return found;
  }

  synchronized void clear() {
    for (int i = 0; i < size; i++) {
      Timer timer = heap[i];
      if (timer != null) {
        timer.index = -1;
      }
    }
    Arrays.fill(heap, null);
    size = 0;
    next = Deadline.NEVER;
  }

  private void removeAt(int index) {
    Timer removed = heap[index];
    Timer last = heap[--size];
    heap[size] = null;
    if (removed != null) {
      removed.index = -1;
    }
    if (index < size && last != null) {
      Timer above = index == 0 ? null : heap[(index - 1) >> 1];
      if (above != null && last.isBefore(above)) {
        siftUp(index, last);
      } else {
        siftDown(index, last);
      }
    }
    Timer first = heap[0];
    next = first == null ? Deadline.NEVER : first.deadline;
  }

  private void siftUp(int start, Timer timer) {
    int index = start;
    while (index > 0) {
      int above = (index - 1) >> 1;
      Timer other = heap[above];
      if (other == null || !timer.isBefore(other)) {
        break;
      }
      place(index, other);
      index = above;
    }
    place(index, timer);
  }

  private void siftDown(int start, Timer timer) {
    int index = start;
    while (true) {
      int child = 2 * index + 1;
      if (child >= size) {
        break;
      }
      Timer smaller = heap[child];
      Timer right = child + 1 < size ? heap[child + 1] : null;
      if (right != null && right.isBefore(smaller)) {
        smaller = right;
        child++;
      }
      if (smaller == null || timer.isBefore(smaller)) {
        break;
      }
      place(index, smaller);
      index = child;
    }
    place(index, timer);
  }

  private void place(int index, Timer timer) {
    heap[index] = timer;
    timer.index = index;
  }
}
