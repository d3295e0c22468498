package org.pyconc.kernel;

/**
 * A wait, or a running task at its poll, was interrupted and no {@link InterruptHandler} took the
 * reason.
 */
public final class InterruptedWait extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Object reason;

  InterruptedWait(Object reason) {
    super("interrupted", null, false, false);
    this.reason = reason;
  }

  /** What was handed to {@link Task#interrupt(Object)}. */
  public Object reason() {
    return reason;
  }
}
