package org.pyconc.grammar;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;

/**
 * Finds the name or literal of a program whose bytes are no UTF-8: where the bytes are the argument
 * of {@code eval} or {@code compile}, CPython reads them token by token, and comments not at all.
 */
final class MisencodedText {
  private static final int HIGH = 0x80;

  private final byte[] bytes;
  private int at;
  private int line = 1;
  private int lineStart;

  private MisencodedText(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
    this.lineStart = start;
  }

  /** The error for the first bad byte outside of comments; null if there is none. */
  static @Nullable SyntaxError find(SourceText replaced, byte[] bytes, int start) {
    return new MisencodedText(bytes, start).find(replaced);
  }

  private @Nullable SyntaxError find(SourceText source) {
    while (at < bytes.length) {
      int c = bytes[at];
      if (c == '#') {
        while (at < bytes.length && bytes[at] != '\n') {
          at++;
        }
      } else if (c == '\'' || c == '"') {
        SyntaxError found = literal(source, at);
        if (found != null) {
          return found;
        }
      } else if (isWord(c)) {
        int begin = at;
        while (at < bytes.length && isWord(bytes[at])) {
          at++;
        }
        if (at < bytes.length && (bytes[at] == '\'' || bytes[at] == '"')) {
          SyntaxError found = literal(source, begin);
          if (found != null) {
            return found;
          }
          continue;
        }
        int bad = firstBad(begin, at);
        if (bad >= 0) {
          return error(source, bad, begin, at, at - lineStart);
        }
      } else {
        step();
      }
    }
    return null;
  }

  private static boolean isWord(int c) {
    return c < 0 || c == '_' || Character.isLetterOrDigit(c);
  }

  private void step() {
    if (bytes[at] == '\n') {
      line++;
      lineStart = at + 1;
    }
    at++;
  }

  /** Reads a string whose prefix begins at {@code prefix}; {@link #at} is its quote. */
  private @Nullable SyntaxError literal(SourceText source, int prefix) {
    String letters =
        new String(bytes, prefix, at - prefix, StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    byte quote = bytes[at];
    boolean triple = at + 2 < bytes.length && bytes[at + 1] == quote && bytes[at + 2] == quote;
    int width = triple ? 3 : 1;
    at += width;
    int begin = at;
    boolean hasEscapes = letters.indexOf('f') >= 0;
    while (at < bytes.length && !closes(quote, width) && (triple || bytes[at] != '\n')) {
      if (bytes[at] == '\\' && at + 1 < bytes.length) {
        hasEscapes |= letters.indexOf('r') < 0;
        step();
      }
      step();
    }
    int end = Math.min(at, bytes.length);
    at = Math.min(end + width, bytes.length);
    int bad = letters.indexOf('b') >= 0 ? -1 : firstBad(begin, end);
    if (bad < 0) {
      return null;
    }
    int from = begin;
    int to = end;
    if (hasEscapes) { // then only what is outside of ASCII is read as UTF-8, run by run
      from = bad;
      while (from > begin && bytes[from - 1] < 0) {
        from--;
      }
      to = bad;
      while (to < end && bytes[to] < 0) {
        to++;
      }
    }
    return error(source, bad, from, to, at - lineStart + 1);
  }

  private boolean closes(byte quote, int width) {
    for (int i = 0; i < width; i++) {
      if (at + i >= bytes.length || bytes[at + i] != quote) {
        return false;
      }
    }
    return true;
  }

  /** Where the first bytes between the two places lie that are no UTF-8, or -1. */
  private int firstBad(int from, int to) {
    int i = from;
    while (i < to) {
      int length = length(i, to);
      if (length <= 0) {
        return i;
      }
      i += length;
    }
    return -1;
  }

  /** How long the character is; 0 if a byte begins none, -1 if it is not continued, -2 if cut. */
  private int length(int i, int to) {
    int first = bytes[i] & 0xff;
    if (first < HIGH) {
      return 1;
    }
    if (first < 0xc2 || first > 0xf4) {
      return 0;
    }
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (int k = 1; k < length; k++) {
      if (i + k >= to) {
        return -2;
      }
      int next = bytes[i + k] & 0xff;
      int least = k > 1 ? HIGH : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : HIGH;
      int most = k > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
      if (next < least || next > most) {
        return -1;
      }
    }
    return length;
  }

  private SyntaxError error(SourceText source, int bad, int from, int to, int column) {
    int length = length(bad, to);
    int first = bad - from;
    int last = length == -2 ? to - 1 - from : first;
    String reason =
        switch (length) {
          case 0 -> "invalid start byte";
          case -1 -> "invalid continuation byte";
          default -> "unexpected end of data";
        };
    int place = Math.max(0, column - 1);
    return new SyntaxError(
        SyntaxError.Kind.SYNTAX,
        "(unicode error) 'utf-8' codec can't decode "
            + (last == first
                ? "byte 0x" + Integer.toHexString(bytes[bad] & 0xff) + " in position " + first
                : "bytes in position " + first + "-" + last)
            + ": "
            + reason,
        new Span(line, place, line, place),
        source);
  }
}
