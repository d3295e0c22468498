package org.pyconc.stdlib.hashlib;

import java.io.ByteArrayOutputStream;
import org.pyconc.objects.PyBytes;

/**
 * One line of uuencoded text: a character for the number of bytes, then one for each six bits.
 *
 * @see <a href="https://docs.python.org/3.11/library/binascii.html#binascii.a2b_uu">a2b_uu</a>
 */
final class Uuencoding {
  private static final int MOST_BYTES = 45;

  private Uuencoding() {}

  static PyBytes decode(byte[] line) {
    // an empty line has a length as well: that of the character 0
    int length = ((line.length == 0 ? 0 : line[0]) - ' ') & 63;
    byte[] bytes = new byte[length];
    int at = 1;
    int waiting = 0;
    int bits = 0;
    for (int done = 0; done < length; at++) {
      int digit = at < line.length ? line[at] & 0xff : '\n';
      if (digit == '\n' || digit == '\r') {
        digit = 0; // spaces at the end of the line were lost
      } else if (digit < ' ' || digit > ' ' + 64) {
        throw BinasciiModule.error("Illegal char");
      } else {
        digit = (digit - ' ') & 63;
      }
      waiting = waiting << 6 | digit;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[done++] = (byte) (waiting >> bits);
        waiting &= (1 << bits) - 1;
      }
    }
    for (; at < line.length; at++) {
      if (line[at] != ' ' && line[at] != '`' && line[at] != '\n' && line[at] != '\r') {
        throw BinasciiModule.error("Trailing garbage");
      }
    }
    return new PyBytes(bytes);
  }

  /**
   * @param backtick whether zero is written as {@code `} instead of a space
   */
  static PyBytes encode(byte[] bytes, boolean backtick) {
    if (bytes.length > MOST_BYTES) {
      throw BinasciiModule.error("At most 45 bytes at once");
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.write(digit(bytes.length, backtick));
    for (int i = 0; i < bytes.length; i += 3) {
      int three = at(bytes, i) << 16 | at(bytes, i + 1) << 8 | at(bytes, i + 2);
      for (int shift = 18; shift >= 0; shift -= 6) {
        line.write(digit(three >> shift & 63, backtick));
      }
    }
    line.write('\n');
    return new PyBytes(line.toByteArray());
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : 0;
  }

  private static int digit(int value, boolean backtick) {
    return backtick && value == 0 ? '`' : ' ' + value;
  }
}
