package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something that processes share through {@link Handle}s. Its own state is guarded by its monitor;
 * nobody waits while holding that.
 */
public abstract class KernelObject implements WaitSource {
  /** Whether what goes through it shows as arrows in a timeline. */
  final boolean isTraced;

  private final @Nullable Origin origin;

  /** Guarded by this. */
  private int handles;

  protected KernelObject(@Nullable Origin origin) {
    this.origin = origin;
    this.isTraced = TraceRecorder.current() != null;
  }

  /** Where the program made it, if that is known. */
  public @Nullable Origin made() {
    return origin;
  }

  /** The source line that made it. */
  @Override
  public @Nullable String origin() {
    return origin == null ? null : origin.describe();
  }

  @Override
  public KernelObject object() {
    return this;
  }

  /** Opens a handle for a process. */
  public Handle open(KernelProcess process) {
    return open(process, Handle.BOTH);
  }

  /** Opens a handle with one of the modes of {@link Handle}. */
  public Handle open(KernelProcess process, int mode) {
    return Handle.open(this, process, mode);
  }

  /** How many handles are open. */
  public synchronized int handleCount() {
    return handles;
  }

  final void retain(int mode) {
    synchronized (this) {
      handles++;
      opened(mode);
    }
  }

  final void release(int mode) {
    boolean last;
    synchronized (this) {
      last = --handles == 0;
    }
    closed(mode);
    if (last) {
      onLastClose();
    }
  }

  /** A handle was opened; called under the monitor. */
  protected void opened(int mode) {}

  /** A handle was closed; called without the monitor. */
  protected void closed(int mode) {}

  /** No process has a handle any more; called without the monitor. */
  protected void onLastClose() {}
}
