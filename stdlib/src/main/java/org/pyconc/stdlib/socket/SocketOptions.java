package org.pyconc.stdlib.socket;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.Arrays;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;

/** Options of sockets by Linux's numbers. */
final class SocketOptions {
  private static final int BUFFER_OVERHEAD = 2;

  private SocketOptions() {}

  private static @Nullable SocketOption<Boolean> flag(int level, int name) {
    return switch (level) {
      case SocketConstants.SOL_SOCKET ->
          switch (name) {
            case 2 -> StandardSocketOptions.SO_REUSEADDR;
            case 6 -> StandardSocketOptions.SO_BROADCAST;
            case 9 -> StandardSocketOptions.SO_KEEPALIVE;
            case 15 -> StandardSocketOptions.SO_REUSEPORT;
            default -> null;
          };
      case SocketConstants.IPPROTO_TCP ->
          switch (name) {
            case 1 -> StandardSocketOptions.TCP_NODELAY;
            case 12 -> ExtendedSocketOptions.TCP_QUICKACK;
            default -> null;
          };
      case SocketConstants.IPPROTO_IP ->
          name == 34 ? StandardSocketOptions.IP_MULTICAST_LOOP : null;
      case SocketConstants.IPPROTO_IPV6 ->
          name == 19 ? StandardSocketOptions.IP_MULTICAST_LOOP : null;
      default -> null;
    };
  }

  private static @Nullable SocketOption<Integer> number(int level, int name) {
    return switch (level) {
      case SocketConstants.SOL_SOCKET ->
          switch (name) {
            case 7 -> StandardSocketOptions.SO_SNDBUF;
            case 8 -> StandardSocketOptions.SO_RCVBUF;
            default -> null;
          };
      case SocketConstants.IPPROTO_TCP ->
          switch (name) {
            case 4 -> ExtendedSocketOptions.TCP_KEEPIDLE;
            case 5 -> ExtendedSocketOptions.TCP_KEEPINTERVAL;
            case 6 -> ExtendedSocketOptions.TCP_KEEPCOUNT;
            default -> null;
          };
      case SocketConstants.IPPROTO_IP ->
          switch (name) {
            case 1 -> StandardSocketOptions.IP_TOS;
            case 33 -> StandardSocketOptions.IP_MULTICAST_TTL;
            default -> null;
          };
      case SocketConstants.IPPROTO_IPV6 ->
          name == 18 ? StandardSocketOptions.IP_MULTICAST_TTL : null;
      default -> null;
    };
  }

  /** What has no effect here, but is no mistake. */
  private static boolean isHarmless(int level, int name) {
    return switch (level) {
      case SocketConstants.SOL_SOCKET -> name >= 1 && name <= 49 && name != 3 && name != 4;
      case SocketConstants.IPPROTO_TCP -> name >= 1 && name <= 23;
      case SocketConstants.IPPROTO_IP -> name == 2 || name == 32 || name == 8;
      case SocketConstants.IPPROTO_IPV6 -> name == 26 || name == 16 || name == 17;
      default -> false;
    };
  }

  static Object set(OpenSocket socket, int level, int name, Object value) {
    byte[] bytes = Buffers.bytesOrNull(value);
    try {
      if (level == SocketConstants.SOL_SOCKET && name == 13) {
        if (bytes == null || bytes.length < 8) {
          throw SocketErrors.of(SocketErrors.INVALID);
        }
        ByteBuffer struct = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        int isOn = struct.getInt();
        socket.setOption(StandardSocketOptions.SO_LINGER, isOn == 0 ? -1 : struct.getInt());
        return PySingleton.NONE;
      }
      if (level == SocketConstants.IPPROTO_IP && (name == 35 || name == 36) && bytes != null) {
        changeMembership(socket, bytes, name == 35);
        return PySingleton.NONE;
      }
      int number =
          bytes == null
              ? Items.toInt(value)
              : bytes.length < 4
                  ? (bytes.length == 0 ? 0 : bytes[0])
                  : ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt();
      SocketOption<Boolean> flag = flag(level, name);
      SocketOption<Integer> counted = number(level, name);
      if (flag != null) {
        socket.setOption(flag, number != 0);
      } else if (counted != null) {
        socket.setOption(counted, number);
      } else if (!isHarmless(level, name)) {
        throw SocketErrors.of(SocketErrors.NO_PROTOCOL_OPTION);
      }
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      throw SocketErrors.of(e);
    }
    return PySingleton.NONE;
  }

  static Object get(OpenSocket socket, int level, int name, int length) {
    try {
      if (level == SocketConstants.SOL_SOCKET && name == 13) {
        Integer seconds = socket.option(StandardSocketOptions.SO_LINGER);
        ByteBuffer struct = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        struct.putInt(seconds == null || seconds < 0 ? 0 : 1);
        struct.putInt(seconds == null ? 0 : Math.max(0, seconds));
        return length == 0
            ? (Object) (long) struct.getInt(0)
            : new PyBytes(Arrays.copyOf(struct.array(), Math.min(length, 8)));
      }
      int value = value(socket, level, name);
      if (length == 0) {
        return (long) value;
      }
      byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(value).array();
      return new PyBytes(Arrays.copyOf(bytes, Math.min(length, 4)));
    } catch (IOException | UnsupportedOperationException e) {
      throw SocketErrors.of(e);
    }
  }

  private static int value(OpenSocket socket, int level, int name) throws IOException {
    if (level == SocketConstants.SOL_SOCKET) {
      switch (name) {
        case 3:
          return socket.kind;
        case 4:
          return socket.takeError();
        case 30:
          return socket.isListening() ? 1 : 0;
        case 38:
          return socket.family == SocketConstants.AF_UNIX
              ? 0
              : socket.isStream() ? SocketConstants.IPPROTO_TCP : SocketConstants.IPPROTO_UDP;
        case 39:
          return socket.family;
        default:
      }
    }
    SocketOption<Boolean> flag = flag(level, name);
    if (flag != null) {
      return Boolean.TRUE.equals(socket.option(flag)) ? 1 : 0;
    }
    SocketOption<Integer> counted = number(level, name);
    if (counted != null) {
      Integer known = socket.option(counted);
      int value = known == null ? 0 : known;
      boolean isBuffer = level == SocketConstants.SOL_SOCKET;
      return isBuffer ? value * BUFFER_OVERHEAD : value; // Linux counts its own needs too
    }
    if (isHarmless(level, name)) {
      return 0;
    }
    throw SocketErrors.of(SocketErrors.NO_PROTOCOL_OPTION);
  }

  private static void changeMembership(OpenSocket socket, byte[] struct, boolean joins)
      throws IOException {
    DatagramChannel channel = socket.datagrams();
    if (channel == null || struct.length < 8) {
      throw SocketErrors.of(SocketErrors.INVALID);
    }
    InetAddress group = InetAddress.getByAddress(Arrays.copyOf(struct, 4));
    InetAddress own = Inet4Address.getByAddress(Arrays.copyOfRange(struct, 4, 8));
    NetworkInterface network =
        own.isAnyLocalAddress()
            ? NetworkInterface.networkInterfaces()
                .filter(SocketOptions::isUsable)
                .findFirst()
                .orElse(null)
            : NetworkInterface.getByInetAddress(own);
    if (network == null) {
      throw SocketErrors.of(19);
    }
    MembershipKey key = channel.join(group, network);
    if (!joins) {
      key.drop();
    }
  }

  private static boolean isUsable(NetworkInterface network) {
    try {
      return network.isUp() && network.supportsMulticast();
    } catch (IOException e) {
      return false;
    }
  }
}
