package org.pyconc.kernel;

/**
 * Unwinds a killed task. No handler of the language may catch it; Java code that must clean up uses
 * {@code finally}, or rethrows it. Whoever swallows it meets it again at the next poll or wait.
 */
public final class KillSignal extends Error {
  private static final long serialVersionUID = 1L;

  public KillSignal() {
    super("task killed", null, false, false);
  }
}
