package org.pyconc.kernel;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A buffer outside of Java's heap in which a scheduler hands bytes to the host and takes them: the
 * JDK would copy those of an array into one as well. Between two operations its content is
 * nobody's. Whoever uses it must not be suspended meanwhile, and asks for it anew after each wait:
 * the task may go on with another scheduler.
 */
public final class TransferBuffer {
  /** How many bytes it holds. */
  public static final int SIZE = 1 << 16;

  private TransferBuffer() {}

  /** The empty buffer of the running scheduler; null outside of schedulers. */
  public static @Nullable ByteBuffer current() {
    Scheduler scheduler = Scheduler.current();
    if (scheduler == null) {
      return null;
    }
    ByteBuffer known = scheduler.transferBuffer;
    if (known == null) {
      known = ByteBuffer.allocateDirect(SIZE);
      scheduler.transferBuffer = known;
    }
    return known.clear();
  }
}
