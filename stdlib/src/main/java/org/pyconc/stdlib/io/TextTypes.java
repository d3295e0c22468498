package org.pyconc.stdlib.io;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * The classes of file objects of text.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html#text-i-o">Text I/O</a>
 */
final class TextTypes {
  private static final Set<String> KNOWN_ENDS = Set.of("", "\n", "\r", "\r\n");

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
    return BinaryTypes.count(size);
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
    b.method(
        "write(self, text, /)",
        "Writes a str; returns how many characters.",
        (self, text) -> write(stream(self), text));
    b.method("tell(self)", "The position.", self -> stream(self).tell());
    b.method(
        "seek(self, cookie, whence=0, /)",
        "Changes the position.",
        (self, offset, whence) -> stream(self).seek(Items.toLong(offset), Items.toInt(whence)));
    b.method(
        "truncate(self, pos=None, /)",
        "Sets the size.",
        (self, position) -> {
          if (self instanceof TextFile) {
            stream(self).flush();
          }
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
          if (self instanceof TextFile file
              && (file.type() != TEXT_IO_WRAPPER || file.own("flush") != null)) {
            file.close(
                () -> {
                  Object ignored = Calls.method(file, "flush");
                });
          } else {
            stream(self).close();
          }
          return PySingleton.NONE;
        });
    b.method(
        "__next__(self)",
        "",
        self -> {
          String line =
              self instanceof TextFile f ? nextLine(f) : nextOfSubclass((StringFile) self);
          if (line.isEmpty()) {
            throw Errors.stopIteration(PySingleton.NONE);
          }
          return WideString.of(line);
        });
    b.getter("closed", "", self -> stream(self).isClosed());
    b.method("readable(self)", "", self -> open(self).isReadable());
    b.method("writable(self)", "", self -> open(self).isWritable());
    b.method("seekable(self)", "", self -> open(self).canSeek());
    b.method("isatty(self)", "", self -> open(self).isTerminal());
    b.method(
        "fileno(self)",
        "The descriptor.",
        self -> {
          if (self instanceof TextFile) {
            stream(self).requireOpen();
          }
          int descriptor = stream(self).descriptor();
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

  /** A program's subclass may have a {@code readline} of its own. */
  private static String nextLine(TextFile file) {
    return file.type() == TEXT_IO_WRAPPER || !isOwn(file) ? file.nextLine() : readLine(file);
  }

  private static String nextOfSubclass(StringFile file) {
    return file.type() == STRING_IO || !isOwn(file) ? file.readLine(-1) : readLine(file);
  }

  private static boolean isOwn(TextStream stream) {
    Object own = stream.type().lookup("readline");
    return own != TEXT_IO_WRAPPER.ownAttribute("readline")
        && own != STRING_IO.ownAttribute("readline");
  }

  private static String readLine(TextStream stream) {
    Object line = Calls.method(stream, "readline");
    if (!Text.isText(PyPayloadInstance.unwrap(line))) {
      throw Errors.of(
          ExceptionTypes.OS_ERROR,
          "readline() should have returned a str object, not '" + PyType.of(line).name() + "'");
    }
    return Text.java(PyPayloadInstance.unwrap(line));
  }

  private static @Nullable String newlineOfMemory(Object value) {
    if (Text.isText(value) && !KNOWN_ENDS.contains(Text.java(value))) {
      throw Errors.valueError("illegal newline value: " + Text.javaRepr(value));
    }
    return newline(value);
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
      default -> throw Errors.valueError("illegal newline value: " + text);
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
          initialise((TextFile) a[0], a);
          return PySingleton.NONE;
        });
    b.getter("buffer", "", self -> file(self).bufferObject);
    b.getter("encoding", "", self -> file(self).encoding);
    b.getter("errors", "", self -> file(self).errors);
    b.getter("line_buffering", "", self -> file(self).isLineBuffered);
    b.getter("write_through", "", self -> file(self).writesThrough);
    b.getter("newlines", "", self -> file(self).seenLineEnds());
    b.getter(
        "name",
        "",
        self -> {
          file(self).buffer();
          return Attributes.load(file(self).bufferObject, "name");
        });
    b.getSet(
        "_CHUNK_SIZE",
        "",
        self -> (long) file(self).chunkSize,
        (self, size) -> {
          if (size == Unset.UNSET) {
            throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "cannot delete attribute");
          }
          if (Items.toLong(size) <= 0) {
            throw Errors.valueError("a strictly positive integer is required");
          }
          file(self).chunkSize = Items.toInt(size);
          return PySingleton.NONE;
        });
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
    b.method("detach(self)", "Separates the buffer.", self -> file(self).detach());
    b.methodN(
        "reconfigure(self, *, encoding=None, errors=None, newline=<unrepresentable>,"
            + " line_buffering=None, write_through=None)",
        "Changes how text is written.",
        a -> {
          TextFile self = (TextFile) a[0];
          if (self.hasRead()
              && (a[1] != PySingleton.NONE || a[2] != PySingleton.NONE || a[3] != Unset.UNSET)) {
            throw IoErrors.unsupported(
                "It is not possible to set the encoding or newline of stream after the first"
                    + " read");
          }
          self.flush();
          if (a[1] != PySingleton.NONE && a[2] == PySingleton.NONE) {
            self.errors = "strict";
          }
          String encoding = textOrNull(a[1], "encoding");
          self.encoding = encoding == null ? self.encoding : encoding;
          String errors = textOrNull(a[2], "errors");
          self.errors = errors == null ? self.errors : errors;
          self.newline = a[3] == Unset.UNSET ? self.newline : newline(a[3]);
          if (a[4] != PySingleton.NONE) {
            self.isLineBuffered = Truth.isTrue(a[4]);
          }
          if (a[5] != PySingleton.NONE) {
            self.writesThrough = Truth.isTrue(a[5]);
          }
          return PySingleton.NONE;
        });
    b.method("__repr__(self)", "", TextTypes::repr);
    b.method(
        "__getstate__(self)",
        "",
        self -> {
          throw Errors.typeError("cannot pickle '" + file(self).type().fullName() + "' object");
        });
  }

  private static void initialise(TextFile self, Object[] a) {
    String newline = newline(a[4]);
    String encoding = textOrNull(a[2], "encoding");
    String errors = textOrNull(a[3], "errors");
    self.encoding = TextFile.encodingName(encoding == null ? PySingleton.NONE : encoding);
    Object ignored = Codecs.encode("", self.encoding, "strict"); // LookupError if there is none
    self.errors = errors == null ? "strict" : errors;
    self.newline = newline;
    self.isLineBuffered = Truth.isTrue(a[5]);
    self.writesThrough = Truth.isTrue(a[6]);
    if (!BinaryTypes.isPlain(a[1])) {
      Object readable = Attributes.load(a[1], "readable");
      Object answer = Calls.call0(readable);
    }
    self.setBuffer(a[1]);
  }

  private static @Nullable String textOrNull(Object value, String name) {
    if (value == PySingleton.NONE) {
      return null;
    }
    if (!Text.isText(PyPayloadInstance.unwrap(value))) {
      throw Errors.typeError(
          "TextIOWrapper() argument '"
              + name
              + "' must be str or None, not "
              + PyType.of(value).name());
    }
    String text = Text.java(PyPayloadInstance.unwrap(value));
    if (text.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null character");
    }
    return text;
  }

  private static Object repr(Object self) {
    TextFile file = file(self);
    StringBuilder text = new StringBuilder("<").append(file.type().fullName());
    if (file.bufferObject != PySingleton.NONE) {
      try {
        Object name = Attributes.load(file.bufferObject, "name");
        text.append(" name=").append(Text.javaRepr(name));
      } catch (PyException e) {
        if (!e.value().type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)
            && !e.value().type().isSubtypeOf(ExceptionTypes.VALUE_ERROR)) {
          throw e;
        }
      }
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
                  newlineOfMemory(newline));
          return PySingleton.NONE;
        });
    b.method("getvalue(self)", "All text.", self -> WideString.of(((StringFile) self).value()));
    b.getter("line_buffering", "", self -> false);
    b.getter("newlines", "", self -> ((StringFile) self).seenLineEnds());
    b.method("__getstate__(self)", "", TextTypes::state);
    b.method("__setstate__(self, state, /)", "", TextTypes::setState);
  }

  private static Object state(Object self) {
    StringFile file = (StringFile) self;
    Object newline = file.newline == null ? PySingleton.NONE : file.newline;
    return PyTuple.of(
        WideString.of(file.value()),
        newline,
        file.tell(),
        Calls.method(Attributes.load(self, "__dict__"), "copy"));
  }

  private static Object setState(Object self, Object state) {
    if (!(state instanceof PyTuple tuple) || tuple.size() != 4) {
      throw Errors.typeError(
          ((StringFile) self).type().fullName()
              + ".__setstate__ argument should be 4-tuple, got "
              + PyType.of(state).name());
    }
    StringFile file = (StringFile) self;
    file.initialise("", "");
    file.write(Text.java(tuple.get(0)));
    file.newline = newline(tuple.get(1));
    long ignored = file.seek(Items.toLong(tuple.get(2)), 0);
    if (tuple.get(3) instanceof PyDict attributes) {
      Object nothing = Calls.method(Attributes.load(self, "__dict__"), "update", attributes);
    }
    return PySingleton.NONE;
  }
}
