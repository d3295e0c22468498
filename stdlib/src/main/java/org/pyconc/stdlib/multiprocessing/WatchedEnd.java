package org.pyconc.stdlib.multiprocessing;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.WaitQueue;

/**
 * What is behind the descriptor of a connection, a queue or a process's sentinel: it can be waited
 * for with {@code select} and {@code connection.wait}. It keeps nothing open.
 */
final class WatchedEnd extends KernelObject implements Pollable {
  private final String description;
  private final WaitQueue reading;
  private final WaitQueue writing;
  private final BooleanSupplier canRead;
  private final BooleanSupplier canWrite;

  /**
   * @param reading woken when it may have become readable; null for what is never read
   * @param writing woken when it may have become writable; null for what is never written
   */
  WatchedEnd(
      String description,
      @Nullable WaitQueue reading,
      BooleanSupplier canRead,
      @Nullable WaitQueue writing,
      BooleanSupplier canWrite) {
    super(null);
    this.description = description;
    this.reading = reading == null ? new WaitQueue(this) : reading;
    this.writing = writing == null ? new WaitQueue(this) : writing;
    this.canRead = canRead;
    this.canWrite = canWrite;
  }

  @Override
  public int ready(int wanted) {
    return ((wanted & READ) != 0 && canRead.getAsBoolean() ? READ : 0)
        | ((wanted & WRITE) != 0 && canWrite.getAsBoolean() ? WRITE : 0);
  }

  @Override
  public WaitQueue queue(int one) {
    return one == READ ? reading : writing;
  }

  @Override
  public String describe() {
    return description;
  }
}
