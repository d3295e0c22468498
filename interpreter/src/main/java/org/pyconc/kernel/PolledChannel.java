package org.pyconc.kernel;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A non-blocking channel of the host that tasks can wait for. */
public final class PolledChannel implements Pollable {
  private final SelectableChannel channel;
  private final Kernel kernel;
  private final WaitQueue readers = new WaitQueue(new Side("read from a socket"));
  private final WaitQueue writers = new WaitQueue(new Side("write to a socket"));

  /** What somebody waits for. Guarded by this. */
  private int armed;

  /** What the selector of the key looks for, in the JDK's words. Guarded by this. */
  private int watched;

  /** The key that was armed last. Guarded by this. */
  private @Nullable SelectionKey key;

  /** Who waits for it: one for each scheduler that has ever done so. Guarded by this. */
  private final List<Poller> pollers = new ArrayList<>(1);

  /**
   * @param channel in non-blocking mode
   */
  public PolledChannel(SelectableChannel channel, Kernel kernel) {
    this.channel = channel;
    this.kernel = kernel;
  }

  public SelectableChannel channel() {
    return channel;
  }

  /** What the JDK calls the operations, in the channel's present state. */
  private int nativeOperations(int wanted) {
    int operations = 0;
    int valid = channel.validOps();
    if ((wanted & READ) != 0) {
      operations |= valid & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT);
    }
    if ((wanted & WRITE) != 0) {
      boolean connects = channel instanceof SocketChannel s && s.isConnectionPending();
      operations |= connects ? SelectionKey.OP_CONNECT : valid & SelectionKey.OP_WRITE;
    }
    return operations;
  }

  private static int wanted(int nativeOperations) {
    int found = 0;
    if ((nativeOperations & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT)) != 0) {
      found = READ;
    }
    if ((nativeOperations & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0) {
      found |= WRITE;
    }
    return found;
  }

  @Override
  public int ready(int wanted) {
    if (!channel.isOpen()) {
      return wanted;
    }
    Selector probe = null;
    try {
      probe = kernel.probes().borrow();
      SelectionKey asked = channel.register(probe, nativeOperations(wanted));
      probe.selectNow();
      int found = asked.isValid() ? wanted(asked.readyOps()) : wanted;
      asked.cancel();
      return found & wanted;
    } catch (ClosedChannelException | ClosedSelectorException e) {
      return wanted;
    } catch (IOException e) {
      return wanted;
    } finally {
      if (probe != null) {
        kernel.probes().giveBack(probe);
      }
    }
  }

  @Override
  public void arm(int wanted) {
    synchronized (this) {
      armed |= wanted;
      try {
        Poller poller = kernel.poller();
        int operations = nativeOperations(armed);
        SelectionKey known = key;
        if (known == null || !known.isValid() || !poller.isOf(known)) {
          if (known != null && known.isValid()) {
            known.interestOps(0);
          }
          key = poller.register(channel, operations, this);
          watched = operations;
          if (!pollers.contains(poller)) {
            pollers.add(poller);
          }
        } else {
          int next = watched & SelectionKey.OP_READ | operations;
          if (next == watched) {
            return;
          }
          watched = next;
          known.interestOps(next);
        }
        poller.changed();
        return;
      } catch (IOException | java.nio.channels.CancelledKeyException e) {
        armed = 0;
        watched = 0;
      }
    }
    readers.wakeAll();
    writers.wakeAll();
  }

  @Override
  public synchronized boolean hasFired(int wanted) {
    return (armed & wanted) != wanted;
  }

  /**
   * The poller has found operations ready. Whoever waited for data will do so again when it has
   * read them: the selector goes on looking for them until they come when nobody waits.
   */
  void fired(SelectionKey from) {
    int found;
    synchronized (this) {
      try {
        int ready = from.readyOps();
        found = wanted(ready);
        int kept = SelectionKey.OP_READ & nativeOperations(armed);
        armed &= ~found;
        if (from != key) {
          from.interestOps(0);
        } else {
          int next = (watched & ~ready) | (ready & kept);
          if (next != watched) {
            watched = next;
            from.interestOps(next);
          }
        }
      } catch (java.nio.channels.CancelledKeyException e) {
        found = READ | WRITE;
        armed = 0;
        watched = 0;
      }
    }
    if ((found & READ) != 0) {
      readers.wakeAll();
    }
    if ((found & WRITE) != 0) {
      writers.wakeAll();
    }
  }

  @Override
  public WaitQueue queue(int one) {
    return one == READ ? readers : writers;
  }

  /** Closes the channel; all who wait are woken. */
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nobody is left to be told.
    }
    List<Poller> watching;
    synchronized (this) {
      armed = 0;
      watched = 0;
      watching = List.copyOf(pollers);
    }
    letGo(watching);
    if (channel instanceof ServerSocketChannel) {
      awaitRelease(watching);
    }
    readers.wakeAll();
    writers.wakeAll();
  }

  /** Until the selectors have let go of it, the host would still accept connections. */
  private static void letGo(List<Poller> watching) {
    for (Poller each : watching) {
      each.letGo();
    }
  }

  private void awaitRelease(List<Poller> watching) {
    long limit = System.nanoTime() + 100_000_000;
    while (channel.isRegistered() && System.nanoTime() < limit) {
      letGo(watching);
      LockSupport.parkNanos(50_000);
    }
  }

  private record Side(String description) implements WaitSource {
    @Override
    public String describe() {
      return description;
    }

    @Override
    public boolean isInputOutput() {
      return true;
    }
  }
}
