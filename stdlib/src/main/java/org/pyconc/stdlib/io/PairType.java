package org.pyconc.stdlib.io;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Truth;

/**
 * A buffer over two raw file objects: one to read, one to write.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html#io.BufferedRWPair">BufferedRWPair</a>
 */
final class PairType {
  private PairType() {}

  private static final class Pair extends PyInstance {
    private Object reader = Unset.UNSET;
    private Object writer = Unset.UNSET;

    Pair(PyType type) {
      super(type);
    }

    Object reader() {
      return known(reader);
    }

    Object writer() {
      return known(writer);
    }

    private static Object known(Object file) {
      if (file == Unset.UNSET) {
        throw Errors.valueError("I/O operation on uninitialized object");
      }
      return file;
    }
  }

  static final PyType TYPE =
      new PyType(
          "_io.BufferedRWPair", StreamTypes.BUFFERED_IO_BASE, true, Pair::new, PairType::define);

  private static Pair of(Object self) {
    return (Pair) self;
  }

  private static void define(TypeBuilder b) {
    b.methodN(
        "__init__(self, reader, writer, buffer_size=8192, /)",
        "",
        a -> {
          require(a[1], "readable", "File or stream is not readable.");
          require(a[2], "writable", "File or stream is not writable.");
          of(a[0]).reader = Calls.call2(BinaryTypes.BUFFERED_READER, a[1], a[3]);
          of(a[0]).writer = Calls.call2(BinaryTypes.BUFFERED_WRITER, a[2], a[3]);
          return PySingleton.NONE;
        });
    b.method("read(self, size=-1, /)", "", (self, n) -> Calls.method(of(self).reader(), "read", n));
    b.method(
        "read1(self, size=-1, /)", "", (self, n) -> Calls.method(of(self).reader(), "read1", n));
    b.method("peek(self, size=0, /)", "", (self, n) -> Calls.method(of(self).reader(), "peek", n));
    for (String name : new String[] {"readinto", "readinto1"}) {
      b.method(
          name + "(self, buffer, /)",
          "",
          (self, buffer) -> Calls.method(of(self).reader(), name, buffer));
    }
    b.method(
        "write(self, b, /)", "", (self, bytes) -> Calls.method(of(self).writer(), "write", bytes));
    b.method("flush(self)", "", self -> Calls.method(of(self).writer(), "flush"));
    b.method("readable(self)", "", self -> Calls.method(of(self).reader(), "readable"));
    b.method("writable(self)", "", self -> Calls.method(of(self).writer(), "writable"));
    b.method(
        "isatty(self)",
        "",
        self ->
            Truth.isTrue(Calls.method(of(self).writer(), "isatty"))
                || Truth.isTrue(Calls.method(of(self).reader(), "isatty")));
    b.method("close(self)", "", PairType::close);
    b.getter("closed", "", self -> Attributes.load(of(self).writer(), "closed"));
  }

  private static void require(Object raw, String method, String message) {
    if (!Truth.isTrue(Calls.method(raw, method))) {
      throw IoErrors.unsupported(message);
    }
  }

  private static Object close(Object self) {
    Object reader = of(self).reader();
    try {
      Object ignored = Calls.method(of(self).writer(), "close");
    } finally {
      Object ignored = Calls.method(reader, "close");
    }
    return PySingleton.NONE;
  }
}
