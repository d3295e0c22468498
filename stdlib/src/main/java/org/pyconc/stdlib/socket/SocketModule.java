package org.pyconc.stdlib.socket;

import java.io.IOException;
import java.math.BigInteger;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/**
 * The native part of {@code socket}.
 *
 * @see <a href="https://docs.python.org/3.11/library/socket.html">socket</a>
 */
public final class SocketModule implements NativeModule {
  /** What {@code setdefaulttimeout} has set in a process. */
  private static final class Defaults {
    double timeout = SocketObject.NO_TIMEOUT;
  }

  @Override
  public String name() {
    return "_socket";
  }

  @Override
  public void define(ModuleBuilder b) {
    SocketConstants.define(b);
    b.type(SocketType.SOCKET);
    b.constant("SocketType", SocketType.SOCKET);
    b.type(SocketErrors.GAI_ERROR);
    b.type(SocketErrors.H_ERROR);
    b.constant("error", org.pyconc.errors.ExceptionTypes.OS_ERROR);
    b.constant("timeout", org.pyconc.errors.ExceptionTypes.TIMEOUT_ERROR);
    b.function(
        "getdefaulttimeout()",
        "How long new sockets wait.",
        () -> defaultTimeout() < 0 ? PySingleton.NONE : (Object) defaultTimeout());
    b.function(
        "setdefaulttimeout(timeout, /)",
        "Sets how long new sockets wait.",
        value -> {
          defaults().timeout = timeout(value);
          return PySingleton.NONE;
        });
    b.function("_socketpair()", "Two descriptors that are connected.", SocketModule::newPair);
    b.function("dup(fd, /)", "Another descriptor.", SocketModule::duplicate);
    b.function(
        "close(fd, /)",
        "Closes a descriptor.",
        fd -> {
          Descriptors.current().close(Items.toInt(fd));
          return PySingleton.NONE;
        });
    NameService.define(b);
    b.function(
        "_makefile(sock, mode, buffering, rest)",
        "A file object.",
        (sock, mode, buffering, rest) -> SocketStream.open(sock, mode, buffering, (PyTuple) rest));
  }

  private static Defaults defaults() {
    return ProcessState.current().moduleState(Defaults.class, Defaults::new);
  }

  static double defaultTimeout() {
    return defaults().timeout;
  }

  /** A timeout of the program: seconds, or None. */
  static double timeout(Object value) {
    double seconds =
        switch (PyPayloadInstance.unwrap(value)) {
          case PySingleton s when s == PySingleton.NONE -> SocketObject.NO_TIMEOUT;
          case Long l -> requireNotNegative(l);
          case Double d -> requireNotNegative(d);
          case Boolean b -> b ? 1 : 0;
          case BigInteger i ->
              throw Errors.overflow("timestamp too large to convert to C _PyTime_t");
          default ->
              throw Errors.typeError(
                  "'" + PyType.of(value).name() + "' object cannot be interpreted as an integer");
        };
    return seconds;
  }

  private static double requireNotNegative(double seconds) {
    if (Double.isNaN(seconds)) {
      throw Errors.valueError("Invalid value NaN (not a number)");
    }
    if (seconds < 0) {
      throw Errors.valueError("Timeout value out of range");
    }
    return seconds;
  }

  private static Object duplicate(Object fd) {
    return (long) Descriptors.current().duplicate(Items.toInt(fd));
  }

  /** The JDK has no socketpair: a Unix socket in a folder that nobody else can enter. */
  private static Object newPair() {
    Kernel kernel = Task.require().process().kernel();
    try {
      SocketChannel[] pair = Descriptors.open(SocketModule::connectPair);
      return PyTuple.of(open(pair[0], kernel), open(pair[1], kernel));
    } catch (IOException e) {
      throw SocketErrors.of(e);
    }
  }

  private static SocketChannel[] connectPair() throws IOException {
    Path folder = Files.createTempDirectory("pair");
    Path name = folder.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(name), 1);
      SocketChannel one = SocketChannel.open(UnixDomainSocketAddress.of(name));
      try {
        return new SocketChannel[] {one, server.accept()};
      } catch (IOException e) {
        one.close();
        throw e;
      }
    } finally {
      Files.deleteIfExists(name);
      Files.deleteIfExists(folder);
    }
  }

  private static long open(SocketChannel channel, Kernel kernel) throws IOException {
    OpenSocket socket =
        OpenSocket.of(SocketConstants.AF_UNIX, SocketConstants.SOCK_STREAM, channel, kernel);
    socket.isNameless = true;
    return Descriptors.current().open(socket);
  }
}
