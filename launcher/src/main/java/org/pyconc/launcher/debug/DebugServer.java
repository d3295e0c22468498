package org.pyconc.launcher.debug;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.StatementListener;
import org.pyconc.runtime.Program;

/**
 * Lets an editor debug a program: waits for it at a port of this machine, and answers it while the
 * program runs.
 */
public final class DebugServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Debugger debugger = new Debugger();
  private @Nullable Socket client;
  private @Nullable Channel channel;

  private DebugServer(ServerSocket socket) {
    this.socket = socket;
  }

  /**
   * Opens the port, to programs of this machine only.
   *
   * @param port 0 for any that is free
   */
  public static DebugServer open(int port) throws IOException {
    return new DebugServer(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What the executor of the program must tell. */
  public StatementListener listener() {
    return debugger;
  }

  /**
   * Waits until a client has come and has said where to stop.
   *
   * @param complaints takes what the user should know about the client
   * @return false if the client wants that the program does not even begin
   */
  public boolean awaitClient(Program program, Consumer<String> complaints)
      throws IOException, InterruptedException {
    debugger.setProgram(program);
    Socket accepted = socket.accept();
    accepted.setTcpNoDelay(true);
    client = accepted;
    Channel made = new Channel(accepted.getInputStream(), accepted.getOutputStream());
    channel = made;
    Requests requests = new Requests(made, debugger, complaints);
    debugger.setListener(requests);
    Thread.ofPlatform().daemon().name("debug-server").start(requests::serve);
    requests.configured.await();
    return !requests.isTerminated();
  }

  /** Tells the client that the program has ended. */
  public void ended(int status) {
    Channel open = channel;
    if (open != null) {
      open.event("exited", Map.of("exitCode", status));
      open.event("terminated", Map.of());
    }
  }

  @Override
  public void close() throws IOException {
    debugger.detach();
    if (client != null) {
      client.close();
    }
    socket.close();
  }
}
