package org.pyconc.launcher.debug;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;
import static com.fasterxml.jackson.databind.DeserializationFeature.USE_LONG_FOR_INTS;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages with a length in front of them, as editors and debuggers exchange them. Several threads
 * may send.
 *
 * @see <a href="https://microsoft.github.io/debug-adapter-protocol/overview">Debug Adapter
 *     Protocol</a>
 */
final class Channel {
  private static final String LENGTH = "content-length:";
  private static final int LONGEST = 1 << 24;
  private static final int LONGEST_LINE = 1000;

  private final ObjectReader messages =
      new ObjectMapper()
          .readerFor(new TypeReference<Map<String, @Nullable Object>>() {})
          .with(USE_LONG_FOR_INTS, FAIL_ON_TRAILING_TOKENS);
  private final ObjectWriter text =
      new ObjectMapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private long sequence;

  Channel(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  /**
   * The next message; null at the end.
   *
   * @throws ProtocolException if what comes is no message
   */
  @Nullable Map<String, @Nullable Object> read() throws IOException {
    int length = -1;
    while (true) {
      String line = line();
      if (line == null) {
        return null;
      }
      if (line.isEmpty()) {
        break;
      }
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith(LENGTH)) {
        try {
          length = Integer.parseInt(line.substring(LENGTH.length()).strip());
        } catch (NumberFormatException e) {
          throw new ProtocolException("no length in '" + line + "'");
        }
      }
    }
    if (length < 0 || length > LONGEST) {
      throw new ProtocolException(
          length < 0 ? "a message without a length" : "a message of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the message ends in the middle");
    }
    Map<String, @Nullable Object> message;
    try {
      message = messages.readValue(bytes);
    } catch (JacksonException e) {
      throw new ProtocolException("a message that is no JSON object");
    }
    if (message == null) {
      throw new ProtocolException("a message that is no JSON object");
    }
    return message;
  }

  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int c = in.read();
      if (c < 0) {
        return null;
      }
      if (line.length() > LONGEST_LINE) {
        throw new ProtocolException("a line of more than " + LONGEST_LINE + " bytes");
      }
      if (c == '\n') {
        return line.toString().strip();
      }
      line.append((char) c);
    }
  }

  /** Sends a message; one that nobody takes any more is lost. */
  synchronized void send(Map<String, @Nullable Object> message) {
    Map<String, @Nullable Object> numbered = new LinkedHashMap<>();
    numbered.put("seq", ++sequence);
    numbered.putAll(message);
    try {
      byte[] body = text.writeValueAsBytes(numbered);
      String head = "Content-Length: " + body.length + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
    } catch (IOException gone) {
      // The thread that reads learns it too, and ends the session.
    }
  }

  /** Tells of something that has happened. */
  void event(String name, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("type", "event");
    message.put("event", name);
    message.put("body", body);
    send(message);
  }
}
