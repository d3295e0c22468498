package org.pyconc.kernel;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for the channels of a scheduler's tasks: on the scheduler's own thread, while it has
 * nothing to run, so that no other thread has to be woken on the way. While tasks run it looks at
 * the channels now and then. A channel's interest is given up when it fires, so that nothing is
 * reported that nobody waits for.
 */
final class Poller {
  private static final long PAUSE_NANOS = 100_000;
  private static final long MILLISECOND = 1_000_000;

  private final Scheduler owner;
  private final Selector selector;

  /** Some other thread wants the selector to let go of a channel. */
  private volatile boolean asked;

  // Owner's thread only.
  private long lookedAt;
  private boolean looking;

  Poller(Scheduler owner) throws IOException {
    this.owner = owner;
    this.selector = Selector.open();
  }

  /** The channel's key here; made at the first time. */
  SelectionKey register(SelectableChannel channel, int operations, PolledChannel attachment)
      throws IOException {
    return channel.register(selector, operations, attachment);
  }

  boolean isOf(SelectionKey key) {
    return key.selector() == selector;
  }

  /** Whether there are channels to wait for. */
  boolean isWatching() {
    return selector.isOpen() && !selector.keys().isEmpty();
  }

  /** The interest of a channel was changed. */
  void changed() {
    if (Scheduler.current() != owner) {
      wakeUp();
    }
  }

  void wakeUp() {
    selector.wakeup();
  }

  /** A channel was closed: its descriptor is kept until the selector has let go of it. */
  void letGo() {
    if (Scheduler.current() == owner || owner.thread() == null) {
      look();
    } else {
      asked = true;
      owner.wantAttention();
      wakeUp();
    }
  }

  /** Owner's thread: reports what is ready, unless that has just been done. */
  void lookNowAndThen() {
    if (asked) {
      asked = false;
      look();
    } else if (isWatching() && System.nanoTime() - lookedAt >= PAUSE_NANOS) {
      look();
    }
  }

  private void look() {
    if (looking) {
      return;
    }
    looking = true;
    try {
      selector.selectNow(Poller::report);
    } catch (IOException | ClosedSelectorException e) {
      // Closed with the kernel, or nothing to be reported.
    } finally {
      looking = false;
    }
    lookedAt = System.nanoTime();
  }

  /**
   * Owner's thread: waits until something is ready or {@link #wakeUp()}.
   *
   * @param nanos the longest time; 0 for no limit
   */
  void await(long nanos) {
    if (nanos > 0 && nanos < MILLISECOND) {
      // The selector waits for whole milliseconds.
      look();
      if (owner.hasNothingToDo()) {
        LockSupport.parkNanos(owner, Math.min(nanos, PAUSE_NANOS));
      }
      return;
    }
    looking = true;
    try {
      selector.select(Poller::report, nanos / MILLISECOND);
    } catch (IOException | ClosedSelectorException e) {
      LockSupport.parkNanos(owner, MILLISECOND); // nothing to be reported
    } finally {
      looking = false;
    }
    lookedAt = System.nanoTime();
  }

  private static void report(SelectionKey key) {
    if (key.attachment() instanceof PolledChannel channel) {
      channel.fired(key);
    }
  }

  void close() {
    try {
      selector.close();
    } catch (IOException e) {
      // It is not used again.
    }
  }
}
