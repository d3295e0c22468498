package org.pyconc.stdlib.socket;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Handle;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Polling;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.ProcessState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** A program's socket: a descriptor of its process, and how long to wait. */
final class SocketObject extends PyInstance implements Transferable {
  static final double NO_TIMEOUT = -1;

  /** -1 once closed. */
  int descriptor = -1;

  int family = -1;
  int kind = -1;
  int protocol;

  /** In seconds; 0 is non-blocking. */
  double timeout = NO_TIMEOUT;

  /** Who waits for this in a way of a class of its own. */
  final SocketWaits.Users users = new SocketWaits.Users();

  /** Under way to another process. */
  private @Nullable Handle travelling;

  /** Has it closed if the program forgets it. */
  private Descriptors.@Nullable Watch watch;

  SocketObject(PyType type) {
    super(type);
  }

  /** Gives a socket that is open a number of this process. */
  void attach(OpenSocket socket) {
    attach(socket, Descriptors.current().open(socket));
  }

  void attach(OpenSocket socket, int number) {
    descriptor = number;
    family = socket.family;
    kind = socket.kind;
    protocol = socket.protocol;
    watch = Descriptors.current().watch(this, number);
  }

  /** The host's socket; OSError if this one is closed. */
  OpenSocket socket() {
    if (descriptor >= 0) {
      KernelObject object = Descriptors.current().find(descriptor);
      if (object instanceof OpenSocket open) {
        return open;
      }
      if (object != null) {
        throw SocketErrors.of(88);
      }
    }
    throw SocketErrors.of(SocketErrors.BAD_DESCRIPTOR);
  }

  boolean isBlocking() {
    return timeout < 0;
  }

  long deadline() {
    return timeout < 0 ? Deadline.NEVER : Deadline.afterSeconds(timeout);
  }

  /**
   * Waits until an operation can be tried again. A class that has a {@code _wait} of its own waits
   * through that.
   *
   * @param deadline of the whole operation; if it is past, what CPython raises is thrown
   */
  void await(OpenSocket socket, int wanted, long deadline) {
    if (deadline == Deadline.NOW) {
      throw SocketErrors.of(SocketErrors.AGAIN);
    }
    Object own = type().lookup("_wait");
    boolean isReady;
    SocketWaits.Way way = own == null ? null : SocketWaits.of(own);
    if (way != null) {
      isReady = way.await(users, socket, wanted, deadline);
    } else if (own == null || own == SocketType.SOCKET.ownAttribute("_wait")) {
      isReady = Polling.await(socket, wanted, deadline);
    } else {
      Object seconds =
          deadline == Deadline.NEVER
              ? PySingleton.NONE
              : (Object) Math.max(0.0, (deadline - System.nanoTime()) / 1e9);
      isReady = Truth.isTrue(Calls.call2(Attributes.load(this, "_wait"), (long) wanted, seconds));
    }
    if (!isReady) {
      throw SocketErrors.timedOut();
    }
  }

  /** Gives up the descriptor without closing it. */
  int detach() {
    int number = descriptor;
    descriptor = -1;
    if (watch != null) {
      Descriptors.current().unwatch(watch);
      watch = null;
    }
    return number;
  }

  void close() {
    int number = detach();
    if (number >= 0 && Descriptors.current().find(number) != null) {
      Descriptors.current().close(number);
    }
  }

  @Override
  public Object copy(Copier copier) {
    SocketObject copy = new SocketObject(copier.copyType(type()));
    copy.family = family;
    copy.kind = kind;
    copy.protocol = protocol;
    copy.timeout = timeout;
    Handle carrier = travelling;
    if (carrier != null) {
      if (carrier.object() instanceof OpenSocket open) {
        copy.attach(open);
      }
    } else if (descriptor >= 0) {
      if (copier.isFork()) {
        copy.descriptor = descriptor;
      } else {
        Handle packed = socket().open(ProcessState.current().process());
        copy.travelling = copier.copyHandle(packed);
        packed.close();
      }
    }
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }

  /** What a method does with the host's socket. */
  interface Attempt {
    int run(OpenSocket socket) throws IOException;
  }

  /** Tries until the operation no longer would wait. */
  int attempt(int wanted, Attempt work) {
    return attempt(wanted, deadline(), work);
  }

  int attempt(int wanted, long deadline, Attempt work) {
    while (true) {
      OpenSocket socket = socket();
      int result;
      try {
        result = work.run(socket);
      } catch (IOException | RuntimeException e) {
        if (e instanceof org.pyconc.errors.PyException own) {
          throw own;
        }
        throw SocketErrors.of((Exception) e);
      }
      if (result != OpenSocket.WOULD_WAIT) {
        return result;
      }
      await(socket, wanted, deadline);
    }
  }
}
