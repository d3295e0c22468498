package org.pyconc.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that are ready on one scheduler, first in first out. Its thread adds and takes them;
 * other schedulers take some away when they have nothing to do.
 */
final class RunQueue {
  /** How many entries a thief looks at. */
  private static final int SEARCHED = 64;

  // Guarded by this.
  private @Nullable Task[] ring = new Task[64];
  private int first;

  /** Also read without the monitor, where an old value is good enough. */
  private int size;

  int size() {
    return size;
  }

  synchronized void add(Task task) {
    if (size == ring.length) {
      grow();
    }
    ring[(first + size) & (ring.length - 1)] = task;
    size++;
  }

  @Nullable Task poll() {
    if (size == 0) {
      return null;
    }
    synchronized (this) {
      if (size == 0) {
        return null;
      }
      Task task = ring[first];
      ring[first] = null;
      first = (first + 1) & (ring.length - 1);
      size--;
      return task;
    }
  }

  /** Moves the task that has waited longest, of those that may move, to another scheduler. */
  synchronized @Nullable Task moveOneTo(Scheduler thief) {
    for (int i = 0; i < size && i < SEARCHED; i++) {
      Task task = ring[(first + i) & (ring.length - 1)];
      if (task != null
          && Migration.allows(task, thief)
          && task.isQueued()
          && task.process().moveTo(thief)) {
        removeAt(i);
        return task;
      }
    }
    return null;
  }

  private void removeAt(int index) {
    for (int i = index; i > 0; i--) {
      ring[(first + i) & (ring.length - 1)] = ring[(first + i - 1) & (ring.length - 1)];
    }
    ring[first] = null;
    first = (first + 1) & (ring.length - 1);
    size--;
  }

  private void grow() {
    @Nullable Task[] bigger = Arrays.copyOf(ring, ring.length * 2);
    System.arraycopy(ring, 0, bigger, ring.length, first);
    Arrays.fill(bigger, 0, first, null);
    ring = bigger;
  }
}
