package org.pyconc.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One process's counted reference to a kernel object. Closed at the latest when the process ends.
 * One in a message under way belongs to no process.
 */
public final class Handle implements AutoCloseable {
  /** Mode of a handle on a reading end. */
  public static final int READ = 1;

  /** Mode of a handle on a writing end. */
  public static final int WRITE = 2;

  /** Mode of a handle for everything. */
  public static final int BOTH = 3;

  private final KernelObject object;
  private final @Nullable KernelProcess process;
  private final int mode;

  /** Guarded by this. */
  private boolean open = true;

  /** Place in the process's list. Guarded by the process. */
  int index = -1;

  private Handle(KernelObject object, @Nullable KernelProcess process, int mode) {
    this.object = object;
    this.process = process;
    this.mode = mode;
  }

  static Handle open(KernelObject object, KernelProcess process, int mode) {
    Handle handle = new Handle(object, process, mode);
    object.retain(mode);
    if (!process.add(handle)) {
      handle.close();
    }
    return handle;
  }

  public KernelObject object() {
    return object;
  }

  public int mode() {
    return mode;
  }

  public synchronized boolean isOpen() {
    return open;
  }

  /**
   * Another handle on the same object.
   *
   * @throws IllegalStateException if this one is closed
   */
  public Handle duplicateFor(KernelProcess other) {
    requireOpen();
    return open(object, other, mode);
  }

  /** As {@link #duplicateFor}, but it belongs to no process: whoever has it must close it. */
  public Handle duplicateForMessage() {
    requireOpen();
    object.retain(mode);
    return new Handle(object, null, mode);
  }

  private synchronized void requireOpen() {
    if (!open) {
      throw new IllegalStateException("handle is closed");
    }
  }

  /** Closing twice does nothing. */
  @Override
  public void close() {
    KernelProcess owner = process;
    if (owner != null) {
      owner.remove(this);
    }
    closeObject();
  }

  void closeObject() {
    synchronized (this) {
      if (!open) {
        return;
      }
      open = false;
    }
    object.release(mode);
  }
}
