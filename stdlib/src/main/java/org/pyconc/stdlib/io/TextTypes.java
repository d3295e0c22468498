package org.pyconc.stdlib.io;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * The classes of file objects of text.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html#text-i-o">Text I/O</a>
 */
final class TextTypes {
  private TextTypes() {}

  static final PyType TEXT_IO_WRAPPER =
      new PyType(
          "_io.TextIOWrapper",
          StreamTypes.TEXT_IO_BASE,
          true,
          TextFile::new,
          TextTypes::defineWrapper);

  static final PyType STRING_IO =
      new PyType(
          "_io.StringIO",
          StreamTypes.TEXT_IO_BASE,
          true,
          StringFile::new,
          TextTypes::defineStringIo);

  private static TextStream stream(Object self) {
    return (TextStream) self;
  }

  private static int count(Object size) {
    return size == PySingleton.NONE ? -1 : (int) Math.min(Integer.MAX_VALUE, Items.toLong(size));
  }

  private static void define(TypeBuilder b) {
    b.method(
        "read(self, size=-1, /)",
        "Reads up to so many characters.",
        (self, size) -> WideString.of(stream(self).read(count(size))));
    b.method(
        "readline(self, size=-1, /)",
        "Reads a line.",
        (self, size) -> WideString.of(stream(self).readLine(count(size))));
    b.method("readlines(self, hint=-1, /)", "Reads all lines.", TextTypes::readLines);
    b.method(
        "write(self, text, /)",
        "Writes a str; returns how many characters.",
        (self, text) -> write(stream(self), text));
    b.method(
        "writelines(self, lines, /)",
        "Writes all of an iterable.",
        (self, lines) -> {
          var iterator = Iteration.iterator(lines);
          for (Object line = iterator.next(); line != null; line = iterator.next()) {
            write(stream(self), line);
          }
          return PySingleton.NONE;
        });
    b.method("tell(self)", "The position.", self -> stream(self).tell());
    b.method(
        "seek(self, cookie, whence=0, /)",
        "Changes the position.",
        (self, offset, whence) -> stream(self).seek(Items.toLong(offset), Items.toInt(whence)));
    b.method(
        "truncate(self, pos=None, /)",
        "Sets the size.",
        (self, position) -> {
          long size = position == PySingleton.NONE ? stream(self).tell() : Items.toLong(position);
          if (size < 0) {
            throw Errors.valueError("Negative size value " + size);
          }
          stream(self).truncate(size);
          return size;
        });
    b.method(
        "flush(self)",
        "Writes what is buffered.",
        self -> {
          stream(self).flush();
          return PySingleton.NONE;
        });
    b.method(
        "close(self)",
        "Closes the file.",
        self -> {
          stream(self).close();
          return PySingleton.NONE;
        });
    b.method("__enter__(self)", "", TextTypes::open);
    b.method("__iter__(self)", "", TextTypes::open);
    b.method(
        "__next__(self)",
        "",
        self -> {
          String line = stream(self).readLine(-1);
          if (line.isEmpty()) {
            throw Errors.stopIteration(PySingleton.NONE);
          }
          return WideString.of(line);
        });
    b.getter("closed", "", self -> stream(self).isClosed);
    b.method("readable(self)", "", self -> open(self).isReadable());
    b.method("writable(self)", "", self -> open(self).isWritable());
    b.method("seekable(self)", "", self -> open(self).canSeek());
    b.method("isatty(self)", "", self -> open(self).isTerminal());
    b.method(
        "fileno(self)",
        "The descriptor.",
        self -> {
          int descriptor = open(self).descriptor();
          if (descriptor < 0) {
            throw IoErrors.unsupported("fileno");
          }
          return (long) descriptor;
        });
  }

  private static TextStream open(Object self) {
    stream(self).requireOpen();
    return stream(self);
  }

  private static Object write(TextStream stream, Object text) {
    Object plain = PyPayloadInstance.unwrap(text);
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          stream instanceof StringFile
              ? "string argument expected, got '" + PyType.of(text).name() + "'"
              : "write() argument must be str, not " + PyType.of(text).name());
    }
    stream.write(Text.java(plain));
    return (long) Text.length(plain);
  }

  private static Object readLines(Object self, Object hint) {
    PyList lines = new PyList();
    int most = count(hint);
    long got = 0;
    for (String line = stream(self).readLine(-1);
        !line.isEmpty();
        line = stream(self).readLine(-1)) {
      lines.append(WideString.of(line));
      got += line.length();
      if (most > 0 && got >= most) {
        break;
      }
    }
    return lines;
  }

  /** The argument {@code newline}, checked. */
  static @Nullable String newline(Object value) {
    if (value == PySingleton.NONE) {
      return null;
    }
    if (!Text.isText(value)) {
      throw Errors.typeError(
          "open() argument 'newline' must be str or None, not " + PyType.of(value).name());
    }
    String text = Text.java(value);
    return switch (text) {
      case "", "\n", "\r", "\r\n" -> text;
      default -> throw Errors.valueError("illegal newline value: " + Text.javaRepr(value));
    };
  }

  // ---- single classes ------------------------------------------------------------------------

  private static TextFile file(Object self) {
    return (TextFile) self;
  }

  private static void defineWrapper(TypeBuilder b) {
    define(b);
    b.methodN(
        "__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,"
            + " write_through=False)",
        "",
        a -> {
          TextFile self = (TextFile) a[0];
          if (!(a[1] instanceof BinaryFile buffer)) {
            throw Errors.typeError("a file object of io is needed, not " + PyType.of(a[1]).name());
          }
          self.buffer = buffer;
          self.encoding = TextFile.encodingName(a[2]);
          self.errors = a[3] == PySingleton.NONE ? "strict" : Text.java(a[3]);
          self.newline = newline(a[4]);
          self.isLineBuffered = Truth.isTrue(a[5]);
          return PySingleton.NONE;
        });
    b.getter("buffer", "", self -> file(self).buffer());
    b.getter("encoding", "", self -> file(self).encoding);
    b.getter("errors", "", self -> file(self).errors);
    b.getter("line_buffering", "", self -> file(self).isLineBuffered);
    b.getter("newlines", "", self -> PySingleton.NONE);
    b.getter("name", "", self -> file(self).buffer().name);
    b.getSet(
        "mode",
        "",
        self -> {
          if (file(self).mode == PySingleton.NONE) {
            throw Errors.noAttribute(self, "mode");
          }
          return file(self).mode;
        },
        (self, mode) -> {
          file(self).mode = mode;
          return PySingleton.NONE;
        });
    b.method(
        "detach(self)",
        "Separates the buffer.",
        self -> {
          BinaryFile buffer = file(self).buffer();
          buffer.flush();
          file(self).buffer = null;
          return buffer;
        });
    b.methodN(
        "reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None,"
            + " write_through=None)",
        "Changes how text is written.",
        a -> {
          TextFile self = (TextFile) a[0];
          self.encoding = a[1] == PySingleton.NONE ? self.encoding : Text.java(a[1]);
          self.errors = a[2] == PySingleton.NONE ? self.errors : Text.java(a[2]);
          self.newline = a[3] == PySingleton.NONE ? self.newline : newline(a[3]);
          if (a[4] != PySingleton.NONE) {
            self.isLineBuffered = Truth.isTrue(a[4]);
          }
          return PySingleton.NONE;
        });
    b.method("__repr__(self)", "", TextTypes::repr);
  }

  private static Object repr(Object self) {
    TextFile file = file(self);
    BinaryFile buffer = file.buffer;
    StringBuilder text = new StringBuilder("<").append(file.type().fullName());
    if (buffer != null && buffer.name != PySingleton.NONE) {
      text.append(" name=").append(Text.javaRepr(buffer.name));
    }
    if (file.mode != PySingleton.NONE) {
      text.append(" mode=").append(Text.javaRepr(file.mode));
    }
    return text.append(" encoding='").append(file.encoding).append("'>").toString();
  }

  private static void defineStringIo(TypeBuilder b) {
    define(b);
    b.method(
        "__init__(self, initial_value='', newline='\\n')",
        "",
        (self, initial, newline) -> {
          if (initial != PySingleton.NONE && !Text.isText(PyPayloadInstance.unwrap(initial))) {
            throw Errors.typeError(
                "initial_value must be str or None, not " + PyType.of(initial).name());
          }
          ((StringFile) self)
              .initialise(
                  initial == PySingleton.NONE ? "" : Text.java(PyPayloadInstance.unwrap(initial)),
                  newline(newline));
          return PySingleton.NONE;
        });
    b.method("getvalue(self)", "All text.", self -> WideString.of(((StringFile) self).value()));
    b.getter("line_buffering", "", self -> false);
  }
}
