package org.pyconc.launcher.debug;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.embedding.WatchedProgram;
import org.pyconc.kernel.KernelOptions;

/**
 * Lets Chrome's developer tools debug a program, through the inspector of Truffle. It says itself,
 * on standard error, where they find it, and stops the program at its first line.
 */
public final class Inspector implements AutoCloseable {
  /** What the tool's web server has to say; held, as the level of one that is not held is lost. */
  private final Logger sockets =
      Logger.getLogger("com.oracle.truffle.tools.utils.java_websocket.WebSocketImpl");

  private final int port;
  private @Nullable WatchedProgram watched;

  private Inspector(int port) {
    this.port = port;
  }

  /**
   * Makes sure that the port can be opened; it is with the first use.
   *
   * @param port 0 for any that is free
   * @throws IOException if it cannot be opened
   */
  public static Inspector at(int port) throws IOException {
    try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      // Says what is wrong in one line, which the tool does not.
    }
    return new Inspector(port);
  }

  /** Waits until the tools are there. */
  private WatchedProgram watched() {
    WatchedProgram known = watched;
    if (known == null) {
      // It would show the Java stack of what happens to a connection that sends garbage.
      sockets.setLevel(Level.OFF);
      known = WatchedProgram.open(Map.of("inspect", String.valueOf(port)));
      watched = known;
    }
    return known;
  }

  /** What is to run the program's code. */
  public TieredExecutor executor() {
    return watched().executor();
  }

  /** The options of a kernel whose threads the tools see. */
  public KernelOptions watch(KernelOptions options) {
    return watched().watch(options);
  }

  @Override
  public void close() {
    if (watched != null) {
      watched.close();
    }
  }
}
