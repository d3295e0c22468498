package org.pyconc.kernel;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the kernel's channels: one thread with one selector, made at first use. A channel's
 * interest is given up when it fires, so that nothing is reported that nobody waits for.
 */
final class Poller implements Runnable {
  private static final int KEPT_PROBES = 4;

  private final Kernel kernel;

  // Guarded by this.
  private @Nullable Selector selector;
  private final ArrayDeque<Selector> probes = new ArrayDeque<>(KEPT_PROBES);
  private boolean closed;

  Poller(Kernel kernel) {
    this.kernel = kernel;
  }

  private synchronized Selector selector() throws IOException {
    Selector known = selector;
    if (known != null) {
      return known;
    }
    if (closed) {
      throw new ClosedChannelException();
    }
    Selector made = Selector.open();
    selector = made;
    Thread thread = new Thread(null, this, "poller", 0, false);
    thread.setDaemon(true);
    thread.start();
    return made;
  }

  SelectionKey register(SelectableChannel channel, int operations, PolledChannel owner)
      throws IOException {
    return channel.register(selector(), operations, owner);
  }

  synchronized void wakeUp() {
    if (selector != null) {
      selector.wakeup();
    }
  }

  /** A selector for one look at something. */
  Selector borrowProbe() throws IOException {
    synchronized (this) {
      Selector kept = probes.poll();
      if (kept != null) {
        return kept;
      }
    }
    return Selector.open();
  }

  /** Its keys are cancelled. */
  void giveBackProbe(Selector probe) {
    try {
      probe.selectNow(); // lets go of cancelled keys
      synchronized (this) {
        if (!closed && probes.size() < KEPT_PROBES) {
          probes.add(probe);
          return;
        }
      }
      probe.close();
    } catch (IOException e) {
      // It is not used again.
    }
  }

  @Override
  public void run() {
    Selector own;
    try {
      own = selector();
    } catch (IOException e) {
      return;
    }
    while (!kernel.isClosed() && own.isOpen()) {
      try {
        own.select(
            key -> {
              if (key.attachment() instanceof PolledChannel channel) {
                channel.fired(key);
              }
            });
      } catch (IOException | java.nio.channels.ClosedSelectorException e) {
        break;
      }
    }
    close();
  }

  void close() {
    synchronized (this) {
      closed = true;
      for (Selector probe : probes) {
        closeQuietly(probe);
      }
      probes.clear();
      if (selector != null) {
        closeQuietly(selector);
      }
    }
  }

  private static void closeQuietly(Selector each) {
    try {
      each.close();
    } catch (IOException e) {
      // It is not used again.
    }
  }
}
