package org.pyconc.stdlib.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.HostAccess;

/** Names of hosts and services, and forms of addresses. */
final class NameService {
  private static final int[][] KINDS = {
    {SocketConstants.SOCK_STREAM, SocketConstants.IPPROTO_TCP},
    {SocketConstants.SOCK_DGRAM, SocketConstants.IPPROTO_UDP},
    {3, 0}
  };

  private NameService() {}

  static void define(ModuleBuilder b) {
    b.functionN(
        "getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)",
        "The addresses of a host and service.",
        NameService::addressInfo);
    b.function("gethostname()", "The name of this host.", NameService::hostName);
    b.function(
        "gethostbyname(hostname, /)",
        "An IPv4 address of a name.",
        name -> {
          String host = Addresses.hostName(name, "gethostbyname");
          return Addresses.text(Addresses.resolve(host, SocketConstants.AF_INET));
        });
    b.function("gethostbyname_ex(hostname, /)", "Name, aliases, addresses.", NameService::byName);
    b.function("gethostbyaddr(host, /)", "Name, aliases, addresses.", NameService::byAddress);
    b.function("getnameinfo(sockaddr, flags, /)", "Host and service.", NameService::nameInfo);
    b.function(
        "getservbyname(servicename, protocolname=None, /)",
        "The port of a service.",
        (name, protocol) -> (long) portOf(Text.java(name), nameOrNull(protocol)));
    b.function(
        "getservbyport(port, protocolname=None, /)",
        "The service of a port.",
        NameService::serviceOf);
    b.function("getprotobyname(protocolname, /)", "A protocol's number.", NameService::protocol);
    b.function("inet_aton(ip_string, /)", "An IPv4 address as bytes.", NameService::toBytes);
    b.function("inet_ntoa(packed_ip, /)", "An IPv4 address as text.", NameService::toText);
    b.function("inet_pton(family, ip, /)", "An address as bytes.", NameService::parse);
    b.function("inet_ntop(family, packed, /)", "An address as text.", NameService::format);
    for (String name : new String[] {"htons", "ntohs"}) {
      b.function(
          name + "(x, /)",
          "Swaps two bytes.",
          x -> (long) (Short.reverseBytes((short) number(x, name, 65_535L)) & 0xffff));
    }
    for (String name : new String[] {"htonl", "ntohl"}) {
      b.function(
          name + "(x, /)",
          "Swaps four bytes.",
          x -> Integer.reverseBytes((int) number(x, name, 0xffff_ffffL)) & 0xffff_ffffL);
    }
    b.function("if_nameindex()", "The network interfaces.", NameService::interfaces);
  }

  private static long number(Object value, String name, long most) {
    long number = Items.toLong(value);
    if (number < 0) {
      throw Errors.overflow(
          name.endsWith("s")
              ? name + ": can't convert negative Python int to C 16-bit unsigned integer"
              : "can't convert negative value to unsigned int");
    }
    if (number > most) {
      throw Errors.overflow(
          name.endsWith("s")
              ? name + ": Python int too large to convert to C 16-bit unsigned integer"
              : "int larger than 32 bits");
    }
    return number;
  }

  private static <T> T onHost(String what, Callable<T> work) {
    try {
      return Task.require().process().kernel().hostCalls().call(what, work);
    } catch (UnknownHostException e) {
      throw SocketErrors.name(e);
    } catch (IOException e) {
      throw SocketErrors.of(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- hosts ---------------------------------------------------------------------------------

  private static Object addressInfo(Object[] a) {
    int family = Items.toInt(a[2]);
    int kind = Items.toInt(a[3]);
    int protocol = Items.toInt(a[4]);
    int flags = Items.toInt(a[5]);
    if (family != 0 && family != SocketConstants.AF_INET && family != SocketConstants.AF_INET6) {
      throw SocketErrors.name(-6, "ai_family not supported");
    }
    int port = port(a[1], kind);
    List<InetAddress> hosts;
    if (a[0] == PySingleton.NONE) {
      if (a[1] == PySingleton.NONE) {
        throw SocketErrors.name(-2, "Name or service not known");
      }
      hosts = ownAddresses(family, (flags & SocketConstants.AI_PASSIVE) != 0);
    } else {
      String host = Addresses.hostName(a[0], "getaddrinfo");
      if ((flags & SocketConstants.AI_NUMERICHOST) != 0 && Addresses.literal(host) == null) {
        throw SocketErrors.name(-2, "Name or service not known");
      }
      hosts =
          host.isEmpty()
              ? ownAddresses(family, (flags & SocketConstants.AI_PASSIVE) != 0)
              : Addresses.resolveAll(host, family);
    }
    Object canonical =
        (flags & SocketConstants.AI_CANONNAME) != 0 && a[0] != PySingleton.NONE
            ? WideString.of(Addresses.hostName(a[0], "getaddrinfo"))
            : "";
    List<Object> found = new ArrayList<>();
    for (InetAddress host : hosts) {
      for (int[] each : KINDS) {
        boolean fits =
            (kind == 0 || kind == each[0])
                && (protocol == 0 || each[1] == 0 || protocol == each[1]);
        if (fits) {
          int itsFamily = Addresses.familyOf(host);
          found.add(
              PyTuple.of(
                  new Object[] {
                    (long) itsFamily,
                    (long) each[0],
                    (long) each[1],
                    canonical,
                    Addresses.of(host, port, itsFamily)
                  }));
          canonical = "";
        }
      }
    }
    if (found.isEmpty()) {
      throw SocketErrors.name(-7, "ai_socktype not supported");
    }
    return PyList.of(found.toArray());
  }

  private static List<InetAddress> ownAddresses(int family, boolean isPassive) {
    List<InetAddress> own = new ArrayList<>(2);
    if (family != SocketConstants.AF_INET6) {
      own.add(InetAddress.ofLiteral(isPassive ? "0.0.0.0" : "127.0.0.1"));
    }
    if (family != SocketConstants.AF_INET) {
      own.add(isPassive ? own.size() : 0, InetAddress.ofLiteral(isPassive ? "::" : "::1"));
    }
    return own;
  }

  private static int port(Object value, int kind) {
    if (value == PySingleton.NONE) {
      return 0;
    }
    Object plain = PyPayloadInstance.unwrap(value);
    if (plain instanceof Long l) {
      return (int) (l & 0xffff);
    }
    byte[] bytes = Buffers.bytesOrNull(plain);
    if (bytes == null && !Text.isText(plain)) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "Int or String expected");
    }
    String text =
        bytes == null
            ? Text.java(plain)
            : new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) {
      return 0;
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() <= 9) {
      return Integer.parseInt(text) & 0xffff;
    }
    try {
      return portOf(text, kind == SocketConstants.SOCK_DGRAM ? "udp" : null);
    } catch (org.pyconc.errors.PyException e) {
      throw SocketErrors.name(-8, "Servname not supported for ai_socktype");
    }
  }

  private static Object hostName() {
    if (!HostAccess.current().network()) {
      return "localhost";
    }
    return onHost(
        "host name",
        () -> {
          Path file = Path.of("/proc/sys/kernel/hostname");
          return WideString.of(
              Files.isReadable(file)
                  ? Files.readString(file).strip()
                  : InetAddress.getLocalHost().getHostName());
        });
  }

  private static Object byName(Object name) {
    String host = Addresses.hostName(name, "gethostbyname_ex");
    List<Object> texts = new ArrayList<>();
    for (InetAddress each : Addresses.resolveAll(host, SocketConstants.AF_INET)) {
      texts.add(Addresses.text(each));
    }
    return PyTuple.of(WideString.of(host), new PyList(), PyList.of(texts.toArray()));
  }

  private static String nameOf(InetAddress address) {
    HostAccess.requireNetwork();
    return onHost("look up " + address.getHostAddress(), address::getCanonicalHostName);
  }

  private static Object byAddress(Object value) {
    InetAddress address = Addresses.resolve(Addresses.hostName(value, "gethostbyaddr"), 0);
    String name = nameOf(address);
    if (name.equals(address.getHostAddress())) {
      throw Errors.of(SocketErrors.H_ERROR, new Object[] {1L, "Unknown host"});
    }
    return PyTuple.of(
        WideString.of(name), new PyList(), PyList.of(new Object[] {Addresses.text(address)}));
  }

  private static Object nameInfo(Object value, Object flagValue) {
    int flags = Items.toInt(flagValue);
    if (!(PyPayloadInstance.unwrap(value) instanceof PyTuple tuple)) {
      throw Errors.typeError("getnameinfo() argument 1 must be a tuple");
    }
    if (tuple.size() < 2 || tuple.size() > 4 || !Text.isText(tuple.get(0))) {
      throw Errors.typeError("getnameinfo(): illegal sockaddr argument");
    }
    InetAddress address = Addresses.literal(Text.java(tuple.get(0)));
    if (address == null) {
      throw SocketErrors.name(-2, "Name or service not known");
    }
    int port = Items.toInt(tuple.get(1));
    String host =
        (flags & SocketConstants.NI_NUMERICHOST) != 0 ? Addresses.text(address) : nameOf(address);
    String service =
        (flags & SocketConstants.NI_NUMERICSERV) != 0
            ? null
            : service(port, (flags & 16) != 0 ? "udp" : "tcp");
    return PyTuple.of(
        WideString.of(host), service == null ? Integer.toString(port) : WideString.of(service));
  }

  private static Object interfaces() {
    HostAccess.requireNetwork();
    return onHost(
        "network interfaces",
        () -> {
          List<Object> all = new ArrayList<>();
          NetworkInterface.networkInterfaces()
              .sorted(java.util.Comparator.comparingInt(NetworkInterface::getIndex))
              .forEach(
                  each ->
                      all.add(PyTuple.of((long) each.getIndex(), WideString.of(each.getName()))));
          return PyList.of(all.toArray());
        });
  }

  // ---- services ------------------------------------------------------------------------------

  private static @Nullable String nameOrNull(Object value) {
    return value == PySingleton.NONE ? null : Text.java(value);
  }

  private static final String[] SERVICES = {
    "ftp",
    "21",
    "ssh",
    "22",
    "telnet",
    "23",
    "smtp",
    "25",
    "domain",
    "53",
    "http",
    "80",
    "pop3",
    "110",
    "ntp",
    "123",
    "imap2",
    "143",
    "snmp",
    "161",
    "ldap",
    "389",
    "https",
    "443",
    "imaps",
    "993",
    "pop3s",
    "995",
    "mysql",
    "3306",
    "postgresql",
    "5432"
  };

  /** Lines of the host's list: name, port/protocol, aliases. */
  private static List<String> hostServices() {
    return onHost(
        "services",
        () -> {
          Path file = Path.of("/etc/services");
          return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        });
  }

  private static int portOf(String name, @Nullable String protocol) {
    for (int i = 0; i < SERVICES.length; i += 2) {
      if (SERVICES[i].equals(name)
          && (protocol == null || protocol.equals("tcp") || SERVICES[i + 1].equals("53"))) {
        return Integer.parseInt(SERVICES[i + 1]);
      }
    }
    for (String line : hostServices()) {
      String[] words = withoutComment(line).split("\\s+");
      if (words.length >= 2 && java.util.Arrays.asList(words).contains(name)) {
        String[] place = words[1].split("/");
        if (place.length == 2 && (protocol == null || protocol.equals(place[1]))) {
          return Integer.parseInt(place[0]);
        }
      }
    }
    throw Errors.of(ExceptionTypes.OS_ERROR, "service/proto not found");
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  private static @Nullable String service(int port, @Nullable String protocol) {
    String number = Integer.toString(port);
    for (int i = 0; i < SERVICES.length; i += 2) {
      if (SERVICES[i + 1].equals(number)
          && (protocol == null || protocol.equals("tcp") || number.equals("53"))) {
        return SERVICES[i];
      }
    }
    for (String line : hostServices()) {
      String[] words = withoutComment(line).split("\\s+");
      if (words.length >= 2
          && (protocol == null
              ? words[1].startsWith(number + "/")
              : words[1].equals(number + "/" + protocol))) {
        return words[0];
      }
    }
    return null;
  }

  private static Object serviceOf(Object port, Object protocol) {
    int number = Items.toInt(port);
    if (number < 0 || number > 65_535) {
      throw Errors.overflow("getservbyport: port must be 0-65535.");
    }
    String found = service(number, nameOrNull(protocol));
    if (found == null) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "port/proto not found");
    }
    return WideString.of(found);
  }

  private static Object protocol(Object name) {
    return switch (Text.java(name)) {
      case "ip" -> 0L;
      case "icmp" -> 1L;
      case "tcp" -> 6L;
      case "udp" -> 17L;
      case "ipv6" -> 41L;
      case "ipv6-icmp" -> 58L;
      default -> throw Errors.of(ExceptionTypes.OS_ERROR, "protocol not found");
    };
  }

  // ---- forms of addresses --------------------------------------------------------------------

  private static Object toBytes(Object text) {
    String address = Text.java(text);
    try {
      return new PyBytes(java.net.Inet4Address.ofPosixLiteral(address).getAddress());
    } catch (IllegalArgumentException e) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "illegal IP address string passed to inet_aton");
    }
  }

  private static Object toText(Object packed) {
    byte[] bytes = Buffers.bytes(packed);
    if (bytes.length != 4) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "packed IP wrong length for inet_ntoa");
    }
    return text4(bytes);
  }

  private static String text4(byte[] bytes) {
    return (bytes[0] & 255)
        + "."
        + (bytes[1] & 255)
        + "."
        + (bytes[2] & 255)
        + "."
        + (bytes[3] & 255);
  }

  private static Object parse(Object family, Object text) {
    String address = Text.java(text);
    int number = Items.toInt(family);
    try {
      if (number == SocketConstants.AF_INET) {
        if (address.chars().filter(c -> c == '.').count() == 3) {
          return new PyBytes(java.net.Inet4Address.ofLiteral(address).getAddress());
        }
      } else if (number == SocketConstants.AF_INET6) {
        if (address.indexOf(':') >= 0 && address.indexOf('%') < 0) {
          InetAddress parsed = InetAddress.ofLiteral(address);
          return new PyBytes(
              parsed instanceof java.net.Inet4Address four
                  ? mapped(four.getAddress())
                  : parsed.getAddress());
        }
      } else {
        throw SocketErrors.of(SocketErrors.FAMILY_NOT_SUPPORTED);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw Errors.of(ExceptionTypes.OS_ERROR, "illegal IP address string passed to inet_pton");
  }

  private static byte[] mapped(byte[] four) {
    byte[] six = new byte[16];
    six[10] = -1;
    six[11] = -1;
    System.arraycopy(four, 0, six, 12, 4);
    return six;
  }

  private static Object format(Object family, Object packed) {
    byte[] bytes = Buffers.bytes(packed);
    int number = Items.toInt(family);
    if (number != SocketConstants.AF_INET && number != SocketConstants.AF_INET6) {
      throw Errors.valueError("unknown address family " + number);
    }
    boolean isOld = number == SocketConstants.AF_INET;
    if (bytes.length != (isOld ? 4 : 16)) {
      throw Errors.valueError("invalid length of packed IP address string");
    }
    return isOld ? text4(bytes) : Addresses.text6(bytes);
  }
}
