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
     * @param users who waits for the program's socket in this way
     * @return false if the deadline came first
     */
    boolean await(Users users, Pollable socket, int wanted, long deadline);
  }

  /** Who waits for one socket object, kept by a way that lets only one read and one write. */
  public static final class Users {
    private @Nullable Object reader;
    private @Nullable Object writer;

    Users() {}

    /** Who waits already for one of the operations, or null. */
    public @Nullable Object find(int wanted) {
      Object found = (wanted & Pollable.READ) == 0 ? null : reader;
      return found == null && (wanted & Pollable.WRITE) != 0 ? writer : found;
    }

    public void enter(int wanted, Object user) {
      set(wanted, user);
    }

    public void leave(int wanted) {
      set(wanted, null);
    }

    private void set(int wanted, @Nullable Object user) {
      if ((wanted & Pollable.READ) != 0) {
        reader = user;
      }
      if ((wanted & Pollable.WRITE) != 0) {
        writer = user;
      }
    }
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
      OpenSocket socket = SocketType.open(a[0]);
      return way.await(((SocketObject) a[0]).users, socket, Items.toInt(a[1]), deadline(a[2]));
    }
  }

  private static long deadline(Object timeout) {
    double seconds = SocketModule.timeout(timeout);
    return seconds < 0 ? Deadline.NEVER : Deadline.afterSeconds(seconds);
  }
}
