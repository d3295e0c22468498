package org.pyconc.stdlib.socket;

import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Pollable;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeMethod;
import org.pyconc.operations.Items;

/** Another way for sockets to wait: one that lets greenlets run meanwhile. */
public final class SocketWaits {
  private SocketWaits() {}

  /** A way to wait. */
  public interface Way {
    /**
     * Waits until one of the wanted operations may be tried again.
     *
     * @return false if the deadline came first
     */
    boolean await(Pollable socket, int wanted, long deadline);
  }

  /** The method {@code _wait} of a class of sockets that wait in that way. */
  public static NativeMethod method(Way way) {
    return NativeMethod.of(
        SocketType.SOCKET,
        "_wait(self, events, timeout=None)",
        "Waits until it can be read (1) or written (2); False if the time is over.",
        new Body(way));
  }

  /** The way of a method {@code _wait} that was made here; null for any other object. */
  static @Nullable Way of(Object method) {
    return method instanceof NativeMethod m && m.code().body() instanceof Body b ? b.way : null;
  }

  private record Body(Way way) implements Native.FN {
    @Override
    public Object call(Object[] a) {
      return way.await(SocketType.open(a[0]), Items.toInt(a[1]), deadline(a[2]));
    }
  }

  private static long deadline(Object timeout) {
    double seconds = SocketModule.timeout(timeout);
    return seconds < 0 ? Deadline.NEVER : Deadline.afterSeconds(seconds);
  }
}
