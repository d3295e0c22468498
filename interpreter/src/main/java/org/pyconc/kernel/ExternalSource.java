package org.pyconc.kernel;

/**
 * Something outside the kernel that may wake a task: a listening socket, a read from the terminal.
 * As long as one is open the kernel reports no deadlock. Close it after the last wake-up.
 */
public final class ExternalSource implements AutoCloseable {
  private final DeadlockDetector detector;
  private boolean open = true;

  ExternalSource(DeadlockDetector detector) {
    this.detector = detector;
  }

  @Override
  public synchronized void close() {
    if (open) {
      open = false;
      detector.externalClosed();
    }
  }
}
