package org.pyconc.stdlib.socket;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.Pollable;
import org.pyconc.kernel.PolledChannel;
import org.pyconc.kernel.Polling;
import org.pyconc.kernel.TransferBuffer;
import org.pyconc.kernel.WaitQueue;
import org.pyconc.runtime.ByteEnd;

/**
 * A socket of the host: what several processes may have descriptors of. Its operations never wait;
 * {@link #WOULD_WAIT} says that they would.
 */
final class OpenSocket extends KernelObject implements ByteEnd, Pollable {
  static final int WOULD_WAIT = -2;
  static final int END = -1;

  /** What the JDK would otherwise copy as a whole before it writes. */
  private static final int LARGEST_PIECE = 1 << 17;

  private static final byte[] NOTHING = {};

  final int family;
  final int kind;
  final int protocol;
  private final Kernel kernel;

  /** Replaced when a stream socket begins to listen, and when connecting has failed. */
  private volatile PolledChannel polled;

  /** Options that were set, for a channel that replaces this one and for accepted ones. */
  private final Map<SocketOption<?>, Object> options = new LinkedHashMap<>();

  /** Received, and given back by a look ahead. Guarded by this. */
  private byte[] peeked = NOTHING;

  private @Nullable SocketAddress peekedFrom;
  private volatile boolean hasPeeked;

  /** Set when connecting has failed; fetched once. */
  private int pendingError;

  private final EmptyHabit habit = new EmptyHabit();

  private boolean hasFailedToConnect;
  private boolean isReadShut;
  private boolean isClosed;

  /** A Unix socket that has a name only because the host needs one. */
  boolean isNameless;

  private OpenSocket(int family, int kind, int protocol, SelectableChannel channel, Kernel kernel)
      throws IOException {
    super(null);
    this.family = family;
    this.kind = kind;
    this.protocol = protocol;
    this.kernel = kernel;
    channel.configureBlocking(false);
    this.polled = new PolledChannel(channel, kernel);
  }

  static OpenSocket open(int family, int kind, int protocol, Kernel kernel) throws IOException {
    return new OpenSocket(family, kind, protocol, newChannel(family, kind), kernel);
  }

  /** A socket around a channel of the host. */
  static OpenSocket of(int family, int kind, SelectableChannel channel, Kernel kernel)
      throws IOException {
    return new OpenSocket(family, kind, 0, channel, kernel);
  }

  private static SelectableChannel newChannel(int family, int kind) throws IOException {
    ProtocolFamily name =
        switch (family) {
          case SocketConstants.AF_UNIX -> StandardProtocolFamily.UNIX;
          case SocketConstants.AF_INET6 -> StandardProtocolFamily.INET6;
          default -> StandardProtocolFamily.INET;
        };
    return kind == SocketConstants.SOCK_DGRAM
        ? DatagramChannel.open(name)
        : SocketChannel.open(name);
  }

  private SelectableChannel channel() {
    return polled.channel();
  }

  boolean isStream() {
    return kind == SocketConstants.SOCK_STREAM;
  }

  boolean isListening() {
    return channel() instanceof ServerSocketChannel;
  }

  // ---- addresses -----------------------------------------------------------------------------

  synchronized void bind(SocketAddress address) throws IOException {
    if (hasFailedToConnect) {
      reopen();
    }
    NetworkChannel network = (NetworkChannel) channel();
    network.bind(address);
  }

  @Nullable SocketAddress localAddress() throws IOException {
    return channel() instanceof NetworkChannel n ? n.getLocalAddress() : null;
  }

  @Nullable SocketAddress remoteAddress() throws IOException {
    return switch (channel()) {
      case SocketChannel s when s.isConnected() -> s.getRemoteAddress();
      case DatagramChannel d -> d.getRemoteAddress();
      default -> null;
    };
  }

  synchronized void listen(int backlog) throws IOException {
    if (!(channel() instanceof SocketChannel bound)) {
      return;
    }
    if (bound.isConnected()) {
      throw new IOException(SocketErrors.words(SocketErrors.INVALID));
    }
    SocketAddress address = bound.getLocalAddress();
    ServerSocketChannel server =
        ServerSocketChannel.open(
            switch (family) {
              case SocketConstants.AF_UNIX -> StandardProtocolFamily.UNIX;
              case SocketConstants.AF_INET6 -> StandardProtocolFamily.INET6;
              default -> StandardProtocolFamily.INET;
            });
    PolledChannel before = polled;
    try {
      server.configureBlocking(false);
      if (family != SocketConstants.AF_UNIX) {
        server.setOption(
            StandardSocketOptions.SO_REUSEADDR,
            Boolean.TRUE.equals(options.get(StandardSocketOptions.SO_REUSEADDR)));
      }
      applyOptions(server);
      before.close();
      if (address instanceof java.net.UnixDomainSocketAddress unix) {
        java.nio.file.Files.deleteIfExists(unix.getPath());
      }
      server.bind(address, Math.max(backlog, 1));
    } catch (IOException e) {
      server.close();
      throw e;
    }
    polled = new PolledChannel(server, kernel);
  }

  /** An accepted connection, or null if there is none yet. */
  @Nullable OpenSocket accept() throws IOException {
    if (!(channel() instanceof ServerSocketChannel server) || isReadShut) {
      int why = isStream() ? SocketErrors.INVALID : SocketErrors.NOT_SUPPORTED;
      throw new IOException(SocketErrors.words(why));
    }
    SocketChannel accepted = server.accept();
    if (accepted == null) {
      return null;
    }
    OpenSocket socket = new OpenSocket(family, kind, protocol, accepted, kernel);
    synchronized (this) {
      socket.options.putAll(options);
    }
    socket.applyOptions(accepted);
    return socket;
  }

  // ---- connecting ----------------------------------------------------------------------------

  /** Begins to connect; returns 0, or the number of the error, such as IN_PROGRESS. */
  synchronized int connect(SocketAddress address) {
    if (hasFailedToConnect) {
      reopen();
    }
    try {
      switch (channel()) {
        case DatagramChannel d -> {
          d.disconnect();
          d.connect(address);
          return 0;
        }
        case SocketChannel s -> {
          if (s.isConnectionPending()) {
            return finishConnecting() ? 0 : SocketErrors.ALREADY;
          }
          return s.connect(address) ? 0 : SocketErrors.IN_PROGRESS;
        }
        default -> {
          return SocketErrors.INVALID;
        }
      }
    } catch (IOException | RuntimeException e) {
      hasFailedToConnect = channel() instanceof SocketChannel s && !s.isOpen();
      return SocketErrors.number(e);
    }
  }

  /** Looks whether the connection is there now. */
  synchronized boolean finishConnecting() throws IOException {
    if (channel() instanceof SocketChannel s && s.isConnectionPending()) {
      try {
        return s.finishConnect();
      } catch (IOException e) {
        hasFailedToConnect = true;
        pendingError = SocketErrors.number(e);
        throw e;
      }
    }
    return true;
  }

  /** The host closes what could not connect: another one in its place. */
  private void reopen() {
    try {
      SelectableChannel fresh = newChannel(family, kind);
      fresh.configureBlocking(false);
      applyOptions((NetworkChannel) fresh);
      polled.close();
      polled = new PolledChannel(fresh, kernel);
      hasFailedToConnect = false;
    } catch (IOException e) {
      pendingError = SocketErrors.number(e);
    }
  }

  /** The number of the last asynchronous error, once. */
  synchronized int takeError() {
    try {
      finishConnecting();
    } catch (IOException e) {
      // It is in pendingError.
    }
    int error = pendingError;
    pendingError = 0;
    return error;
  }

  // ---- data ----------------------------------------------------------------------------------

  /** A channel that data can go through. */
  private SelectableChannel dataChannel(int whenNotConnected) throws IOException {
    SelectableChannel channel = channel();
    if (hasFailedToConnect || channel instanceof ServerSocketChannel) {
      throw new IOException(SocketErrors.words(whenNotConnected));
    }
    if (channel instanceof SocketChannel s && !s.isConnected()) {
      if (s.isConnectionPending()) {
        return channel;
      }
      throw new IOException(SocketErrors.words(whenNotConnected));
    }
    return channel;
  }

  /**
   * Receives what is there.
   *
   * @return how many bytes, {@link #END} or {@link #WOULD_WAIT}
   */
  int receive(byte[] to, int from, int count, boolean peeks) throws IOException {
    if (hasPeeked) {
      return takePeeked(to, from, count, peeks);
    }
    SelectableChannel channel = dataChannel(SocketErrors.NOT_CONNECTED);
    ByteBuffer buffer = ByteBuffer.wrap(to, from, Math.min(count, LARGEST_PIECE));
    int received;
    if (channel instanceof SocketChannel s) {
      if (!finishConnecting()) {
        return WOULD_WAIT;
      }
      if (isReadShut) {
        return END;
      }
      received = s.read(buffer);
      if (received == 0) {
        return count == 0 ? 0 : WOULD_WAIT;
      }
    } else {
      DatagramChannel d = (DatagramChannel) channel;
      peekedFrom = d.receive(buffer);
      if (peekedFrom == null) {
        return WOULD_WAIT;
      }
      received = buffer.position() - from;
    }
    if (peeks && received >= 0) {
      synchronized (this) {
        peeked = Arrays.copyOfRange(to, from, from + received);
        hasPeeked = true;
      }
    }
    return received;
  }

  /**
   * Receives what is there from a stream socket.
   *
   * @param waits whether the caller waits if there is nothing: then it may be told so without a
   *     look at the host
   * @return how many bytes, {@link #END} or {@link #WOULD_WAIT}
   */
  int receive(ByteBuffer to, boolean waits) throws IOException {
    if (hasPeeked) {
      byte[] bytes = new byte[to.remaining()];
      int given = takePeeked(bytes, 0, bytes.length, false);
      to.put(bytes, 0, given);
      return given;
    }
    if (!(dataChannel(SocketErrors.NOT_CONNECTED) instanceof SocketChannel s)) {
      throw new IllegalStateException("not a stream");
    }
    if (!s.isConnected() && !finishConnecting()) {
      return WOULD_WAIT;
    }
    if (isReadShut) {
      return END;
    }
    if (waits && habit.isToBeExpected()) {
      return WOULD_WAIT;
    }
    int wanted = to.remaining();
    int received = s.read(to);
    habit.received(received, wanted);
    return received == 0 ? WOULD_WAIT : received;
  }

  private synchronized int takePeeked(byte[] to, int from, int count, boolean peeks) {
    if (isStream() && count > peeked.length) {
      topUp(count);
    }
    int given = Math.min(count, peeked.length);
    System.arraycopy(peeked, 0, to, from, given);
    if (!peeks) {
      if (isStream() && given < peeked.length) {
        peeked = Arrays.copyOfRange(peeked, given, peeked.length);
      } else {
        peeked = NOTHING;
        hasPeeked = false;
      }
    }
    return given;
  }

  /** More of what has come behind what was looked at. */
  private void topUp(int count) {
    byte[] more = new byte[Math.min(count, LARGEST_PIECE)];
    System.arraycopy(peeked, 0, more, 0, peeked.length);
    ByteBuffer rest = ByteBuffer.wrap(more, peeked.length, more.length - peeked.length);
    try {
      if (channel() instanceof SocketChannel s && s.read(rest) > 0) {
        peeked = Arrays.copyOf(more, rest.position());
      }
    } catch (IOException e) {
      // Found again when what is there has been read.
    }
  }

  /** Only sockets of this machine tell that the other side is closed. */
  @Override
  public FileType fileType() {
    return FileType.SOCKET;
  }

  @Override
  public int ends() {
    if (family != SocketConstants.AF_UNIX
        || !(channel() instanceof SocketChannel s)
        || !s.isConnected()) {
      return 0;
    }
    try {
      return receive(new byte[1], 0, 1, true) == END ? HANG_UP : 0;
    } catch (IOException e) {
      return HANG_UP | BROKEN;
    }
  }

  /** Where the datagram came from that was received last. */
  @Nullable SocketAddress lastSource() {
    return peekedFrom;
  }

  /** Sends; returns how many bytes, or {@link #WOULD_WAIT}. */
  int send(byte[] bytes, int from, int count) throws IOException {
    SelectableChannel channel = dataChannel(isStream() ? SocketErrors.BROKEN_PIPE : 89);
    if (channel instanceof DatagramChannel d) {
      if (d.getRemoteAddress() == null) {
        throw new IOException(SocketErrors.words(89));
      }
      if (count == 0) {
        return sendEmpty(d);
      }
      int sent = d.write(ByteBuffer.wrap(bytes, from, count));
      return sent == 0 && count > 0 ? WOULD_WAIT : sent;
    }
    SocketChannel stream = (SocketChannel) channel;
    if (!stream.isConnected() && !finishConnecting()) {
      return WOULD_WAIT;
    }
    if (count == 0) {
      return 0;
    }
    try {
      int sent = stream.write(outgoing(bytes, from, count));
      return sent == 0 ? WOULD_WAIT : sent;
    } catch (java.nio.channels.ClosedChannelException e) {
      throw isClosed ? e : new IOException(SocketErrors.words(SocketErrors.BROKEN_PIPE));
    }
  }

  private static ByteBuffer outgoing(byte[] bytes, int from, int count) {
    ByteBuffer transfer = TransferBuffer.current();
    if (transfer == null || count > transfer.capacity()) {
      return ByteBuffer.wrap(bytes, from, Math.min(count, LARGEST_PIECE));
    }
    return transfer.put(bytes, from, count).flip();
  }

  /** The host leaves empty datagrams out, unless their target is named. */
  private synchronized int sendEmpty(DatagramChannel d) throws IOException {
    SocketAddress target = d.getRemoteAddress();
    d.disconnect();
    try {
      return d.send(ByteBuffer.allocate(0), target);
    } finally {
      d.connect(target);
    }
  }

  /** Sends a datagram; returns its size, or {@link #WOULD_WAIT}. */
  int sendTo(byte[] bytes, SocketAddress target) throws IOException {
    if (!(channel() instanceof DatagramChannel d)) {
      return send(bytes, 0, bytes.length);
    }
    int sent = d.send(ByteBuffer.wrap(bytes), target);
    return sent == 0 && bytes.length > 0 ? WOULD_WAIT : sent;
  }

  void shutdown(boolean reading, boolean writing) throws IOException {
    switch (channel()) {
      case SocketChannel s -> {
        if (!s.isConnected()) {
          throw new IOException(SocketErrors.words(SocketErrors.NOT_CONNECTED));
        }
        if (writing) {
          s.shutdownOutput();
        }
        if (reading) {
          s.shutdownInput();
          isReadShut = true;
          polled.queue(READ).wakeAll();
        }
      }
      case ServerSocketChannel s when reading -> {
        isReadShut = true;
        polled.close();
      }
      case DatagramChannel d when !d.isConnected() ->
          throw new IOException(SocketErrors.words(SocketErrors.NOT_CONNECTED));
      default -> {}
    }
  }

  // ---- options -------------------------------------------------------------------------------

  <T> void setOption(SocketOption<T> option, T value) throws IOException {
    synchronized (this) {
      options.put(option, value);
    }
    NetworkChannel network = (NetworkChannel) channel();
    if (network.supportedOptions().contains(option)) {
      network.setOption(option, value);
    }
  }

  <T> @Nullable T option(SocketOption<T> option) throws IOException {
    NetworkChannel network = (NetworkChannel) channel();
    if (network.supportedOptions().contains(option)) {
      return network.getOption(option);
    }
    synchronized (this) {
      Object known = options.get(option);
      return known == null ? null : option.type().cast(known);
    }
  }

  private synchronized void applyOptions(NetworkChannel network) throws IOException {
    for (Map.Entry<SocketOption<?>, Object> each : options.entrySet()) {
      apply(network, each.getKey(), each.getValue());
    }
  }

  private static <T> void apply(NetworkChannel network, SocketOption<T> option, Object value)
      throws IOException {
    if (network.supportedOptions().contains(option)) {
      network.setOption(option, option.type().cast(value));
    }
  }

  @Nullable DatagramChannel datagrams() {
    return channel() instanceof DatagramChannel d ? d : null;
  }

  // ---- waiting -------------------------------------------------------------------------------

  /** A socket that is not connected is ready for everything, as on Linux. */
  private boolean isIdle() {
    return channel() instanceof SocketChannel s && !s.isConnected() && !s.isConnectionPending();
  }

  @Override
  public int ready(int wanted) {
    if (hasFailedToConnect || isIdle()) {
      return wanted;
    }
    int sure = hasPeeked || isReadShut ? wanted & READ : 0;
    return sure == wanted ? sure : sure | polled.ready(wanted);
  }

  @Override
  public void arm(int wanted) {
    polled.arm(wanted);
  }

  @Override
  public boolean hasFired(int wanted) {
    return polled.hasFired(wanted);
  }

  @Override
  public WaitQueue queue(int one) {
    return polled.queue(one);
  }

  @Override
  public int read(byte[] to, int from, int count) throws IOException {
    while (true) {
      int received = receive(to, from, count, false);
      if (received != WOULD_WAIT) {
        return received == 0 ? END : received;
      }
      Polling.await(this, READ, Deadline.NEVER);
    }
  }

  @Override
  public int write(byte[] bytes, int from, int count) throws IOException {
    while (true) {
      int sent = send(bytes, from, count);
      if (sent != WOULD_WAIT) {
        return sent;
      }
      Polling.await(this, WRITE, Deadline.NEVER);
    }
  }

  @Override
  protected void onLastClose() {
    isClosed = true;
    polled.close();
  }

  @Override
  public String describe() {
    return "socket";
  }
}
