package org.pyconc.stdlib.io;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * Text over a file object of bytes.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html#io.TextIOWrapper">TextIOWrapper</a>
 */
final class TextFile extends TextStream implements Transferable {
  @Nullable BinaryFile buffer;
  String encoding = "UTF-8";
  String errors = "strict";

  /** {@code newline}, null for None. */
  @Nullable String newline;

  boolean isLineBuffered;
  Object mode = PySingleton.NONE;

  /** Decoded and not yet taken. */
  private String text = "";

  private int taken;
  private boolean hasDecodedAll;

  TextFile(PyType type) {
    super(type);
  }

  BinaryFile buffer() {
    BinaryFile known = buffer;
    if (known == null) {
      throw Errors.valueError(
          isClosed ? "I/O operation on closed file." : "underlying buffer has been detached");
    }
    return known;
  }

  // ---- reading -------------------------------------------------------------------------------

  private String decode(byte[] bytes) {
    String decoded = Text.java(Codecs.decode(bytes, encoding, errors));
    return newline == null ? translated(decoded) : decoded;
  }

  /** Whether a byte of a line end is one wherever it stands. */
  private boolean hasPlainLineEnds() {
    String name = encoding.toLowerCase(Locale.ROOT).replace('_', '-');
    return !name.startsWith("utf-16")
        && !name.startsWith("utf-32")
        && !name.startsWith("utf16")
        && !name.startsWith("utf32")
        && !name.equals("utf-8-sig");
  }

  /** Decodes some more; false at the end. */
  private boolean fetch() {
    byte[] bytes;
    if (hasPlainLineEnds()) {
      bytes = buffer().readLine(Integer.MAX_VALUE);
    } else {
      bytes = hasDecodedAll ? new byte[0] : buffer().readAll();
      hasDecodedAll = true;
    }
    if (bytes.length == 0) {
      return false;
    }
    String more = decode(bytes);
    text = taken == text.length() ? more : text.substring(taken) + more;
    taken = 0;
    return true;
  }

  private String take(int end) {
    String part = taken == 0 && end == text.length() ? text : text.substring(taken, end);
    taken = end;
    return part;
  }

  @Override
  String readLine(int limit) {
    requireReadable();
    boolean isUniversal = newline == null || newline.isEmpty();
    String end = newline == null ? "\n" : newline;
    while (true) {
      int found = lineEnd(text, taken, end, isUniversal);
      if (found >= 0 || (limit >= 0 && text.length() - taken >= limit)) {
        int stop = found < 0 ? text.length() : found;
        return take(limit >= 0 ? Math.min(stop, position(limit)) : stop);
      }
      if (!fetch()) {
        return take(limit >= 0 ? Math.min(text.length(), position(limit)) : text.length());
      }
    }
  }

  /** The index so many characters further on. */
  private int position(int count) {
    int left = text.codePointCount(taken, text.length());
    return text.offsetByCodePoints(taken, Math.min(left, count));
  }

  @Override
  String read(int count) {
    requireReadable();
    if (count < 0) {
      String rest = take(text.length());
      if (!hasPlainLineEnds() && hasDecodedAll) {
        return rest;
      }
      hasDecodedAll = true;
      String more = decode(buffer().readAll());
      return rest.isEmpty() ? more : rest + more;
    }
    while (text.codePointCount(taken, text.length()) < count) {
      if (!fetch()) {
        break;
      }
    }
    return take(position(count));
  }

  private void requireReadable() {
    requireOpen();
    if (!buffer().isReadable) {
      throw IoErrors.unsupported("not readable");
    }
  }

  // ---- writing -------------------------------------------------------------------------------

  @Override
  void write(String written) {
    requireOpen();
    BinaryFile file = buffer();
    if (!file.isWritable) {
      throw IoErrors.unsupported("not writable");
    }
    if (taken < text.length()) {
      file.seek(tell(), 0);
    }
    text = "";
    taken = 0;
    String out =
        newline == null || newline.isEmpty() || newline.equals("\n")
            ? written
            : written.replace("\n", newline);
    file.write(Codecs.encode(WideString.of(out), encodingNow(file), errors).array());
    if (isLineBuffered && (written.indexOf('\n') >= 0 || written.indexOf('\r') >= 0)) {
      file.flush();
    }
  }

  /** The encoding meant by an argument: None and {@code 'locale'} mean the usual one. */
  static String encodingName(Object given) {
    if (given == PySingleton.NONE) {
      return "UTF-8";
    }
    String name = Text.java(given);
    return name.equals("locale") ? "UTF-8" : name;
  }

  /** Only the beginning of a file has a byte order mark. */
  private String encodingNow(BinaryFile file) {
    String name = encoding.toLowerCase(Locale.ROOT).replace('_', '-');
    boolean marks = name.equals("utf-16") || name.equals("utf-32") || name.equals("utf-8-sig");
    if (!marks || !file.raw.canSeek() || file.tell() == 0) {
      return encoding;
    }
    return name.equals("utf-8-sig") ? "utf-8" : name + "-le";
  }

  // ---- position ------------------------------------------------------------------------------

  @Override
  long tell() {
    requireOpen();
    if (!canSeek()) {
      throw IoErrors.unsupported("underlying stream is not seekable");
    }
    long ahead =
        taken == text.length()
            ? 0
            : Codecs.encode(WideString.of(text.substring(taken)), encoding, errors).size();
    return buffer().tell() - ahead;
  }

  @Override
  long seek(long offset, int whence) {
    requireOpen();
    if (!canSeek()) {
      throw IoErrors.unsupported("underlying stream is not seekable");
    }
    if (whence == 1 && offset != 0) {
      throw IoErrors.unsupported("can't do nonzero cur-relative seeks");
    }
    if (whence == 2 && offset != 0) {
      throw IoErrors.unsupported("can't do nonzero end-relative seeks");
    }
    if (whence < 0 || whence > 2) {
      throw Errors.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
    }
    if (whence == 0 && offset < 0) {
      throw Errors.valueError("negative seek position " + offset);
    }
    long target = whence == 1 ? tell() : offset;
    text = "";
    taken = 0;
    hasDecodedAll = false;
    return buffer().seek(target, whence == 2 ? 2 : 0);
  }

  @Override
  void truncate(long size) {
    requireOpen();
    buffer().truncate(size);
  }

  @Override
  void flush() {
    requireOpen();
    buffer().flush();
  }

  @Override
  void close() {
    if (!isClosed) {
      isClosed = true;
      if (buffer != null) {
        buffer.close();
      }
    }
  }

  @Override
  boolean isReadable() {
    return buffer().isReadable;
  }

  @Override
  boolean isWritable() {
    return buffer().isWritable;
  }

  @Override
  boolean canSeek() {
    return buffer().raw.canSeek();
  }

  @Override
  boolean isTerminal() {
    return buffer().raw.isTerminal();
  }

  @Override
  int descriptor() {
    return buffer().raw.descriptor();
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'" + type().fullName() + "' object");
    }
    TextFile copy = new TextFile(copier.copyType(type()));
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    copy.buffer = (BinaryFile) copier.copyOrNull(buffer);
    copy.encoding = encoding;
    copy.errors = errors;
    copy.newline = newline;
    copy.isLineBuffered = isLineBuffered;
    copy.mode = mode;
    copy.isClosed = isClosed;
    copy.text = text;
    copy.taken = taken;
    copy.hasDecodedAll = hasDecodedAll;
    return copy;
  }
}
