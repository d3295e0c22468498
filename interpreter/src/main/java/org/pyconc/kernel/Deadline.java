package org.pyconc.kernel;

/** Points in time on the clock of {@link System#nanoTime()}, which all waits of the kernel use. */
public final class Deadline {
  /** A wait without a limit. */
  public static final long NEVER = Long.MAX_VALUE;

  /** A wait that only tries. */
  public static final long NOW = Long.MIN_VALUE;

  private Deadline() {}

  /** The point that many nanoseconds from now; {@link #NOW} if not positive. */
  public static long after(long nanos) {
    if (nanos <= 0) {
      return NOW;
    }
    long deadline = System.nanoTime() + nanos;
    return deadline < 0 ? NEVER : deadline;
  }

  /** The point that many seconds from now. Infinite or far away: {@link #NEVER}. */
  public static long afterSeconds(double seconds) {
    double nanos = seconds * 1e9;
    return nanos >= 9e18 ? NEVER : after((long) Math.ceil(nanos));
  }

  public static boolean isPast(long deadline) {
    return deadline != NEVER && (deadline == NOW || deadline <= System.nanoTime());
  }
}
