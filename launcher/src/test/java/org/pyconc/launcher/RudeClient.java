package org.pyconc.launcher;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A client of {@code bench/servers/servers.py}: asks politely, and behaves badly if told to. */
final class RudeClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final byte[] REQUEST = bytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  private static final byte[] PAGE = bytes("\r\n\r\nhello\n");

  private final Socket socket;

  RudeClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void send(String text) throws IOException {
    send(bytes(text));
  }

  /** Asks for the page and reads it whole. */
  void getPage() throws IOException {
    send(REQUEST);
    awaitPage();
  }

  private void awaitPage() throws IOException {
    InputStream in = socket.getInputStream();
    byte[] last = new byte[PAGE.length];
    while (!Arrays.equals(last, PAGE)) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the server has closed the connection");
      }
      System.arraycopy(last, 1, last, 0, last.length - 1);
      last[last.length - 1] = (byte) next;
    }
  }

  /** What comes back for a text, as many characters as it has. */
  String echo(String text) throws IOException {
    send(text);
    byte[] answer = socket.getInputStream().readNBytes(text.length());
    return new String(answer, StandardCharsets.US_ASCII);
  }

  /** Closes in such a way that the other side gets a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Five clients that do not behave, one after the other. */
  static void annoy(int port, Random random) throws IOException {
    new RudeClient(port).reset();
    RudeClient asked = new RudeClient(port);
    asked.send("x".repeat(100));
    asked.reset();
    try (RudeClient garbage = new RudeClient(port)) {
      byte[] bytes = new byte[3000];
      random.nextBytes(bytes);
      garbage.send(bytes);
    }
    try (RudeClient cutOff = new RudeClient(port)) {
      cutOff.send("GET / HT");
    }
    try (RudeClient halfClosed = new RudeClient(port)) {
      halfClosed.send(REQUEST);
      halfClosed.socket.shutdownOutput();
      halfClosed.awaitPage();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
