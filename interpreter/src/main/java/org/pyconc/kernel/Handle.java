package org.pyconc.kernel;

/**
 * One process's counted reference to a kernel object. Closed at the latest when the process ends.
 */
public final class Handle implements AutoCloseable {
  /** Mode of a handle on a reading end. */
  public static final int READ = 1;

  /** Mode of a handle on a writing end. */
  public static final int WRITE = 2;

  /** Mode of a handle for everything. */
  public static final int BOTH = 3;

  private final KernelObject object;
  private final KernelProcess process;
  private final int mode;

  /** Guarded by this. */
  private boolean open = true;

  /** Place in the process's list. Guarded by the process. */
  int index = -1;

  private Handle(KernelObject object, KernelProcess process, int mode) {
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

  public KernelProcess process() {
    return process;
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
    synchronized (this) {
      if (!open) {
        throw new IllegalStateException("handle is closed");
      }
    }
    return open(object, other, mode);
  }

  /** Closing twice does nothing. */
  @Override
  public void close() {
    process.remove(this);
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
