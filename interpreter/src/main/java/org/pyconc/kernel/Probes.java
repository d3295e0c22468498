package org.pyconc.kernel;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayDeque;

/** Selectors for one look at something; a few are kept. */
final class Probes {
  private static final int KEPT = 4;

  // Guarded by this.
  private final ArrayDeque<Selector> kept = new ArrayDeque<>(KEPT);
  private boolean closed;

  Selector borrow() throws IOException {
    synchronized (this) {
      Selector known = kept.poll();
      if (known != null) {
        return known;
      }
    }
    return Selector.open();
  }

  /** Its keys are cancelled. */
  void giveBack(Selector probe) {
    try {
      probe.selectNow(); // lets go of cancelled keys
      synchronized (this) {
        if (!closed && kept.size() < KEPT) {
          kept.add(probe);
          return;
        }
      }
      probe.close();
    } catch (IOException e) {
      // It is not used again.
    }
  }

  synchronized void close() {
    closed = true;
    for (Selector each : kept) {
      try {
        each.close();
      } catch (IOException e) {
        // It is not used again.
      }
    }
    kept.clear();
  }
}
