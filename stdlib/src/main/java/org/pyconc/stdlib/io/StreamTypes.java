package org.pyconc.stdlib.io;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;

/** The classes above all file objects; a program can derive its own from them. */
final class StreamTypes {
  private StreamTypes() {}

  static final PyType IO_BASE =
      new PyType("io.IOBase", BuiltinTypes.OBJECT, true, PyInstance::new, StreamTypes::define);

  static final PyType RAW_IO_BASE = derived("RawIOBase");
  static final PyType BUFFERED_IO_BASE = derived("BufferedIOBase");
  static final PyType TEXT_IO_BASE = derived("TextIOBase");

  private static PyType derived(String name) {
    return new PyType("io." + name, IO_BASE, true, null, b -> {});
  }

  private static void define(TypeBuilder b) {
    b.method("__enter__(self)", "", self -> self);
    b.method(
        "__exit__(self, *args)",
        "",
        (self, args) -> {
          Calls.method(self, "close");
          return PySingleton.NONE;
        });
    b.method("__iter__(self)", "", self -> self);
    b.method(
        "__next__(self)",
        "",
        self -> {
          Object line = Calls.method(self, "readline");
          if (!Truth.isTrue(line)) {
            throw Errors.stopIteration(PySingleton.NONE);
          }
          return line;
        });
    b.method(
        "close(self)",
        "",
        self -> {
          Attributes.store(self, "_is_closed", true);
          return PySingleton.NONE;
        });
    b.getter(
        "closed",
        "",
        self -> self instanceof PyInstance i && Boolean.TRUE.equals(i.own("_is_closed")));
    b.method("flush(self)", "", self -> PySingleton.NONE);
    b.method("isatty(self)", "", self -> false);
    for (String name : new String[] {"readable", "writable", "seekable"}) {
      b.method(name + "(self)", "", self -> false);
    }
    b.method(
        "fileno(self)",
        "",
        self -> {
          throw IoErrors.unsupported("fileno");
        });
    b.method(
        "writelines(self, lines, /)",
        "",
        (self, lines) -> {
          var iterator = Iteration.iterator(lines);
          for (Object line = iterator.next(); line != null; line = iterator.next()) {
            Calls.method(self, "write", line);
          }
          return PySingleton.NONE;
        });
  }
}
