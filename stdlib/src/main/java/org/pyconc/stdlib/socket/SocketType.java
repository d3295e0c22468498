package org.pyconc.stdlib.socket;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.Polling;
import org.pyconc.kernel.Task;
import org.pyconc.kernel.TransferBuffer;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostAccess;

/**
 * The class {@code _socket.socket}.
 *
 * @see <a href="https://docs.python.org/3.11/library/socket.html#socket-objects">Socket Objects</a>
 */
final class SocketType {
  private static final int LARGEST_PIECE = 1 << 17;

  static final PyType SOCKET =
      new PyType(
          "_socket.socket", BuiltinTypes.OBJECT, true, SocketObject::new, SocketType::define);

  private SocketType() {}

  private static void define(TypeBuilder b) {
    b.methodN(
        "__init__(self, family=-1, type=-1, proto=-1, fileno=None)",
        "A socket of a family and type.",
        SocketType::initialise);
    b.method("bind(self, address, /)", "Gives it an address.", SocketType::bind);
    b.method("listen(self, backlog=128, /)", "Takes connections from now on.", SocketType::listen);
    b.method("_accept(self)", "The descriptor and address of a connection.", SocketType::accept);
    b.method("connect(self, address, /)", "Connects to an address.", SocketType::connect);
    b.method(
        "connect_ex(self, address, /)",
        "As connect, but returns the error's number.",
        SocketType::connectEx);
    b.method("send(self, data, flags=0, /)", "Sends; returns how many bytes.", SocketType::send);
    b.method("sendall(self, data, flags=0, /)", "Sends all.", SocketType::sendAll);
    b.methodN("sendto(self, data, *rest)", "Sends a datagram.", SocketType::sendTo);
    b.method("recv(self, bufsize, flags=0, /)", "Receives bytes.", SocketType::receive);
    b.method(
        "recvfrom(self, bufsize, flags=0, /)",
        "Receives bytes and where they come from.",
        SocketType::receiveFrom);
    b.method(
        "recv_into(self, buffer, nbytes=0, flags=0)",
        "Receives into a buffer; returns how many bytes.",
        SocketType::receiveInto);
    b.method(
        "recvfrom_into(self, buffer, nbytes=0, flags=0)",
        "Receives into a buffer; returns how many bytes and where they come from.",
        (self, buffer, count, flags) -> withSource(self, receiveInto(self, buffer, count, flags)));
    b.method("shutdown(self, how, /)", "Ends a direction.", SocketType::shutdown);
    b.method("close(self)", "Closes it.", SocketType::close);
    b.method("detach(self)", "Gives up the descriptor, which stays open.", SocketType::detach);
    b.method("fileno(self)", "The descriptor.", self -> (long) ((SocketObject) self).descriptor);
    b.method("getsockname(self)", "Its own address.", SocketType::localAddress);
    b.method("getpeername(self)", "The other side's address.", SocketType::remoteAddress);
    b.method("settimeout(self, timeout, /)", "How long to wait.", SocketType::setTimeout);
    b.method("gettimeout(self)", "How long to wait.", SocketType::timeout);
    b.method("setblocking(self, flag, /)", "Whether it waits.", SocketType::setBlocking);
    b.method("getblocking(self)", "Whether it waits.", self -> ((SocketObject) self).timeout != 0);
    b.methodN(
        "setsockopt(self, level, optname, value, optlen=None, /)",
        "Sets an option.",
        a -> SocketOptions.set(open(a[0]), Items.toInt(a[1]), Items.toInt(a[2]), a[3]));
    b.method(
        "getsockopt(self, level, optname, buflen=0, /)",
        "An option.",
        (self, level, name, length) ->
            SocketOptions.get(
                open(self), Items.toInt(level), Items.toInt(name), Items.toInt(length)));
    b.method(
        "_wait(self, events, timeout=None)",
        "Waits until it can be read (1) or written (2); False if the time is over.",
        SocketType::await);
    b.getter("family", "", self -> (long) ((SocketObject) self).family);
    b.getter("type", "", self -> (long) ((SocketObject) self).kind);
    b.getter("proto", "", self -> (long) ((SocketObject) self).protocol);
    b.getter("timeout", "", SocketType::timeout);
  }

  static OpenSocket open(Object self) {
    return ((SocketObject) self).socket();
  }

  private static Object initialise(Object[] a) {
    SocketObject self = (SocketObject) a[0];
    self.timeout = SocketModule.defaultTimeout();
    if (a[4] != PySingleton.NONE) {
      attach(self, a);
      return PySingleton.NONE;
    }
    int family = orDefault(a[1], SocketConstants.AF_INET);
    int kind = orDefault(a[2], SocketConstants.SOCK_STREAM);
    if ((kind & SocketConstants.SOCK_NONBLOCK) != 0) {
      self.timeout = 0;
    }
    kind &= ~(SocketConstants.SOCK_NONBLOCK | SocketConstants.SOCK_CLOEXEC);
    int protocol = orDefault(a[3], 0);
    if (family != SocketConstants.AF_INET
        && family != SocketConstants.AF_INET6
        && family != SocketConstants.AF_UNIX) {
      throw SocketErrors.of(SocketErrors.FAMILY_NOT_SUPPORTED);
    }
    if (kind == 3) {
      throw SocketErrors.of(1);
    }
    if (kind != SocketConstants.SOCK_STREAM
        && (kind != SocketConstants.SOCK_DGRAM || family == SocketConstants.AF_UNIX)) {
      throw SocketErrors.of(kind > 5 ? SocketErrors.INVALID : 94);
    }
    boolean fits =
        protocol == 0
            || protocol
                == (kind == SocketConstants.SOCK_STREAM
                    ? SocketConstants.IPPROTO_TCP
                    : SocketConstants.IPPROTO_UDP);
    if (!fits) {
      throw SocketErrors.of(93);
    }
    HostAccess.requireNetwork();
    try {
      Kernel kernel = Task.require().process().kernel();
      int wanted = kind;
      self.attach(Descriptors.open(() -> OpenSocket.open(family, wanted, protocol, kernel)));
    } catch (IOException e) {
      throw SocketErrors.of(e);
    }
    return PySingleton.NONE;
  }

  private static int orDefault(Object value, int usual) {
    int number = Items.toInt(value);
    return number == -1 ? usual : number;
  }

  private static void attach(SocketObject self, Object[] a) {
    if (Items.index(a[4]) instanceof Long l && l < 0) {
      throw Errors.valueError("negative file descriptor");
    }
    int number = Items.toInt(a[4]);
    KernelObject object = Descriptors.current().find(number);
    if (!(object instanceof OpenSocket open)) {
      throw SocketErrors.of(object == null ? SocketErrors.BAD_DESCRIPTOR : 88);
    }
    self.attach(open, number);
  }

  // ---- connections ---------------------------------------------------------------------------

  private static Object bind(Object self, Object address) {
    OpenSocket socket = open(self);
    SocketAddress parsed = Addresses.parse(socket, address, "bind");
    try {
      socket.bind(parsed);
    } catch (IOException | RuntimeException e) {
      throw SocketErrors.of(e);
    }
    return PySingleton.NONE;
  }

  private static Object listen(Object self, Object backlog) {
    OpenSocket socket = open(self);
    if (!socket.isStream()) {
      throw SocketErrors.of(SocketErrors.NOT_SUPPORTED);
    }
    int size = Items.toInt(backlog);
    try {
      socket.listen(size < 0 ? 0 : size);
    } catch (IOException | RuntimeException e) {
      throw SocketErrors.of(e);
    }
    return PySingleton.NONE;
  }

  private static Object accept(Object o) {
    SocketObject self = (SocketObject) o;
    OpenSocket[] found = new OpenSocket[1];
    self.attempt(
        Pollable.READ,
        socket -> {
          OpenSocket accepted = Descriptors.<@Nullable OpenSocket>open(socket::accept);
          if (accepted == null) {
            return OpenSocket.WOULD_WAIT;
          }
          found[0] = accepted;
          return 0;
        });
    OpenSocket accepted = found[0];
    int number = Descriptors.current().open(accepted);
    try {
      return PyTuple.of((long) number, Addresses.of(accepted, accepted.remoteAddress()));
    } catch (IOException e) {
      Descriptors.current().close(number);
      throw SocketErrors.of(e);
    }
  }

  private static int tryToConnect(SocketObject self, Object address) {
    OpenSocket socket = self.socket();
    SocketAddress parsed = Addresses.parse(socket, address, "connect");
    int error = socket.connect(parsed);
    if (error != SocketErrors.IN_PROGRESS || self.timeout == 0) {
      return error;
    }
    long deadline = self.deadline();
    while (true) {
      try {
        if (socket.finishConnecting()) {
          return 0;
        }
      } catch (IOException e) {
        socket.takeError();
        return SocketErrors.number(e);
      }
      self.await(socket, Pollable.WRITE, deadline);
    }
  }

  private static Object connect(Object self, Object address) {
    int error = tryToConnect((SocketObject) self, address);
    if (error != 0) {
      throw SocketErrors.of(error);
    }
    return PySingleton.NONE;
  }

  private static Object connectEx(Object o, Object address) {
    SocketObject self = (SocketObject) o;
    try {
      return (long) tryToConnect(self, address);
    } catch (org.pyconc.errors.PyException e) {
      if (self.timeout > 0 && e.value().type() == org.pyconc.errors.ExceptionTypes.TIMEOUT_ERROR) {
        return (long) SocketErrors.AGAIN;
      }
      throw e;
    }
  }

  private static Object shutdown(Object self, Object how) {
    int direction = Items.toInt(how);
    OpenSocket socket = open(self);
    if (direction < 0 || direction > 2) {
      throw SocketErrors.of(SocketErrors.INVALID);
    }
    try {
      socket.shutdown(direction != 1, direction != 0);
    } catch (IOException | RuntimeException e) {
      throw SocketErrors.of(e);
    }
    return PySingleton.NONE;
  }

  private static Object close(Object self) {
    ((SocketObject) self).close();
    return PySingleton.NONE;
  }

  private static Object detach(Object self) {
    return (long) ((SocketObject) self).detach();
  }

  // ---- data ----------------------------------------------------------------------------------

  private static long deadline(SocketObject self, int flags) {
    return (flags & SocketConstants.MSG_DONTWAIT) != 0 ? Deadline.NOW : self.deadline();
  }

  private static Object send(Object o, Object data, Object flags) {
    SocketObject self = (SocketObject) o;
    byte[] bytes = Buffers.bytes(data);
    long deadline = deadline(self, Items.toInt(flags));
    if (deadline == Deadline.NEVER && self.kind == SocketConstants.SOCK_STREAM) {
      sendAll(self, bytes, deadline); // as Linux does for a socket that blocks
      return (long) bytes.length;
    }
    return (long)
        self.attempt(Pollable.WRITE, deadline, socket -> socket.send(bytes, 0, bytes.length));
  }

  private static Object sendAll(Object o, Object data, Object flags) {
    SocketObject self = (SocketObject) o;
    sendAll(self, Buffers.bytes(data), deadline(self, Items.toInt(flags)));
    return PySingleton.NONE;
  }

  static void sendAll(SocketObject self, byte[] bytes, long deadline) {
    int sent = 0;
    do {
      int from = sent;
      sent +=
          self.attempt(
              Pollable.WRITE, deadline, socket -> socket.send(bytes, from, bytes.length - from));
    } while (sent < bytes.length);
  }

  private static Object sendTo(Object[] a) {
    SocketObject self = (SocketObject) a[0];
    PyTuple rest = (PyTuple) a[2];
    if (rest.size() < 1 || rest.size() > 2) {
      throw Errors.typeError("sendto() takes 2 or 3 arguments (" + (1 + rest.size()) + " given)");
    }
    byte[] bytes = Buffers.bytes(a[1]);
    int flags = rest.size() == 2 ? Items.toInt(rest.get(0)) : 0;
    SocketAddress target = Addresses.parse(self.socket(), rest.get(rest.size() - 1), "sendto");
    return (long)
        self.attempt(Pollable.WRITE, deadline(self, flags), socket -> socket.sendTo(bytes, target));
  }

  private static int size(Object value, String function) {
    int size = Items.toInt(value);
    if (size < 0) {
      throw Errors.valueError("negative buffersize in " + function);
    }
    return size;
  }

  private static PyBytes receiveBytes(SocketObject self, int count, int flags) {
    if ((flags & SocketConstants.MSG_WAITALL) != 0) {
      return receiveAll(self, count, flags);
    }
    if (flags == 0 && count > 0 && count <= TransferBuffer.SIZE && self.socket().isStream()) {
      return receiveFromStream(self, count);
    }
    byte[] buffer = new byte[Math.min(count, LARGEST_PIECE)];
    int received = receive(self, buffer, 0, buffer.length, flags);
    return received <= 0
        ? PyBytes.EMPTY
        : new PyBytes(received == buffer.length ? buffer : Arrays.copyOf(buffer, received));
  }

  /** No bytes are made before some have come. */
  private static PyBytes receiveFromStream(SocketObject self, int count) {
    long deadline = self.deadline();
    StreamRead read = new StreamRead(count, deadline == Deadline.NEVER);
    self.attempt(Pollable.READ, deadline, read);
    return read.result;
  }

  private static final class StreamRead implements SocketObject.Attempt {
    private final int count;
    private final boolean waits;
    private PyBytes result = PyBytes.EMPTY;

    /**
     * @param waits whether it is tried again when there is something to be read
     */
    StreamRead(int count, boolean waits) {
      this.count = count;
      this.waits = waits;
    }

    /** The buffer is asked for each time: after a wait the task may run on another scheduler. */
    @Override
    public int run(OpenSocket socket) throws IOException {
      ByteBuffer transfer = TransferBuffer.current();
      if (transfer == null) {
        transfer = ByteBuffer.allocate(count);
      }
      int received = socket.receive(transfer.limit(count), waits);
      if (received > 0) {
        byte[] bytes = new byte[received];
        transfer.get(0, bytes);
        result = new PyBytes(bytes);
      }
      return received;
    }
  }

  private static PyBytes receiveAll(SocketObject self, int count, int flags) {
    byte[] buffer = new byte[count];
    int received = 0;
    while (received < count) {
      int more = receive(self, buffer, received, count - received, flags);
      if (more <= 0) {
        break;
      }
      received += more;
    }
    return new PyBytes(Arrays.copyOf(buffer, received));
  }

  static int receive(SocketObject self, byte[] to, int from, int count, int flags) {
    boolean peeks = (flags & SocketConstants.MSG_PEEK) != 0;
    return self.attempt(
        Pollable.READ, deadline(self, flags), socket -> socket.receive(to, from, count, peeks));
  }

  private static Object receive(Object self, Object count, Object flags) {
    return receiveBytes((SocketObject) self, size(count, "recv"), Items.toInt(flags));
  }

  private static Object receiveFrom(Object self, Object count, Object flags) {
    PyBytes bytes = receiveBytes((SocketObject) self, size(count, "recvfrom"), Items.toInt(flags));
    return withSource(self, bytes);
  }

  private static Object withSource(Object self, Object received) {
    OpenSocket socket = open(self);
    @Nullable SocketAddress source = socket.lastSource();
    Object address =
        socket.isStream() || source == null ? PySingleton.NONE : Addresses.of(socket, source);
    return PyTuple.of(received, address);
  }

  private static Object receiveInto(Object o, Object buffer, Object count, Object flags) {
    SocketObject self = (SocketObject) o;
    Object plain = PyPayloadInstance.unwrap(buffer);
    int length =
        switch (plain) {
          case PyByteArray array -> array.size();
          case PyMemoryView view when !view.isReadOnly() -> view.length();
          case PyBytes b -> throw readOnly(buffer);
          case PyMemoryView view -> throw readOnly(buffer);
          default ->
              throw Errors.typeError(
                  "recv_into() argument 1 must be read-write bytes-like object, not "
                      + PyType.of(buffer).name());
        };
    int wanted = size(count, "recv_into");
    if (wanted > length) {
      throw Errors.valueError("buffer too small for requested bytes");
    }
    int size = wanted == 0 ? length : wanted;
    byte[] bytes = new byte[Math.min(size, LARGEST_PIECE)];
    int received = Math.max(0, receive(self, bytes, 0, bytes.length, Items.toInt(flags)));
    switch (plain) {
      case PyByteArray array -> System.arraycopy(bytes, 0, array.array(), 0, received);
      case PyMemoryView view -> {
        for (int i = 0; i < received; i++) {
          view.set(i, bytes[i]);
        }
      }
      default -> throw readOnly(buffer);
    }
    return (long) received;
  }

  private static RuntimeException readOnly(Object buffer) {
    return Errors.typeError(
        "recv_into() argument 1 must be read-write bytes-like object, not "
            + PyType.of(buffer).name());
  }

  // ---- state ---------------------------------------------------------------------------------

  private static Object localAddress(Object self) {
    OpenSocket socket = open(self);
    try {
      return Addresses.of(socket, socket.localAddress());
    } catch (IOException e) {
      throw SocketErrors.of(e);
    }
  }

  private static Object remoteAddress(Object self) {
    OpenSocket socket = open(self);
    try {
      SocketAddress address = socket.remoteAddress();
      if (address == null) {
        throw SocketErrors.of(SocketErrors.NOT_CONNECTED);
      }
      return Addresses.of(socket, address);
    } catch (IOException e) {
      throw SocketErrors.of(e);
    }
  }

  private static Object timeout(Object self) {
    double timeout = ((SocketObject) self).timeout;
    return timeout < 0 ? PySingleton.NONE : (Object) timeout;
  }

  private static Object setTimeout(Object self, Object value) {
    ((SocketObject) self).timeout = SocketModule.timeout(value);
    return PySingleton.NONE;
  }

  private static Object setBlocking(Object self, Object flag) {
    ((SocketObject) self).timeout = Truth.isTrue(flag) ? SocketObject.NO_TIMEOUT : 0;
    return PySingleton.NONE;
  }

  private static Object await(Object self, Object events, Object timeout) {
    double seconds = SocketModule.timeout(timeout);
    long deadline = seconds < 0 ? Deadline.NEVER : Deadline.afterSeconds(seconds);
    return Polling.await(open(self), Items.toInt(events), deadline);
  }
}
