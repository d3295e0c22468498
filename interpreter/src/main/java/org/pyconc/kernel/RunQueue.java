package org.pyconc.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The tasks that are ready on one scheduler, first in first out. Used by its thread only. */
final class RunQueue {
  private @Nullable Task[] ring = new Task[64];
  private int first;

  /** Also read by the ticker and by placement, for which an old value is good enough. */
  private int size;

  int size() {
    return size;
  }

  void add(Task task) {
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
    Task task = ring[first];
    ring[first] = null;
    first = (first + 1) & (ring.length - 1);
    size--;
    return task;
  }

  private void grow() {
    @Nullable Task[] bigger = Arrays.copyOf(ring, ring.length * 2);
    System.arraycopy(ring, 0, bigger, ring.length, first);
    Arrays.fill(bigger, 0, first, null);
    ring = bigger;
  }
}
