package org.pyconc.stdlib.hashlib;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.pyconc.objects.PyBytes;

/**
 * Quoted-printable text: what is not ASCII is written as two hexadecimal digits.
 *
 * @see <a href="https://docs.python.org/3.11/library/binascii.html#binascii.b2a_qp">b2a_qp</a>
 */
final class QuotedPrintable {
  private static final int LONGEST_LINE = 76;
  private static final String DIGITS = "0123456789ABCDEF";

  private final byte[] data;
  private final boolean quotesTabs;
  private final boolean isText;
  private final boolean isHeader;
  private final boolean endsWithCr;

  private byte[] out = new byte[64];
  private int size;
  private int lineLength;

  /**
   * @param quotesTabs whether tabs and spaces are quoted too
   * @param isText whether ends of lines stay ends of lines
   * @param isHeader whether spaces become underscores
   */
  QuotedPrintable(byte[] data, boolean quotesTabs, boolean isText, boolean isHeader) {
    this.data = data;
    this.quotesTabs = quotesTabs;
    this.isText = isText;
    this.isHeader = isHeader;
    int first = 0;
    while (first < data.length && data[first] != '\n') {
      first++;
    }
    // as the first line ends, all do
    this.endsWithCr = first < data.length && first > 0 && data[first - 1] == '\r';
  }

  PyBytes encode() {
    for (int i = 0; i < data.length; i++) {
      int c = data[i] & 0xff;
      if (isQuoted(i, c)) {
        if (lineLength + 3 >= LONGEST_LINE) {
          softBreak();
        }
        quote(c);
        lineLength += 3;
      } else if (isText && (c == '\n' || c == '\r' && byteAt(i + 1) == '\n')) {
        endLine();
        i += c == '\r' ? 1 : 0;
      } else {
        if (i + 1 != data.length && byteAt(i + 1) != '\n' && lineLength + 1 >= LONGEST_LINE) {
          softBreak();
        }
        lineLength++;
        write(isHeader && c == ' ' ? '_' : c);
      }
    }
    return new PyBytes(Arrays.copyOf(out, size));
  }

  private boolean isQuoted(int i, int c) {
    int next = byteAt(i + 1);
    if (c > 126 || c == '=' || isHeader && c == '_') {
      return true;
    }
    if (c == '.' && lineLength == 0 && (next < 0 || next == '\n' || next == '\r' || next == 0)) {
      return true; // a line of one dot would end a message of SMTP
    }
    if (c == '\r' || c == '\n') {
      return !isText;
    }
    boolean isBlank = c == '\t' || c == ' ';
    return isBlank && next < 0 || c < 33 && (quotesTabs || !isBlank);
  }

  private int byteAt(int index) {
    return index < data.length ? data[index] & 0xff : -1;
  }

  private void softBreak() {
    write('=');
    breakLine();
  }

  private void breakLine() {
    if (endsWithCr) {
      write('\r');
    }
    write('\n');
    lineLength = 0;
  }

  /** Blanks in front of it would be lost on the way. */
  private void endLine() {
    if (size > 0 && (out[size - 1] == ' ' || out[size - 1] == '\t')) {
      size--;
      quote(out[size]);
    }
    breakLine();
  }

  private void quote(int c) {
    write('=');
    write(DIGITS.charAt(c >> 4));
    write(DIGITS.charAt(c & 15));
  }

  private void write(int c) {
    if (size == out.length) {
      out = Arrays.copyOf(out, 2 * size);
    }
    out[size++] = (byte) c;
  }

  static PyBytes decode(byte[] text, boolean isHeader) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    int i = 0;
    while (i < text.length) {
      int c = text[i++];
      if (c != '=') {
        out.write(isHeader && c == '_' ? ' ' : c);
      } else if (i < text.length) {
        c = text[i];
        if (c == '\n' || c == '\r') {
          while (i < text.length && text[i] != '\n') {
            i++;
          }
          i++;
        } else if (c == '=') {
          out.write('=');
          i++;
        } else if (i + 1 < text.length && hex(c) >= 0 && hex(text[i + 1]) >= 0) {
          out.write(hex(c) << 4 | hex(text[i + 1]));
          i += 2;
        } else {
          out.write('=');
        }
      }
    }
    return new PyBytes(out.toByteArray());
  }

  private static int hex(int c) {
    return c < 0 ? -1 : Character.digit(c, 16);
  }
}
