package org.pyconc.grammar.build;

import java.io.ByteArrayOutputStream;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Span;

/**
 * Backslash escapes, by the table in <a
 * href="https://docs.python.org/3.11/reference/lexical_analysis.html#string-and-bytes-literals">string
 * and bytes literals</a>.
 */
final class Escapes {
  private static final int MAX_CODE_POINT = 0x10FFFF;

  private Escapes() {}

  static String decode(String content, Span span) {
    int at = content.indexOf('\\');
    if (at < 0) {
      return content;
    }
    StringBuilder out = new StringBuilder(content.length());
    int from = 0;
    while (at >= 0) {
      out.append(content, from, at);
      from = one(content, at, out, span);
      at = content.indexOf('\\', from);
    }
    return out.append(content, from, content.length()).toString();
  }

  /** Decodes the escape at that position and returns the position behind it. */
  private static int one(String content, int at, StringBuilder out, Span span) {
    if (at + 1 >= content.length()) {
      throw failure("\\ at end of string", content, at, at, span);
    }
    char c = content.charAt(at + 1);
    int simple = simple(c);
    if (simple >= 0) {
      out.append((char) simple);
      return at + 2;
    }
    return switch (c) {
      case '\n' -> at + 2;
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        int end = octalEnd(content, at + 1);
        out.append((char) Integer.parseInt(content.substring(at + 1, end), 8));
        yield end;
      }
      case 'x' -> hexadecimal(content, at, 2, "truncated \\xXX escape", out, span);
      case 'u' -> hexadecimal(content, at, 4, "truncated \\uXXXX escape", out, span);
      case 'U' -> hexadecimal(content, at, 8, "truncated \\UXXXXXXXX escape", out, span);
      case 'N' -> named(content, at, out, span);
      default -> {
        out.append('\\');
        yield at + 1;
      }
    };
  }

  private static int simple(char c) {
    return switch (c) {
      case '\\', '\'', '"' -> c;
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 11;
      default -> -1;
    };
  }

  private static int octalEnd(String content, int from) {
    int end = from;
    while (end < content.length()
        && end < from + 3
        && content.charAt(end) >= '0'
        && content.charAt(end) <= '7') {
      end++;
    }
    return end;
  }

  private static boolean isHexadecimal(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  private static int hexadecimal(
      String content, int at, int digits, String message, StringBuilder out, Span span) {
    int from = at + 2;
    int end = from;
    while (end < content.length() && end < from + digits && isHexadecimal(content.charAt(end))) {
      end++;
    }
    if (end < from + digits) {
      throw failure(message, content, at, end - 1, span);
    }
    long value = Long.parseLong(content.substring(from, end), 16);
    if (value > MAX_CODE_POINT) {
      throw failure("illegal Unicode character", content, at, end - 1, span);
    }
    out.appendCodePoint((int) value);
    return end;
  }

  private static int named(String content, int at, StringBuilder out, Span span) {
    int close = content.indexOf('}', at);
    if (at + 2 >= content.length() || content.charAt(at + 2) != '{' || close < 0) {
      int end =
          at + 2 < content.length() && content.charAt(at + 2) == '{' ? content.length() : at + 2;
      throw failure("malformed \\N character escape", content, at, end - 1, span);
    }
    String name = content.substring(at + 3, close);
    if (name.isEmpty()) {
      throw failure("malformed \\N character escape", content, at, close, span);
    }
    try {
      out.appendCodePoint(CharacterNames.find(name));
    } catch (IllegalArgumentException unknown) {
      throw failure("unknown Unicode character name", content, at, close, span);
    }
    return close + 1;
  }

  /** Positions count as if characters outside ASCII were written {@code \UXXXXXXXX}. */
  private static Refusal failure(String why, String content, int from, int to, Span span) {
    int start = 0;
    for (int i = 0; i < from; i += Character.charCount(content.codePointAt(i))) {
      start += content.charAt(i) < 0x80 ? 1 : 10;
    }
    int end = start + Math.max(0, to - from);
    String where =
        end == start ? "byte 0x5c in position " + start : "bytes in position " + start + "-" + end;
    return Refusal.after(
        "(unicode error) 'unicodeescape' codec can't decode " + where + ": " + why, span);
  }

  static void decodeBytes(
      String content, boolean raw, Span token, Span whole, ByteArrayOutputStream out) {
    for (int i = 0; i < content.length(); ) {
      char c = content.charAt(i);
      if (c >= 0x80) {
        throw Refusal.definite("bytes can only contain ASCII literal characters", token);
      }
      if (raw || c != '\\') {
        out.write(c);
        i++;
      } else {
        i = oneByte(content, i, out, whole);
      }
    }
  }

  private static int oneByte(String content, int at, ByteArrayOutputStream out, Span span) {
    char c = content.charAt(at + 1);
    int simple = simple(c);
    if (simple >= 0) {
      out.write(simple);
      return at + 2;
    }
    if (c == '\n') {
      return at + 2;
    }
    if (c >= '0' && c <= '7') {
      int end = octalEnd(content, at + 1);
      out.write(Integer.parseInt(content.substring(at + 1, end), 8));
      return end;
    }
    if (c == 'x') {
      if (at + 3 >= content.length()
          || !isHexadecimal(content.charAt(at + 2))
          || !isHexadecimal(content.charAt(at + 3))) {
        throw Refusal.after("(value error) invalid \\x escape at position " + at, span);
      }
      out.write(Integer.parseInt(content.substring(at + 2, at + 4), 16));
      return at + 4;
    }
    out.write('\\');
    return at + 1;
  }
}
