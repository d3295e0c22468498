package org.pyconc.stdlib.io;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;

/** A file object of text. */
abstract class TextStream extends PyInstance {
  TextStream(PyType type) {
    super(type);
  }

  abstract boolean isClosed();

  void requireOpen() {
    if (isClosed()) {
      throw Errors.valueError("I/O operation on closed file.");
    }
  }

  /** A line with its end, at most so many characters; empty at the end. */
  abstract String readLine(int limit);

  /** Up to so many characters; all for a negative number. */
  abstract String read(int count);

  abstract void write(String text);

  abstract long tell();

  abstract long seek(long offset, int whence);

  abstract void truncate(long size);

  abstract void flush();

  abstract void close();

  abstract boolean isReadable();

  abstract boolean isWritable();

  abstract boolean canSeek();

  abstract boolean isTerminal();

  abstract int descriptor();

  /** Where a line of that text ends, or -1; lines end as a value of {@code newline} says. */
  static int lineEnd(CharSequence text, int from, String newline, boolean isUniversal) {
    if (!isUniversal && newline.length() == 1 && text instanceof String plain) {
      int found = plain.indexOf(newline.charAt(0), from);
      return found < 0 ? -1 : found + 1;
    }
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUniversal) {
        if (c == '\n') {
          return i + 1;
        }
        if (c == '\r') {
          return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
        }
      } else if (c == newline.charAt(0)
          && (newline.length() == 1
              || (i + 1 < text.length() && text.charAt(i + 1) == newline.charAt(1)))) {
        return i + newline.length();
      }
    }
    return -1;
  }

  /** The text with all kinds of line ends as one. */
  static String translated(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
