package org.pyconc.kernel;

/**
 * Something that can be asked whether reading or writing would wait: a socket, an end of a pipe.
 * Level-triggered, as on Linux.
 */
public interface Pollable {
  /** Reading, or accepting a connection. */
  int READ = 1;

  /** Writing, or the end of connecting. */
  int WRITE = 2;

  /** The other side has gone. */
  int HANG_UP = 1;

  /** Nobody will ever read what is written. */
  int BROKEN = 2;

  /** Reading would find the end at once, and nothing before it. */
  int DRAINED = 4;

  /** What has ended: {@link #HANG_UP}, {@link #BROKEN}, {@link #DRAINED} or none of them. */
  default int ends() {
    return 0;
  }

  /** Which of the wanted operations would not wait now. May ask the host; does not wait. */
  int ready(int wanted);

  /**
   * Asks for a wake-up of {@link #queue} as soon as one of the wanted operations would not wait,
   * even if that is so already. After the wake-up it must be asked for again. What wakes its queue
   * on its own account has nothing to do.
   */
  default void arm(int wanted) {}

  /** Whether a wake-up for one of the wanted operations has come since {@link #arm}. */
  default boolean hasFired(int wanted) {
    return ready(wanted) != 0;
  }

  /**
   * Those who wait for an operation.
   *
   * @param one {@link #READ} or {@link #WRITE}
   */
  WaitQueue queue(int one);
}
