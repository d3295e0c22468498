package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;

/** Bytes as hexadecimal digits: {@code bytes.hex} and {@code bytes.fromhex}. */
final class Hex {
  private static final String DIGITS = "0123456789abcdef";

  private Hex() {}

  static String format(byte[] bytes, Object separator, Object bytesPerGroup) {
    int group = Items.toInt(bytesPerGroup);
    boolean isSeparated = separator != Unset.UNSET;
    char sep = isSeparated ? separator(separator) : 0;
    StringBuilder b = new StringBuilder(bytes.length * 3);
    for (int i = 0; i < bytes.length; i++) {
      if (isSeparated && i > 0 && group != 0) {
        int counted = group > 0 ? bytes.length - i : i; // a positive group counts from the right
        if (counted % Math.abs(group) == 0) {
          b.append(sep);
        }
      }
      b.append(DIGITS.charAt(bytes[i] >> 4 & 0xF)).append(DIGITS.charAt(bytes[i] & 0xF));
    }
    return b.toString();
  }

  private static char separator(Object separator) {
    Object text = TextArguments.textOrNull(separator);
    if (text == null) {
      byte[] bytes = Buffers.bytesOrNull(separator);
      text = bytes == null ? null : Codecs.latin1(bytes);
    }
    if (text == null || Text.length(text) != 1) {
      throw notOneCharacter(separator);
    }
    int c = Text.at(text, 0);
    if (c > 0x7F) {
      throw Errors.valueError("sep must be ASCII.");
    }
    return (char) c;
  }

  /** The error for a separator that is no text of length 1. */
  private static PyException notOneCharacter(Object separator) {
    int length = Items.length(separator); // raises the error for what has no length
    return length == 1
        ? Errors.typeError("sep must be str or bytes.")
        : Errors.valueError("sep must be length 1.");
  }

  static byte[] parse(Object argument) {
    Object text = TextArguments.text(argument, "fromhex() argument");
    int length = Text.length(text);
    byte[] bytes = new byte[length / 2];
    int size = 0;
    int i = 0;
    while (i < length) {
      if (ByteMethods.SPACES.indexOf(Text.at(text, i)) >= 0) {
        i++;
        continue;
      }
      int high = digit(text, i);
      int low = digit(text, i + 1);
      bytes[size++] = (byte) (high << 4 | low);
      i += 2;
    }
    return java.util.Arrays.copyOf(bytes, size);
  }

  private static int digit(Object text, int index) {
    int c = index < Text.length(text) ? Text.at(text, index) : -1;
    int digit = c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw Errors.valueError("non-hexadecimal number found in fromhex() arg at position " + index);
    }
    return digit;
  }
}
