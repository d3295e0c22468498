package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --inspect}, seen by Chrome's developer tools. */
class InspectorIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static Installation installation;

  private Process process;
  private BufferedReader errors;
  private Client client;
  private URI address;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  @AfterEach
  void end() throws Exception {
    if (client != null) {
      client.socket.abort();
    }
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** As much of the developer tools as the tests need. */
  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final Deque<JsonNode> events = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;
    private int number;

    Client(URI address) throws Exception {
      socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(address, this)
              .get(1, TimeUnit.MINUTES);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean isLast) {
      text.append(data);
      if (isLast) {
        try {
          received.add(JSON.readTree(text.toString()));
        } catch (java.io.IOException e) {
          throw new IllegalStateException(e);
        }
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    /**
     * The next message. The inspector's own WebSocket server forgets now and then to send what it
     * has queued while it finishes an earlier message, until it writes again: its answer to a ping
     * makes it do so.
     */
    private JsonNode read() throws Exception {
      JsonNode next = received.poll(5, TimeUnit.SECONDS);
      for (int i = 0; next == null && i < 11; i++) {
        socket.sendPing(ByteBuffer.allocate(0)).get(1, TimeUnit.MINUTES);
        next = received.poll(5, TimeUnit.SECONDS);
      }
      assertThat(next).as("a message from the inspector").isNotNull();
      return next;
    }

    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
      int id = ++number;
      String message =
          JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
      socket.sendText(message, true).get(1, TimeUnit.MINUTES);
      while (true) {
        JsonNode next = read();
        if (next.path("id").asInt() == id) {
          assertThat(next.path("error").isMissingNode()).as("%s: %s", method, next).isTrue();
          return next.path("result");
        }
        events.add(next);
      }
    }

    JsonNode event(String method) throws Exception {
      while (true) {
        JsonNode next = events.isEmpty() ? read() : events.removeFirst();
        if (next.path("method").asText().equals(method)) {
          return next.get("params");
        }
      }
    }

    /** The innermost frame of the next stop. */
    JsonNode stop() throws Exception {
      return event("Debugger.paused").get("callFrames").get(0);
    }

    String evaluate(JsonNode frame, String expression) throws Exception {
      JsonNode result =
          call(
                  "Debugger.evaluateOnCallFrame",
                  Map.of(
                      "callFrameId", frame.get("callFrameId").asText(), "expression", expression))
              .get("result");
      return result.path(result.has("description") ? "description" : "value").asText();
    }

    Map<String, String> locals(JsonNode frame) throws Exception {
      Map<String, String> found = new HashMap<>();
      JsonNode scope = frame.get("scopeChain").get(0);
      String id = scope.get("object").get("objectId").asText();
      for (JsonNode each : call("Runtime.getProperties", Map.of("objectId", id)).get("result")) {
        JsonNode value = each.get("value");
        found.put(
            each.get("name").asText(),
            value.path(value.has("description") ? "description" : "value").asText());
      }
      return found;
    }
  }

  /** Starts a program that stops at the lines (from 1 on), and at its very beginning. */
  private void start(Path program, int... lines) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            installation.home.resolve("pyconc").toString(),
            "run",
            "--inspect=0",
            program.toString());
    builder.environment().putAll(installation.environment);
    process = builder.start();
    errors = process.errorReader();
    String line = errors.readLine();
    assertThat(line).startsWith("Debugger listening on ws://127.0.0.1:");
    address = URI.create(line.substring(line.indexOf("ws:")));
    client = new Client(address);
    client.call("Runtime.enable", Map.of());
    client.call("Debugger.enable", Map.of());
    for (int each : lines) {
      client.call(
          "Debugger.setBreakpointByUrl",
          Map.of("lineNumber", each - 1, "url", program.toUri().toString()));
    }
    client.call("Runtime.runIfWaitingForDebugger", Map.of());
  }

  private static String place(JsonNode frame) {
    return frame.get("functionName").asText()
        + ":"
        + (frame.get("location").get("lineNumber").asInt() + 1);
  }

  private void resume() throws Exception {
    client.call("Debugger.resume", Map.of());
  }

  @Test
  void breakpointsVariablesAndSteps() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("inspected.py"),
            """
            import sys

            def double(n):
                result = n * 2
                return result

            print(sys.argv[1:], double(21))
            print(__name__)
            """);
    start(program, 5);
    assertThat(place(client.stop())).isEqualTo("<module>:1");
    resume();
    JsonNode frame = client.stop();
    assertThat(place(frame)).isEqualTo("double:5");
    assertThat(client.locals(frame)).containsEntry("n", "21").containsEntry("result", "42");
    assertThat(client.evaluate(frame, "result + len('abc')")).isEqualTo("45");
    client.evaluate(frame, "result = 7");
    client.call("Debugger.stepOut", Map.of());
    client.event("Debugger.resumed");
    assertThat(place(client.stop())).isEqualTo("<module>:7");
    client.call("Debugger.stepOver", Map.of());
    assertThat(place(client.stop())).isEqualTo("<module>:8");
    resume();
    expectEnd("[] 7", "__main__");
  }

  @Test
  void processesThreadsGreenletsAndGenerators() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("everywhere.py"),
            """
            from greenlet import greenlet
            from multiprocessing import Process
            import threading

            def work(where):
                there = where.upper()
                print(there)

            def numbers():
                yield 1

            other = Process(target=work, args=('process',))
            other.start()
            other.join()
            other = threading.Thread(target=work, args=('thread',))
            other.start()
            other.join()
            greenlet(work).switch('greenlet')
            print(list(numbers()))
            """);
    start(program, 7, 10);
    client.stop();
    resume();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JsonNode frame = client.stop();
      places.add(place(frame) + " " + client.evaluate(frame, "there"));
      resume();
    }
    assertThat(places).containsExactly("work:7 PROCESS", "work:7 THREAD", "work:7 GREENLET");
    assertThat(place(client.stop())).isEqualTo("numbers:10");
    resume();
    expectEnd("PROCESS", "THREAD", "GREENLET", "[1]");
  }

  @Test
  void exceptionsStopTheProgram() throws Exception {
    Path program =
        Files.writeString(
            folder.resolve("fails.py"),
            """
            def fail(n):
                return 1 // n

            fail(0)
            """);
    start(program);
    client.stop();
    client.call("Debugger.setPauseOnExceptions", Map.of("state", "all"));
    resume();
    JsonNode stopped = client.event("Debugger.paused");
    assertThat(stopped.get("reason").asText()).isEqualTo("exception");
    assertThat(stopped.get("data").toString()).contains("ZeroDivisionError");
    assertThat(place(stopped.get("callFrames").get(0))).isEqualTo("fail:2");
    client.call("Debugger.setPauseOnExceptions", Map.of("state", "none"));
    resume();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isOne();
    assertThat(errors.lines())
        .contains("Traceback (most recent call last):")
        .endsWith("ZeroDivisionError: integer division or modulo by zero");
  }

  @Test
  void aPortThatIsNoneOrTakenIsRefusedInOneLine() throws Exception {
    assertThat(installation.pyconc("run", "--inspect=x", "a.py").err())
        .isEqualTo(
            "pyconc run: invalid value for option '--inspect': 'x' is not a number"
                + " ('pyconc run --help' says more)\n");
    Installation.Outcome reserved = installation.pyconc("run", "--inspect=80", "a.py");
    assertThat(reserved.err())
        .isEqualTo(
            "pyconc run: invalid value for option '--inspect': ports are 0 or from 1024 to 65535"
                + " ('pyconc run --help' says more)\n");
    assertThat(reserved.status()).isEqualTo(2);
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(installation.pyconc("run", "--inspect=" + port, "a.py").err())
          .isEqualTo(
              "pyconc run: port "
                  + port
                  + ": [Errno 98] Address already in use ('pyconc run --help' says more)\n");
    }
    Installation.Outcome missing = installation.pyconc("run", "--inspect=0", "/no/such.py");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("can't open file '/no/such.py'").doesNotContain("\tat ");
  }

  @Test
  void aClientThatSendsGarbageGetsNoStackTrace() throws Exception {
    Path program = Files.writeString(folder.resolve("garbage.py"), "print(1)\n");
    start(program);
    client.stop();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String key = "dGhlIHNhbXBsZSBub25jZQ==";
      String request =
          "GET %s HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(address.getPath(), key).getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      socket.getOutputStream().write(new byte[] {(byte) 0x8b, 0, (byte) 0xff});
      socket.getInputStream().readAllBytes();
    }
    process.toHandle().destroyForcibly(); // Process would close the streams
    assertThat(errors.lines().toList()).noneMatch(line -> line.contains("\tat "));
  }

  private void expectEnd(String... output) throws Exception {
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.inputReader().lines()).containsExactly(output);
    assertThat(process.exitValue()).isZero();
  }
}
