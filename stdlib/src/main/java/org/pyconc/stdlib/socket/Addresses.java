package org.pyconc.stdlib.socket;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.HostAccess;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.HostFiles;

/** Addresses as programs write them, and names looked up. */
final class Addresses {
  private static final int LARGEST_PORT = 65_535;

  private Addresses() {}

  /**
   * The host's form of an address.
   *
   * @param function for messages
   */
  static SocketAddress parse(OpenSocket socket, Object value, String function) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (socket.family == SocketConstants.AF_UNIX) {
      return unix(plain, function);
    }
    String family = socket.family == SocketConstants.AF_INET6 ? "AF_INET6" : "AF_INET";
    if (!(plain instanceof PyTuple tuple)) {
      throw Errors.typeError(
          function + "(): " + family + " address must be tuple, not " + PyType.of(value).name());
    }
    boolean isOld = socket.family == SocketConstants.AF_INET;
    if (isOld ? tuple.size() != 2 : tuple.size() < 2 || tuple.size() > 4) {
      throw Errors.typeError(
          isOld
              ? "AF_INET address must be a pair (host, port)"
              : "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
    }
    Object portValue = PyPayloadInstance.unwrap(tuple.get(1));
    String host = hostOfAddress(tuple.get(0));
    if (!(portValue instanceof Long) && !(portValue instanceof Boolean)) {
      throw Errors.typeError(
          "'" + PyType.of(tuple.get(1)).name() + "' object cannot be interpreted as an integer");
    }
    long port = Items.toLong(portValue);
    InetAddress address = resolve(host, socket.family);
    if (port < 0 || port > LARGEST_PORT) {
      throw Errors.overflow(function + "(): port must be 0-65535.");
    }
    return new InetSocketAddress(address, (int) port);
  }

  private static SocketAddress unix(Object plain, String function) {
    if (!Text.isText(plain) && !(plain instanceof PyBytes)) {
      byte[] bytes = Buffers.bytesOrNull(plain);
      if (bytes == null) {
        throw Errors.typeError(
            function
                + "(): AF_UNIX address must be str or bytes-like, not "
                + PyType.of(plain).name());
      }
      plain = new PyBytes(bytes);
    }
    String path = HostFiles.text(plain);
    if (path.startsWith("\0")) {
      throw SocketErrors.of(SocketErrors.NOT_SUPPORTED);
    }
    if (path.length() > 107) {
      throw Errors.of(org.pyconc.errors.ExceptionTypes.OS_ERROR, "AF_UNIX path too long");
    }
    return UnixDomainSocketAddress.of(onHost(path, function));
  }

  /** Sockets have names in the host's file system alone. */
  private static Path onHost(String name, String function) {
    HostAccess.requireFiles();
    Path path = HostFiles.current().folder().resolve(name);
    if (HostFiles.isOfHost(path)) {
      return path;
    }
    Path folder = path.getParent();
    URI place = path.toUri();
    if (!"file".equals(place.getScheme())
        || (function.equals("bind") && folder != null && !Files.isWritable(folder))) {
      throw HostErrors.of(HostErrors.PERMISSION_DENIED);
    }
    return Path.of(place);
  }

  /** The host that a function is asked for, given as str, bytes or bytearray. */
  static String hostName(Object value, String function) {
    String host = hostOrNull(value);
    if (host == null) {
      throw Errors.typeError(
          function
              + (function.equals("getaddrinfo")
                  ? "() argument 1 must be string or None"
                  : "() argument 1 must be str, bytes or bytearray, not "
                      + (value == PySingleton.NONE ? "None" : PyType.of(value).name())));
    }
    return host;
  }

  /** The host of an address. */
  private static String hostOfAddress(Object value) {
    String host = hostOrNull(value);
    if (host == null) {
      throw Errors.typeError("str, bytes or bytearray expected, not " + PyType.of(value).name());
    }
    return host;
  }

  private static @Nullable String hostOrNull(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (Text.isText(plain)) {
      return Text.java(plain);
    }
    byte[] bytes = Buffers.bytesOrNull(plain);
    return bytes == null ? null : new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** The first address of a name; {@code gaierror} if there is none. */
  static InetAddress resolve(String host, int family) {
    boolean isNew = family == SocketConstants.AF_INET6;
    try {
      if (host.isEmpty()) {
        return InetAddress.getByAddress(new byte[isNew ? 16 : 4]);
      }
      if (host.equals("<broadcast>")) {
        return InetAddress.getByAddress(new byte[] {-1, -1, -1, -1});
      }
    } catch (UnknownHostException e) {
      throw SocketErrors.name(e);
    }
    List<InetAddress> all = resolveAll(host, family);
    return all.get(0);
  }

  /** All addresses of a name of that family (or of both); never empty. */
  static List<InetAddress> resolveAll(String host, int family) {
    InetAddress literal = literal(host);
    InetAddress[] found;
    if (literal != null) {
      found = new InetAddress[] {literal};
      if (family != 0 && familyOf(literal) != family) {
        throw SocketErrors.name(-9, "Address family for hostname not supported");
      }
    } else {
      found = lookUp(host);
    }
    List<InetAddress> fitting = new ArrayList<>(found.length);
    for (InetAddress each : found) {
      if (family == 0 || familyOf(each) == family) {
        fitting.add(each);
      }
    }
    if (fitting.isEmpty()) {
      if (family == SocketConstants.AF_INET6 && host.equals("localhost")) {
        return List.of(literalOf("::1"));
      }
      throw SocketErrors.name(-5, "No address associated with hostname");
    }
    return fitting;
  }

  private static InetAddress literalOf(String text) {
    return InetAddress.ofLiteral(text);
  }

  static int familyOf(InetAddress address) {
    return address instanceof Inet6Address ? SocketConstants.AF_INET6 : SocketConstants.AF_INET;
  }

  private static InetAddress[] lookUp(String host) {
    HostAccess.requireNetwork();
    try {
      Task task = Task.require();
      return task.process()
          .kernel()
          .hostCalls()
          .call("look up " + host, () -> InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw SocketErrors.name(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw SocketErrors.name(SocketErrors.NAME_NOT_KNOWN, "Name or service not known");
    }
  }

  /** An address written in numbers, or null if it is a name. */
  static @Nullable InetAddress literal(String host) {
    if (host.isEmpty()) {
      return null;
    }
    char first = host.charAt(0);
    boolean mayBeNumber = first >= '0' && first <= '9';
    if (!mayBeNumber && host.indexOf(':') < 0) {
      return null;
    }
    try {
      return mayBeNumber && host.indexOf(':') < 0
          ? Inet4Address.ofPosixLiteral(host)
          : Inet6Address.ofLiteral(host);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The text of an address, as Linux writes it. */
  static String text(InetAddress address) {
    if (address instanceof Inet6Address six) {
      String scope =
          six.getScopedInterface() == null ? "" : "%" + six.getScopedInterface().getName();
      return text6(six.getAddress()) + scope;
    }
    return address.getHostAddress();
  }

  /** The shortest form of RFC 5952. */
  static String text6(byte[] bytes) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[2 * i] & 255) << 8 | bytes[2 * i + 1] & 255;
    }
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int j = i;
      while (j < 8 && groups[j] == 0) {
        j++;
      }
      if (j - i > bestLength) {
        best = i;
        bestLength = j - i;
      }
    }
    boolean isMapped = best == 0 && (bestLength == 5 && groups[5] == 0xffff || bestLength == 6);
    int end = isMapped ? 6 : 8;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < end; i++) {
      if (i == best) {
        text.append("::");
        i += bestLength - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    if (isMapped) {
      if (text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      for (int i = 12; i < 16; i++) {
        text.append(bytes[i] & 255).append(i < 15 ? "." : "");
      }
    }
    return text.toString();
  }

  /** The program's form of an address; for none that of an unbound socket. */
  static Object of(OpenSocket socket, @Nullable SocketAddress address) {
    if (socket.family == SocketConstants.AF_UNIX) {
      return address instanceof UnixDomainSocketAddress u && !socket.isNameless
          ? WideString.of(relative(u))
          : "";
    }
    if (address instanceof InetSocketAddress inet) {
      return of(inet.getAddress(), inet.getPort(), socket.family);
    }
    return socket.family == SocketConstants.AF_INET6
        ? PyTuple.of("::", 0L, 0L, 0L)
        : PyTuple.of("0.0.0.0", 0L);
  }

  private static String relative(UnixDomainSocketAddress address) {
    return address.getPath().toString();
  }

  static PyTuple of(InetAddress address, int port, int family) {
    if (family == SocketConstants.AF_INET6) {
      if (address instanceof Inet4Address four) {
        String mapped = address.isAnyLocalAddress() ? "::" : "::ffff:" + four.getHostAddress();
        return PyTuple.of(mapped, (long) port, 0L, 0L);
      }
      long scope = address instanceof Inet6Address six ? six.getScopeId() : 0;
      return PyTuple.of(text(address), (long) port, 0L, scope);
    }
    if (address.isAnyLocalAddress()) {
      return PyTuple.of("0.0.0.0", (long) port);
    }
    return PyTuple.of(text(address), (long) port);
  }

  /** For {@code family} arguments that may be None. */
  static int number(Object value) {
    return value == PySingleton.NONE ? 0 : Items.toInt(value);
  }

  static StandardProtocolFamily protocolFamily(int family) {
    return family == SocketConstants.AF_INET6
        ? StandardProtocolFamily.INET6
        : StandardProtocolFamily.INET;
  }
}
