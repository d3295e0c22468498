package org.pyconc.stdlib.io;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * Text in memory.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html#io.StringIO">StringIO</a>
 */
final class StringFile extends TextStream implements Transferable {
  private final StringBuilder text = new StringBuilder();
  private int position;

  /** {@code newline}, null for None. */
  @Nullable String newline = "\n";

  private boolean isClosed;
  private LineEnds lineEnds = new LineEnds(false);

  StringFile(PyType type) {
    super(type);
  }

  /** Begins anew with that text. */
  void initialise(String initial, @Nullable String newNewline) {
    text.setLength(0);
    position = 0;
    newline = newNewline;
    isClosed = false;
    lineEnds = new LineEnds(newNewline == null);
    write(initial);
    position = 0;
  }

  @Override
  boolean isClosed() {
    return isClosed;
  }

  @Override
  void requireOpen() {
    if (isClosed) {
      throw Errors.valueError("I/O operation on closed file");
    }
  }

  /** Which line ends have been written. */
  Object seenLineEnds() {
    requireOpen();
    return newline == null || newline.isEmpty() ? lineEnds.seen() : PySingleton.NONE;
  }

  /** The index in the text of a character. */
  private int index(long characters) {
    int most = (int) Math.min(characters, text.length());
    return text.codePointCount(0, text.length()) == text.length()
        ? (int) Math.min(characters, Integer.MAX_VALUE)
        : most <= text.codePointCount(0, text.length())
            ? text.offsetByCodePoints(0, most)
            : text.length() + (int) (characters - text.codePointCount(0, text.length()));
  }

  String value() {
    requireOpen();
    return text.toString();
  }

  @Override
  String readLine(int limit) {
    requireOpen();
    if (position >= text.length()) {
      return "";
    }
    String end = newline == null ? "\n" : newline;
    int found = lineEnd(text, position, end, end.isEmpty());
    int stop = found < 0 ? text.length() : found;
    return take(limit >= 0 ? Math.min(stop, after(limit)) : stop);
  }

  private String take(int stop) {
    String part = text.substring(position, stop);
    position = stop;
    return part;
  }

  @Override
  String read(int count) {
    requireOpen();
    if (position >= text.length()) {
      return "";
    }
    return take(count < 0 ? text.length() : after(count));
  }

  /** The index so many characters further on. */
  private int after(int count) {
    int left = text.codePointCount(position, text.length());
    return text.offsetByCodePoints(position, Math.min(left, count));
  }

  @Override
  void write(String written) {
    requireOpen();
    if (newline == null || newline.isEmpty()) {
      String ignored = lineEnds.decode(written, true);
    }
    String added =
        newline == null
            ? translated(written)
            : newline.equals("\r") || newline.equals("\r\n")
                ? written.replace("\n", newline)
                : written;
    if (added.isEmpty()) {
      return;
    }
    while (text.length() < position) {
      text.append('\0');
    }
    text.replace(position, after(added.codePointCount(0, added.length())), added);
    position += added.length();
  }

  @Override
  long tell() {
    requireOpen();
    return position > text.length()
        ? position - text.length() + text.codePointCount(0, text.length())
        : text.codePointCount(0, position);
  }

  @Override
  long seek(long offset, int whence) {
    requireOpen();
    if (whence < 0 || whence > 2) {
      throw Errors.valueError("Invalid whence (" + whence + ", should be 0, 1 or 2)");
    }
    if (whence == 0 && offset < 0) {
      throw Errors.valueError("Negative seek position " + offset);
    }
    if (whence != 0 && offset != 0) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "Can't do nonzero cur-relative seeks");
    }
    position = whence == 0 ? index(offset) : whence == 1 ? position : text.length();
    return tell();
  }

  @Override
  void truncate(long size) {
    requireOpen();
    if (size < text.length()) {
      text.setLength(Math.min(text.length(), index(size)));
    }
  }

  @Override
  void flush() {}

  @Override
  void close() {
    isClosed = true;
  }

  @Override
  boolean isReadable() {
    requireOpen();
    return true;
  }

  @Override
  boolean isWritable() {
    requireOpen();
    return true;
  }

  @Override
  boolean canSeek() {
    requireOpen();
    return true;
  }

  @Override
  boolean isTerminal() {
    super.requireOpen();
    return false;
  }

  @Override
  int descriptor() {
    return -1;
  }

  @Override
  public Object copy(Copier copier) {
    StringFile copy = new StringFile(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.text.append(text);
    copy.position = position;
    copy.newline = newline;
    copy.isClosed = isClosed;
    copy.lineEnds = lineEnds.copy();
    return copy;
  }
}
