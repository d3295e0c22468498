package org.pyconc.stdlib.socket;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.Set;
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

  /** Under way to another process. */
  private @Nullable Handle travelling;

  private @Nullable Ghost ghost;

  SocketObject(PyType type) {
    super(type);
  }

  /** Gives a socket that is open a number of this process. */
  void attach(OpenSocket socket) {
    Abandoned abandoned = ProcessState.current().moduleState(Abandoned.class, Abandoned::new);
    abandoned.close();
    attach(socket, Descriptors.current().open(socket));
    ghost = abandoned.watch(this, socket);
  }

  void attach(OpenSocket socket, int number) {
    descriptor = number;
    family = socket.family;
    kind = socket.kind;
    protocol = socket.protocol;
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
    if (own == null || own == SocketType.SOCKET.ownAttribute("_wait")) {
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
    Ghost watching = ghost;
    if (watching != null) {
      ghost = null;
      ProcessState.current().moduleState(Abandoned.class, Abandoned::new).forget(watching);
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

  /** Sockets that a program has forgotten to close: closed when the next one is opened. */
  private static final class Abandoned {
    private final ReferenceQueue<SocketObject> queue = new ReferenceQueue<>();
    private final Set<Ghost> ghosts = new HashSet<>();

    Ghost watch(SocketObject object, OpenSocket socket) {
      Ghost made = new Ghost(object, socket, queue);
      ghosts.add(made);
      return made;
    }

    void forget(Ghost known) {
      ghosts.remove(known);
      known.clear();
    }

    void close() {
      for (Reference<?> each = queue.poll(); each != null; each = queue.poll()) {
        if (each instanceof Ghost ghost && ghosts.remove(ghost)) {
          ghost.close();
        }
      }
    }
  }

  private static final class Ghost extends PhantomReference<SocketObject> {
    private final int number;
    private final OpenSocket socket;

    Ghost(SocketObject object, OpenSocket socket, ReferenceQueue<SocketObject> queue) {
      super(object, queue);
      this.number = object.descriptor;
      this.socket = socket;
    }

    void close() {
      if (Descriptors.current().find(number) == socket) {
        Descriptors.current().close(number);
      }
    }
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
