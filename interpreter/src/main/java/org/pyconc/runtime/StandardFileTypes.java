package org.pyconc.runtime;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/** The types of the standard streams; both are called as CPython's one class is. */
final class StandardFileTypes {
  private StandardFileTypes() {}

  static final PyType WRITER =
      new PyType(
          "_io.TextIOWrapper",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          StandardFileTypes::defineWriter);

  static final PyType READER =
      new PyType(
          "_io.TextIOWrapper",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          StandardFileTypes::defineReader);

  private static void defineWriter(TypeBuilder b) {
    b.constant("encoding", "utf-8");
    b.constant("errors", "strict");
    b.constant("mode", "w");
    b.constant("closed", false);
    b.getter("name", "What the stream is called.", self -> ((TextWriter) self).name());
    b.method(
        "write(self, text, /)",
        "Writes a str; returns how many characters.",
        (self, text) -> {
          if (!Text.isText(text)) {
            throw Errors.typeError("write() argument must be str, not " + PyType.of(text).name());
          }
          ((TextWriter) self).write(Text.java(text));
          return (long) Items.length(text);
        });
    b.method(
        "writelines(self, lines, /)",
        "Writes all strs of an iterable.",
        (self, lines) -> {
          PyIterator iterator = Iteration.iterator(lines);
          for (Object line = iterator.next(); line != null; line = iterator.next()) {
            ((TextWriter) self).write(Text.javaArgument(line, "writelines", "lines"));
          }
          return PySingleton.NONE;
        });
    b.method(
        "flush(self)",
        "Hands over what is buffered.",
        self -> {
          ((TextWriter) self).flush();
          return PySingleton.NONE;
        });
    b.method(
        "fileno(self)", "The file descriptor.", self -> (long) ((TextWriter) self).descriptor());
    b.method(
        "isatty(self)",
        "Whether the stream is a terminal.",
        self -> ((TextWriter) self).isTerminal());
    b.method("readable(self)", "Whether it can be read from.", self -> false);
    b.method("writable(self)", "Whether it can be written to.", self -> true);
    b.method(
        "__repr__(self)",
        "Representation.",
        self ->
            "<_io.TextIOWrapper name='"
                + ((TextWriter) self).name()
                + "' mode='w' encoding='utf-8'>");
  }

  private static void defineReader(TypeBuilder b) {
    b.constant("encoding", "utf-8");
    b.constant("errors", "strict");
    b.constant("mode", "r");
    b.constant("name", "<stdin>");
    b.constant("closed", false);
    b.method(
        "readline(self)",
        "The next line, or an empty str at the end.",
        self -> {
          String line = ((TextReader) self).readLine();
          return line == null ? "" : WideString.of(line);
        });
    b.method(
        "readlines(self)",
        "All remaining lines.",
        self -> {
          PyList lines = new PyList();
          TextReader reader = (TextReader) self;
          for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.append(WideString.of(line));
          }
          return lines;
        });
    b.method(
        "read(self)",
        "Everything up to the end.",
        self -> {
          StringBuilder all = new StringBuilder();
          TextReader reader = (TextReader) self;
          for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            all.append(line);
          }
          return WideString.of(all.toString());
        });
    b.method("__iter__(self)", "Itself.", self -> self);
    b.method(
        "__next__(self)",
        "The next line.",
        self -> {
          String line = ((TextReader) self).readLine();
          if (line == null) {
            throw Errors.stopIteration(PySingleton.NONE);
          }
          return WideString.of(line);
        });
    b.method("fileno(self)", "The file descriptor.", self -> 0L);
    b.method(
        "isatty(self)",
        "Whether the stream is a terminal.",
        self -> ((TextReader) self).isTerminal());
    b.method("readable(self)", "Whether it can be read from.", self -> true);
    b.method("writable(self)", "Whether it can be written to.", self -> false);
    b.method(
        "__repr__(self)",
        "Representation.",
        self -> "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>");
  }
}
