package org.pyconc.stdlib.io;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;

/**
 * The classes above all file objects; a program can derive its own from them.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html#class-hierarchy">Class hierarchy</a>
 */
final class StreamTypes {
  private StreamTypes() {}

  static final PyType IO_BASE =
      new PyType("io.IOBase", BuiltinTypes.OBJECT, true, PyInstance::new, StreamTypes::define);

  static final PyType RAW_IO_BASE =
      new PyType("io.RawIOBase", IO_BASE, true, null, StreamTypes::defineRaw);

  static final PyType BUFFERED_IO_BASE =
      new PyType("io.BufferedIOBase", IO_BASE, true, null, StreamTypes::defineBuffered);

  static final PyType TEXT_IO_BASE =
      new PyType("io.TextIOBase", IO_BASE, true, null, StreamTypes::defineText);

  /** Calls a method whose result does not matter. */
  private static void run(Object self, String method, Object... arguments) {
    Object ignored = Calls.method(self, method, arguments);
  }

  private static void requireOpen(Object self) {
    if (Truth.isTrue(Attributes.load(self, "closed"))) {
      throw Errors.valueError("I/O operation on closed file.");
    }
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__enter__(self)",
        "",
        self -> {
          requireOpen(self);
          return self;
        });
    b.method(
        "__exit__(self, *args)",
        "",
        (self, args) -> {
          run(self, "close");
          return PySingleton.NONE;
        });
    b.method(
        "__iter__(self)",
        "",
        self -> {
          requireOpen(self);
          return self;
        });
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
    b.method("close(self)", "", StreamTypes::close);
    b.getSet("__dict__", "", self -> ((PyInstance) self).attributes(), InstanceDictionary::set);
    b.getter(
        "closed",
        "",
        self -> self instanceof PyInstance i && Boolean.TRUE.equals(i.own("_is_closed")));
    b.method(
        "flush(self)",
        "",
        self -> {
          requireOpen(self);
          return PySingleton.NONE;
        });
    b.method(
        "isatty(self)",
        "",
        self -> {
          requireOpen(self);
          return false;
        });
    for (String name : new String[] {"readable", "writable", "seekable"}) {
      b.method(name + "(self)", "", self -> false);
    }
    b.method("fileno(self)", "", self -> unsupported("fileno"));
    b.method("seek(self, offset, whence=0, /)", "", (self, o, w) -> unsupported("seek"));
    b.method("truncate(self, size=None, /)", "", (self, size) -> unsupported("truncate"));
    b.method("tell(self)", "", self -> Calls.method(self, "seek", 0L, 1L));
    defineLines(b);
    defineChecks(b);
  }

  private static Object unsupported(String what) {
    throw IoErrors.unsupported(what);
  }

  private static Object close(Object self) {
    if (!(self instanceof PyInstance i) || !Boolean.TRUE.equals(i.own("_is_closed"))) {
      try {
        run(self, "flush");
      } finally {
        Attributes.store(self, "_is_closed", true);
      }
    }
    return PySingleton.NONE;
  }

  private static void defineLines(TypeBuilder b) {
    b.method("readline(self, size=-1, /)", "", StreamTypes::readLine);
    b.method(
        "readlines(self, hint=-1, /)",
        "",
        (self, hint) -> {
          long most = hint == PySingleton.NONE ? -1 : Items.toLong(hint);
          PyList lines = new PyList();
          long got = 0;
          var iterator = Iteration.iterator(self);
          for (Object line = iterator.next(); line != null; line = iterator.next()) {
            lines.append(line);
            got += Items.length(line);
            if (most > 0 && got >= most) {
              break;
            }
          }
          return lines;
        });
    b.method(
        "writelines(self, lines, /)",
        "",
        (self, lines) -> {
          requireOpen(self);
          var iterator = Iteration.iterator(lines);
          for (Object line = iterator.next(); line != null; line = iterator.next()) {
            run(self, "write", line);
          }
          return PySingleton.NONE;
        });
  }

  private static Object readLine(Object self, Object size) {
    long limit = size == PySingleton.NONE ? -1 : Items.toLong(size);
    boolean canPeek = PyType.of(self).lookup("peek") != null;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (limit < 0 || line.size() < limit) {
      long wanted = 1;
      if (canPeek) {
        byte[] ahead = Buffers.bytes(Calls.method(self, "peek", 1L));
        for (int i = 0; i < ahead.length && (limit < 0 || wanted <= limit - line.size()); i++) {
          wanted = i + 1;
          if (ahead[i] == '\n') {
            break;
          }
        }
      }
      Object part = Calls.method(self, "read", wanted);
      if (!(part instanceof PyBytes bytes)) {
        throw Errors.of(
            ExceptionTypes.OS_ERROR,
            "read() should have returned a bytes object, not '" + PyType.of(part).name() + "'");
      }
      line.writeBytes(bytes.array());
      if (bytes.size() == 0 || bytes.array()[bytes.size() - 1] == '\n') {
        break;
      }
    }
    return new PyBytes(line.toByteArray());
  }

  /** What file objects of the program check their arguments with. */
  private static void defineChecks(TypeBuilder b) {
    b.method(
        "_checkClosed(self, msg=None)",
        "",
        (self, message) -> {
          requireOpen(self);
          return PySingleton.NONE;
        });
    check(b, "_checkReadable", "readable", "File or stream is not readable.");
    check(b, "_checkWritable", "writable", "File or stream is not writable.");
    check(b, "_checkSeekable", "seekable", "File or stream is not seekable.");
  }

  private static void check(TypeBuilder b, String name, String method, String message) {
    b.method(
        name + "(self, msg=None)",
        "",
        (self, ignored) -> {
          if (!Truth.isTrue(Calls.method(self, method))) {
            throw IoErrors.unsupported(message);
          }
          return true;
        });
  }

  private static void defineRaw(TypeBuilder b) {
    b.method(
        "read(self, size=-1, /)",
        "",
        (self, size) -> {
          long count = size == PySingleton.NONE ? -1 : Items.toLong(size);
          if (count < 0) {
            return Calls.method(self, "readall");
          }
          PyByteArray space = new PyByteArray(new byte[Math.toIntExact(count)]);
          Object got = Calls.method(self, "readinto", space);
          if (got == PySingleton.NONE) {
            return got;
          }
          long taken = Items.toLong(got);
          if (taken < 0 || taken > count) {
            throw Errors.valueError("readinto returned " + taken + " outside buffer size " + count);
          }
          return new PyBytes(Arrays.copyOf(space.array(), (int) taken));
        });
    b.method("readall(self)", "", StreamTypes::readAll);
    for (String name : new String[] {"readinto(self, buffer, /)", "write(self, b, /)"}) {
      b.method(
          name,
          "",
          (self, argument) -> {
            throw Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, PyObject.NO_ARGUMENTS);
          });
    }
  }

  private static Object readAll(Object self) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      Object part = Calls.method(self, "read", (long) BinaryFile.BUFFER_SIZE);
      if (part == PySingleton.NONE && all.size() == 0) {
        return part;
      }
      if (!Truth.isTrue(part)) {
        return new PyBytes(all.toByteArray());
      }
      if (!(part instanceof PyBytes bytes)) {
        throw Errors.typeError("read() should return bytes");
      }
      all.writeBytes(bytes.array());
    }
  }

  private static void defineBuffered(TypeBuilder b) {
    b.method("read(self, size=-1, /)", "", (self, size) -> unsupported("read"));
    b.method("read1(self, size=-1, /)", "", (self, size) -> unsupported("read1"));
    b.method("write(self, b, /)", "", (self, bytes) -> unsupported("write"));
    b.method("detach(self)", "", self -> unsupported("detach"));
    readInto(b, "readinto", "read");
    readInto(b, "readinto1", "read1");
  }

  private static void readInto(TypeBuilder b, String name, String method) {
    b.method(
        name + "(self, buffer, /)",
        "",
        (self, buffer) -> {
          int size = Buffers.writableLength(buffer);
          byte[] bytes = Buffers.bytes(Calls.method(self, method, (long) size));
          if (bytes.length > size) {
            throw Errors.valueError(
                "read() returned too much data: "
                    + size
                    + " bytes requested, "
                    + bytes.length
                    + " returned");
          }
          Buffers.write(buffer, 0, bytes);
          return (long) bytes.length;
        });
  }

  private static void defineText(TypeBuilder b) {
    b.method("read(self, size=-1, /)", "", (self, size) -> unsupported("read"));
    b.method("readline(self, size=-1, /)", "", (self, size) -> unsupported("readline"));
    b.method("write(self, s, /)", "", (self, text) -> unsupported("write"));
    b.method("detach(self)", "", self -> unsupported("detach"));
    for (String name : new String[] {"encoding", "newlines", "errors"}) {
      b.getter(name, "", self -> PySingleton.NONE);
    }
  }
}
