package org.pyconc.stdlib.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
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
  static final int CHUNK = 8192;

  private static final byte[] NOTHING = {};

  @Nullable BinaryFile buffer;

  /** What the program gave as buffer. */
  Object bufferObject = PySingleton.NONE;

  String encoding = "UTF-8";
  String errors = "strict";

  /** {@code newline}, null for None. */
  @Nullable String newline;

  boolean isLineBuffered;
  boolean writesThrough;
  int chunkSize = CHUNK;
  Object mode = PySingleton.NONE;

  private @Nullable TextDecoder decoder;
  private @Nullable LineEnds lineEnds;

  /** Decoded; taken up to an index. */
  private String text = "";

  private int taken;

  /** The bytes of the text and those that wait: the last ones that were read. */
  private byte[] chunk = NOTHING;

  private boolean isIterating;
  private boolean hasWritten;

  TextFile(PyType type) {
    super(type);
  }

  BinaryFile buffer() {
    BinaryFile known = buffer;
    if (known == null) {
      throw Errors.valueError("underlying buffer has been detached");
    }
    return known;
  }

  /** Begins anew over a file object of bytes, of this module or of the program. */
  void setBuffer(Object object) {
    if (BinaryTypes.isPlain(object)) {
      buffer = (BinaryFile) object;
    } else {
      BinaryFile shim = new BinaryFile(BinaryTypes.FILE_IO);
      shim.setRaw(new GuestStream(object, true), object);
      shim.isUnbuffered = true;
      buffer = shim;
    }
    bufferObject = object;
    forget();
  }

  @Override
  boolean isClosed() {
    return buffer().isClosed();
  }

  // ---- reading -------------------------------------------------------------------------------

  private boolean isUniversal() {
    return newline == null || newline.isEmpty();
  }

  private TextDecoder decoder() {
    TextDecoder known = decoder;
    if (known == null) {
      known = new TextDecoder(encoding, errors);
      decoder = known;
    }
    return known;
  }

  private LineEnds lineEnds() {
    LineEnds known = lineEnds;
    if (known == null) {
      known = new LineEnds(newline == null);
      lineEnds = known;
    }
    return known;
  }

  /** Which line ends have been seen. */
  Object seenLineEnds() {
    return lineEnds == null || !isUniversal() ? PySingleton.NONE : lineEnds.seen();
  }

  boolean hasRead() {
    return decoder != null;
  }

  /** Decodes some more; false at the end. */
  private boolean fetch() {
    BinaryFile file = buffer();
    int wanted = Math.max(chunkSize, text.length() - taken);
    byte[] bytes = new byte[wanted];
    dropTakenBytes();
    int got = file.readSome(bytes, 0, wanted);
    boolean isLast = got <= 0;
    int count = Math.max(got, 0);
    String more = decode(bytes, count, isLast);
    remember(bytes, count);
    if (taken == text.length()) {
      text = more;
      taken = 0;
    } else {
      text = text + more;
    }
    return !isLast;
  }

  private String decode(byte[] bytes, int count, boolean isLast) {
    String decoded = decoder().decode(bytes, count, isLast);
    return isUniversal() ? lineEnds().decode(decoded, isLast) : decoded;
  }

  /** Before a read: only bytes that wait are needed any longer if all text was taken. */
  private void dropTakenBytes() {
    if (taken < text.length()) {
      return;
    }
    boolean hasReturn = lineEnds != null && lineEnds.holdsReturn();
    int held = decoder().held();
    if (hasReturn) {
      held += Codecs.encode("\r", decoder().settled(), "strict").size();
    }
    if (held < chunk.length) {
      chunk = Arrays.copyOfRange(chunk, chunk.length - held, chunk.length);
    }
  }

  private void remember(byte[] bytes, int count) {
    int before = chunk.length;
    chunk = Arrays.copyOf(chunk, before + count);
    System.arraycopy(bytes, 0, chunk, before, count);
  }

  private String take(int end) {
    String part = taken == 0 && end == text.length() ? text : text.substring(taken, end);
    taken = end;
    return part;
  }

  @Override
  String readLine(int limit) {
    requireReadable();
    boolean isAnyEnd = newline != null && newline.isEmpty();
    String end = newline == null ? "\n" : newline;
    int from = taken;
    while (true) {
      int found = lineEnd(text, from, end, isAnyEnd);
      if (found >= 0 || (limit >= 0 && text.length() - taken >= limit)) {
        int stop = found < 0 ? text.length() : found;
        return take(limit >= 0 ? Math.min(stop, position(limit)) : stop);
      }
      int looked = text.length() - taken;
      if (!fetch() && text.length() - taken == looked) {
        return take(limit >= 0 ? Math.min(text.length(), position(limit)) : text.length());
      }
      from = taken + Math.max(0, looked - 1);
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
      byte[] bytes = buffer().readAll();
      String more = bytes == null ? "" : decode(bytes, bytes.length, true);
      forgetText();
      return rest.isEmpty() ? more : rest + more;
    }
    boolean more = true;
    while (more && text.codePointCount(taken, text.length()) < count) {
      int before = text.length() - taken;
      more = fetch() || text.length() - taken > before;
    }
    return take(position(count));
  }

  private void requireReadable() {
    requireOpen();
    if (!buffer().isReadable && !(buffer().raw() instanceof GuestStream)) {
      throw IoErrors.unsupported("not readable");
    }
    if (decoder == null && buffer().raw() instanceof GuestStream && !isReadable()) {
      throw IoErrors.unsupported("not readable");
    }
  }

  /** The next line; where the file is cannot be told until there is none. */
  String nextLine() {
    isIterating = true;
    String line = readLine(-1);
    if (line.isEmpty()) {
      isIterating = false;
    }
    return line;
  }

  private void forgetText() {
    text = "";
    taken = 0;
    chunk = NOTHING;
  }

  private void forget() {
    forgetText();
    decoder = null;
    lineEnds = null;
    isIterating = false;
  }

  // ---- writing -------------------------------------------------------------------------------

  @Override
  void write(String written) {
    requireOpen();
    BinaryFile file = buffer();
    if (!file.isWritable || (file.raw() instanceof GuestStream && !isWritable())) {
      throw IoErrors.unsupported("not writable");
    }
    if (decoder != null) {
      forgetText();
      decoder.reset(false);
    }
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
    String name = Codecs.canonical(encoding);
    boolean marks = name.equals("utf-16") || name.equals("utf-32") || name.equals("utf-8-sig");
    if (!marks) {
      return encoding;
    }
    boolean isBeginning = canSeek() ? file.tell() == 0 : !hasWritten;
    hasWritten = true;
    return isBeginning ? encoding : name.equals("utf-8-sig") ? "utf-8" : name + "-le";
  }

  // ---- position ------------------------------------------------------------------------------

  @Override
  long tell() {
    requireOpen();
    if (!canSeek()) {
      throw IoErrors.unsupported("underlying stream is not seekable");
    }
    if (isIterating) {
      throw Errors.of(ExceptionTypes.OS_ERROR, "telling position disabled by next() call");
    }
    flush();
    long end = buffer().tell();
    return chunk.length == 0 ? end : end - chunk.length + bytesOfTaken();
  }

  /** How many bytes of the chunk the text that was taken has. */
  private int bytesOfTaken() {
    if (taken == 0) {
      return 0;
    }
    int whole = chunk.length - decoder().held();
    byte[] bytes = Arrays.copyOf(chunk, whole);
    if (taken == text.length() && (lineEnds == null || !lineEnds.holdsReturn())) {
      return whole;
    }
    String codec = decoder().settled();
    boolean isAtMark = buffer().tell() == chunk.length && !codec.equals(Codecs.canonical(encoding));
    String plain =
        Text.java(Codecs.decode(bytes, isAtMark ? Codecs.canonical(encoding) : codec, errors));
    int index = newline == null ? untranslated(plain) : Math.min(taken, plain.length());
    int all = encodedSize(plain, codec);
    int mark = whole - all;
    if (mark == 0 || isAtMark) {
      return mark + encodedSize(plain.substring(0, index), codec);
    }
    for (int size = 0; size < whole; size++) { // bytes that were decoded to something else
      String part = Text.java(Codecs.decode(Arrays.copyOf(bytes, size), codec, "replace"));
      if (part.length() >= index) {
        return size;
      }
    }
    return whole;
  }

  private int encodedSize(String plain, String codec) {
    if (plain.isEmpty()) {
      return 0;
    }
    return Codecs.encode(
            WideString.of(plain), codec, errors.equals("strict") ? "surrogatepass" : errors)
        .size();
  }

  /** The index in the text with its own line ends of what has been taken of the translated one. */
  private int untranslated(String plain) {
    int at = 0;
    for (int i = 0; i < taken && at < plain.length(); i++) {
      boolean isPair =
          plain.charAt(at) == '\r' && at + 1 < plain.length() && plain.charAt(at + 1) == '\n';
      at += isPair ? 2 : 1;
    }
    return at;
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
    flush();
    forgetText();
    isIterating = false;
    long reached = buffer().seek(target, whence == 2 ? 2 : 0);
    if (decoder != null) {
      decoder.reset(reached == 0);
    }
    if (lineEnds != null) {
      lineEnds.reset();
    }
    return reached;
  }

  @Override
  void truncate(long size) {
    flush();
    buffer().truncate(size);
  }

  @Override
  void flush() {
    requireOpen();
    if (buffer().isWritable) {
      buffer().flush();
    }
  }

  @Override
  void close() {
    close(this::flush);
  }

  /**
   * Closes it.
   *
   * @param flushing what writes what is buffered
   */
  void close(Runnable flushing) {
    BinaryFile file = buffer();
    if (isClosed()) {
      return;
    }
    IoErrors.both(
        flushing,
        () -> {
          if (BinaryTypes.isPlain(bufferObject)
              && bufferObject == file
              && !file.hasOwn("close")
              && !file.hasOwn("flush")) {
            file.close();
          } else {
            Object ignored = Calls.method(bufferObject, "close");
          }
        });
  }

  /** Gives up what is below. */
  Object detach() {
    flush();
    Object object = bufferObject;
    buffer = null;
    bufferObject = PySingleton.NONE;
    return object;
  }

  @Override
  boolean isReadable() {
    return asks("readable", buffer().isReadable);
  }

  @Override
  boolean isWritable() {
    return asks("writable", buffer().isWritable);
  }

  private boolean asks(String method, boolean own) {
    return buffer().raw() instanceof GuestStream guest && !BinaryTypes.isPlain(bufferObject)
        ? guest.can(method)
        : own;
  }

  @Override
  boolean canSeek() {
    return buffer().raw().canSeek();
  }

  @Override
  boolean isTerminal() {
    return buffer().raw().isTerminal();
  }

  @Override
  int descriptor() {
    return buffer().raw().descriptor();
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
    copy.bufferObject = copier.copy(bufferObject);
    copy.encoding = encoding;
    copy.errors = errors;
    copy.newline = newline;
    copy.isLineBuffered = isLineBuffered;
    copy.writesThrough = writesThrough;
    copy.chunkSize = chunkSize;
    copy.mode = mode;
    copy.decoder = decoder == null ? null : decoder.copy();
    copy.lineEnds = lineEnds == null ? null : lineEnds.copy();
    copy.text = text;
    copy.taken = taken;
    copy.chunk = chunk;
    copy.hasWritten = hasWritten;
    copy.isIterating = isIterating;
    return copy;
  }
}
