package org.pyconc.kernel;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What sort of event an entry of a timeline is and what it is called, as the JSON text that is
 * written for it.
 */
final class TraceLabel {
  /** Sorts of events, as the trace-event format calls them. */
  static final byte SLICE = 'X';

  static final byte ARROW_START = 's';
  static final byte ARROW_END = 'f';
  static final byte INSTANT = 'i';

  final byte sort;
  final byte[] json;

  TraceLabel(byte sort, String json) {
    this.sort = sort;
    this.json = json.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param colour one of the names that chrome://tracing knows, or null
   */
  static TraceLabel of(byte sort, String category, String name, @Nullable String colour) {
    return of(sort, category, name, colour, null, null);
  }

  /**
   * @param made where what it waits for was made
   * @param at where the code is that waits
   */
  static TraceLabel of(
      byte sort,
      String category,
      String name,
      @Nullable String colour,
      @Nullable String made,
      @Nullable String at) {
    StringBuilder json = new StringBuilder("\"cat\":\"").append(category).append("\",\"name\":");
    quote(json, name);
    if (colour != null) {
      json.append(",\"cname\":\"").append(colour).append('"');
    }
    if (sort == INSTANT) {
      json.append(",\"s\":\"t\"");
    }
    if (made != null || at != null) {
      json.append(",\"args\":{");
      if (at != null) {
        quote(json.append("\"at\":"), at);
      }
      if (made != null) {
        quote(json.append(at == null ? "\"made at\":" : ",\"made at\":"), made);
      }
      json.append('}');
    }
    return new TraceLabel(sort, json.toString());
  }

  /** Appends a JSON string. */
  static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        json.append("\\u").append(Character.forDigit(c >> 12, 16));
        json.append(Character.forDigit((c >> 8) & 15, 16));
        json.append(Character.forDigit((c >> 4) & 15, 16));
        json.append(Character.forDigit(c & 15, 16));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
