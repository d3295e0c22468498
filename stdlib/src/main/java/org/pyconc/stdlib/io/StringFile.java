package org.pyconc.stdlib.io;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
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

  StringFile(PyType type) {
    super(type);
  }

  /** Begins anew with that text. */
  void initialise(String initial, @Nullable String newNewline) {
    text.setLength(0);
    position = 0;
    newline = newNewline;
    isClosed = false;
    write(initial);
    position = 0;
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
    if (limit >= 0) {
      stop = Math.min(stop, position + limit);
    }
    return take(stop);
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
    return take(count < 0 ? text.length() : (int) Math.min(text.length(), (long) position + count));
  }

  @Override
  void write(String written) {
    requireOpen();
    String added =
        newline == null
            ? translated(written)
            : newline.equals("\r") || newline.equals("\r\n")
                ? written.replace("\n", newline)
                : written;
    while (text.length() < position) {
      text.append('\0');
    }
    text.replace(position, Math.min(text.length(), position + added.length()), added);
    position += added.length();
  }

  @Override
  long tell() {
    requireOpen();
    return position;
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
      throw Errors.osError(0, "Can't do nonzero cur-relative seeks");
    }
    position = whence == 0 ? (int) offset : whence == 1 ? position : text.length();
    return position;
  }

  @Override
  void truncate(long size) {
    requireOpen();
    if (size < text.length()) {
      text.setLength((int) size);
    }
  }

  @Override
  void flush() {
    requireOpen();
  }

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
    requireOpen();
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
    return copy;
  }
}
