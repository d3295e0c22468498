package org.pyconc.runtime;

import java.util.ArrayList;
import java.util.List;

/** The containers whose representation is being made in one thread, so that cycles end. */
public final class ReprStack {
  private final List<Object> active = new ArrayList<>();

  /** Begins a container; false if it is already being represented. */
  public boolean enter(Object container) {
    for (Object each : active) {
      if (each == container) {
        return false;
      }
    }
    active.add(container);
    return true;
  }

  /** Ends the container that was begun last. */
  public void leave() {
    active.remove(active.size() - 1);
  }
}
