package org.pyconc.stdlib.pickle;

import java.io.ByteArrayOutputStream;
import org.pyconc.errors.Errors;

/** A str of Python 2 as it stands in protocol 0: a literal in quotes with escape sequences. */
final class QuotedBytes {
  private static final String SIMPLE = "\\'\"abfnrtv";
  private static final String MEANING = "\\'\"\u0007\b\f\n\r\t\u000b";

  private QuotedBytes() {}

  static byte[] parse(byte[] line) {
    int end = line.length;
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\r' || line[end - 1] == '\t')) {
      end--;
    }
    if (end < 2 || line[0] != line[end - 1] || (line[0] != '\'' && line[0] != '"')) {
      throw PickleErrors.unpickling("the STRING opcode argument must be quoted");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int i = 1;
    while (i < end - 1) {
      i = line[i] == '\\' ? escape(line, i + 1, end - 1, out) : plain(line[i], i, out);
    }
    return out.toByteArray();
  }

  private static int plain(byte value, int at, ByteArrayOutputStream out) {
    out.write(value);
    return at + 1;
  }

  /** Writes what an escape sequence means; returns where it ends. */
  private static int escape(byte[] line, int at, int end, ByteArrayOutputStream out) {
    if (at >= end) {
      throw Errors.valueError("Trailing \\ in string");
    }
    int c = line[at];
    int simple = SIMPLE.indexOf(c);
    if (simple >= 0) {
      out.write(MEANING.charAt(simple));
      return at + 1;
    }
    if (c == 'x') {
      int high = at + 1 < end ? Character.digit(line[at + 1], 16) : -1;
      int low = at + 2 < end ? Character.digit(line[at + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw Errors.valueError("invalid \\x escape at position " + (at - 2));
      }
      out.write(high * 16 + low);
      return at + 3;
    }
    int value = 0;
    int digits = 0;
    while (digits < 3 && at + digits < end && Character.digit(line[at + digits], 8) >= 0) {
      value = value * 8 + Character.digit(line[at + digits], 8);
      digits++;
    }
    if (digits > 0) {
      out.write(value);
      return at + digits;
    }
    out.write('\\');
    out.write(c);
    return at + 1;
  }
}
