package org.pyconc.kernel;

/** A coroutine could not be suspended because of what is on its stack. It goes on running. */
public final class PinnedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PinnedException(String reason) {
    super("cannot switch here: " + reason);
  }
}
