package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** As much of an editor as the tests need. */
final class DebugClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Socket socket;
  private final DataInputStream in;
  private final Deque<JsonNode> events = new ArrayDeque<>();
  private int sequence;

  DebugClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(120_000);
    in = new DataInputStream(socket.getInputStream());
  }

  private JsonNode read() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readByte());
    }
    byte[] body = new byte[Integer.parseInt(head.toString().replaceAll("\\D", ""))];
    in.readFully(body);
    return JSON.readTree(body);
  }

  /** Sends what may be no message. */
  void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends a request and returns the whole answer. */
  JsonNode ask(String command, Map<String, ?> arguments) throws IOException {
    int number = ++sequence;
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of("seq", number, "type", "request", "command", command, "arguments", arguments));
    String head = "Content-Length: " + body.length + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(body);
    while (true) {
      JsonNode message = read();
      if (message.path("request_seq").asInt() == number) {
        return message;
      }
      events.add(message);
    }
  }

  /** The body of the answer to a request that succeeds. */
  JsonNode call(String command, Map<String, ?> arguments) throws IOException {
    JsonNode answer = ask(command, arguments);
    assertThat(answer.get("success").asBoolean()).as("%s", answer).isTrue();
    return answer.get("body");
  }

  /** The body of the next event of that name. */
  JsonNode event(String name) throws IOException {
    while (true) {
      JsonNode next = events.isEmpty() ? read() : events.removeFirst();
      if (next.path("event").asText().equals(name)) {
        return next.get("body");
      }
    }
  }

  List<JsonNode> breakpoints(Path file, Object... breakpoints) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    call(
            "setBreakpoints",
            Map.of("source", Map.of("path", file.toString()), "breakpoints", List.of(breakpoints)))
        .get("breakpoints")
        .forEach(answers::add);
    return answers;
  }

  List<JsonNode> frames(int thread) throws IOException {
    List<JsonNode> frames = new ArrayList<>();
    call("stackTrace", Map.of("threadId", thread)).get("stackFrames").forEach(frames::add);
    return frames;
  }

  String evaluate(JsonNode frame, String expression) throws IOException {
    return call("evaluate", Map.of("frameId", frame.get("id").asInt(), "expression", expression))
        .get("result")
        .asText();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
