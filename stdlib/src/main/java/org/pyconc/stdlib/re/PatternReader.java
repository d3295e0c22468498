package org.pyconc.stdlib.re;

import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/** Reads the code points of a pattern or a template, and says where something is wrong. */
final class PatternReader {
  /** What {@link #next} gives behind the end. */
  static final int END = -1;

  private final Object source;
  private final int[] points;
  private final boolean isBytes;
  private int at;

  /**
   * @param source a str or bytes
   */
  PatternReader(Object source) {
    this.source = source;
    this.isBytes = source instanceof PyBytes;
    this.points = Text.codePoints(source instanceof PyBytes b ? Codecs.latin1(b.array()) : source);
  }

  boolean isBytes() {
    return isBytes;
  }

  int position() {
    return at;
  }

  void seek(int position) {
    at = position;
  }

  /** The next code point, which stays. */
  int peek() {
    return at < points.length ? points[at] : END;
  }

  /** The next code point, which is taken. */
  int next() {
    return at < points.length ? points[at++] : END;
  }

  /** Takes the next code point if it is this one. */
  boolean take(int wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  boolean isDigitNext() {
    return isDigit(peek());
  }

  boolean isOctalNext() {
    return isOctal(peek());
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isOctal(int c) {
    return c >= '0' && c <= '7';
  }

  static boolean isAsciiLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The text from a position up to here. */
  Object since(int start) {
    return new TextBuilder().append(points, start, at).build();
  }

  /** The error at a position. */
  PyException error(String message, int position) {
    return ReErrors.at(message, source, position);
  }

  /** The error at a position, whose message ends with something quoted from the pattern. */
  PyException error(String message, Object quoted, int position) {
    return ReErrors.at(new TextBuilder().append(message).append(quoted).build(), source, position);
  }

  /** The text up to a terminator, which is taken too. */
  Object until(int terminator, String what) {
    int start = at;
    while (true) {
      int c = next();
      if (c == END) {
        if (at == start) {
          throw error("missing " + what, at);
        }
        throw error("missing " + (char) terminator + ", unterminated name", start);
      }
      if (c == terminator) {
        if (at - 1 == start) {
          throw error("missing " + what, at - 1);
        }
        return new TextBuilder().append(points, start, at - 1).build();
      }
    }
  }

  /** Hexadecimal digits behind {@code \x}, {@code \\u} or {@code \U}. */
  int hexadecimal(int digits, int escapeStart) {
    int value = 0;
    int count = 0;
    while (count < digits && isHex(peek())) {
      value = value * 16 + Character.digit(next(), 16);
      count++;
    }
    if (count < digits) {
      throw error("incomplete escape ", since(escapeStart), escapeStart);
    }
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw error("bad escape ", since(escapeStart), escapeStart);
    }
    return value;
  }

  private static boolean isHex(int c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  /** The character that {@code \N&#123;NAME&#125;} names. */
  int named(int escapeStart) {
    if (!take('{')) {
      throw error("missing {", at);
    }
    Object name = until('}', "character name");
    try {
      return Character.codePointOf(name.toString());
    } catch (IllegalArgumentException e) {
      throw error("undefined character name ", Text.repr(name), escapeStart);
    }
  }
}
