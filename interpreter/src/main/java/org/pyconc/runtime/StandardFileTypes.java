package org.pyconc.runtime;

import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/** The types of the standard streams; both are called as CPython's one class is. */
public final class StandardFileTypes {
  private StandardFileTypes() {}

  static final PyType WRITER =
      new PyType(
          "_io.TextIOWrapper",
          BuiltinTypes.OBJECT,
          false,
          StandardFileTypes::refused,
          StandardFileTypes::defineWriter);

  static final PyType READER =
      new PyType(
          "_io.TextIOWrapper",
          BuiltinTypes.OBJECT,
          false,
          StandardFileTypes::refused,
          StandardFileTypes::defineReader);

  private static PyInstance refused(PyType type) {
    throw Errors.typeError("cannot create '" + type.fullName() + "' instances");
  }

  private static TextWriter writer(Object self) {
    ((TextWriter) self).requireOpen();
    return (TextWriter) self;
  }

  private static Object text(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (!Text.isText(plain)) {
      throw Errors.typeError("write() argument must be str, not " + PyType.of(value).name());
    }
    return plain;
  }

  /** The attributes of standard output and errors. */
  public static void defineWriter(TypeBuilder b) {
    defineBoth(b, "w");
    b.getter("errors", "", self -> writerErrors((TextWriter) self));
    b.getter("closed", "Whether it is closed.", self -> ((TextWriter) self).isClosed());
    b.getter("name", "What the stream is called.", self -> ((TextWriter) self).name());
    b.getter("line_buffering", "", self -> ((TextWriter) self).isByLine());
    b.getter("write_through", "", self -> false);
    b.method(
        "write(self, text, /)",
        "Writes a str; returns how many characters.",
        (self, text) -> {
          Object plain = text(text);
          writer(self).writeText(plain);
          return (long) Items.length(plain);
        });
    b.method(
        "writelines(self, lines, /)",
        "Writes all strs of an iterable.",
        (self, lines) -> {
          PyIterator iterator = Iteration.iterator(lines);
          for (Object line = iterator.next(); line != null; line = iterator.next()) {
            writer(self).writeText(text(line));
          }
          return PySingleton.NONE;
        });
    b.method(
        "flush(self)",
        "Hands over what is buffered.",
        self -> {
          writer(self).flush();
          return PySingleton.NONE;
        });
    b.method(
        "close(self)",
        "Hands over what is buffered; nothing can be written any more.",
        self -> {
          ((TextWriter) self).close();
          return PySingleton.NONE;
        });
    b.method("fileno(self)", "The file descriptor.", self -> (long) writer(self).descriptor());
    b.method("isatty(self)", "Whether the stream is a terminal.", self -> isTerminal(self));
    b.method("readable(self)", "Whether it can be read from.", self -> false);
    b.method("writable(self)", "Whether it can be written to.", self -> writer(self) != null);
    for (String name : new String[] {"read", "readline", "readlines", "__next__"}) {
      b.method(
          name + "(self, size=-1, /)",
          "Refused: it is for output.",
          (self, size) -> {
            throw unsupported("not readable");
          });
    }
    b.method(
        "__repr__(self)",
        "Representation.",
        self ->
            "<_io.TextIOWrapper name='"
                + ((TextWriter) self).name()
                + "' mode='w' encoding='utf-8'>");
  }

  private static Object isTerminal(Object self) {
    return writer(self).isTerminal();
  }

  private static String writerErrors(TextWriter self) {
    return self.descriptor() == 2 ? "backslashreplace" : "strict";
  }

  private static PyException unsupported(String message) {
    Object type =
        Attributes.load(ModuleLoader.current().importModule("io", true), "UnsupportedOperation");
    return Errors.of((PyType) type, message);
  }

  private static void defineBoth(TypeBuilder b, String mode) {
    b.constant("encoding", "utf-8");
    b.constant("newlines", PySingleton.NONE);
    b.constant("mode", mode);
    b.getter("buffer", "The stream of bytes below.", StandardFileTypes::bytes);
    b.methodN(
        "reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None,"
            + " write_through=None)",
        "Standard streams stay as they are: UTF-8.",
        a -> PySingleton.NONE);
    b.method("seekable(self)", "Whether its position can be changed.", self -> false);
    b.method(
        "seek(self, cookie, whence=0, /)",
        "Refused.",
        (self, cookie, whence) -> {
          throw unsupported("underlying stream is not seekable");
        });
    b.method(
        "tell(self)",
        "Refused.",
        self -> {
          throw unsupported("underlying stream is not seekable");
        });
    b.method("__enter__(self)", "Itself.", self -> self);
    b.method(
        "__exit__(self, *args)",
        "Closes it.",
        (self, args) -> {
          Calls.method(self, "close");
          return PySingleton.NONE;
        });
    b.method("__iter__(self)", "Itself.", self -> self);
  }

  private static Object bytes(Object self) {
    Object known = self instanceof TextWriter w ? w.bytes() : ((TextReader) self).bytes();
    if (known != null) {
      return known;
    }
    Object io = ModuleLoader.current().importModule("_io", true);
    Object made = Calls.call1(Attributes.load(io, "_standard_buffer"), self);
    if (self instanceof TextWriter w) {
      w.setBytes(made);
    } else {
      ((TextReader) self).setBytes(made);
    }
    return made;
  }

  private static TextReader reader(Object self) {
    TextReader reader = (TextReader) self;
    if (reader.isClosed()) {
      throw Errors.valueError("I/O operation on closed file.");
    }
    return reader;
  }

  /** The attributes of standard input. */
  public static void defineReader(TypeBuilder b) {
    defineBoth(b, "r");
    b.constant("errors", "strict");
    b.constant("name", "<stdin>");
    b.constant("line_buffering", false);
    b.getter("closed", "Whether it is closed.", self -> ((TextReader) self).isClosed());
    b.method(
        "close(self)",
        "Nothing can be read any more.",
        self -> {
          ((TextReader) self).close();
          return PySingleton.NONE;
        });
    b.method("flush(self)", "Does nothing.", self -> PySingleton.NONE);
    b.method(
        "readline(self, size=-1, /)",
        "The next line, or an empty str at the end.",
        (self, size) -> {
          String line = reader(self).readLine();
          return line == null ? "" : WideString.of(line);
        });
    b.method(
        "readlines(self, hint=-1, /)",
        "All remaining lines.",
        (self, hint) -> {
          PyList lines = new PyList();
          TextReader reader = reader(self);
          for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.append(WideString.of(line));
          }
          return lines;
        });
    b.method(
        "read(self, size=-1, /)",
        "Up to so many characters, or everything up to the end.",
        StandardFileTypes::read);
    b.method(
        "__next__(self)",
        "The next line.",
        self -> {
          String line = reader(self).readLine();
          if (line == null) {
            throw Errors.stopIteration(PySingleton.NONE);
          }
          return WideString.of(line);
        });
    b.method(
        "write(self, text, /)",
        "Refused: it is for input.",
        (self, text) -> {
          throw unsupported("not writable");
        });
    b.method("fileno(self)", "The file descriptor.", self -> 0L);
    b.method(
        "isatty(self)", "Whether the stream is a terminal.", self -> reader(self).isTerminal());
    b.method("readable(self)", "Whether it can be read from.", self -> reader(self) != null);
    b.method("writable(self)", "Whether it can be written to.", self -> false);
    b.method(
        "__repr__(self)",
        "Representation.",
        self -> "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>");
  }

  private static Object read(Object self, Object size) {
    TextReader reader = reader(self);
    long count = size == PySingleton.NONE ? -1 : Items.toLong(size);
    if (count >= 0) {
      return WideString.of(reader.readCharacters((int) Math.min(count, Integer.MAX_VALUE)));
    }
    StringBuilder all = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      all.append(line);
    }
    return WideString.of(all.toString());
  }
}
