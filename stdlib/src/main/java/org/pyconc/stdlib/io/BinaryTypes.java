package org.pyconc.stdlib.io;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/**
 * The classes of file objects of bytes.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html#binary-i-o">Binary I/O</a>
 */
final class BinaryTypes {
  private BinaryTypes() {}

  static final PyType FILE_IO =
      new PyType(
          "_io.FileIO", StreamTypes.RAW_IO_BASE, true, BinaryFile::new, BinaryTypes::defineFileIo);

  static final PyType BUFFERED_READER = buffered("BufferedReader", "rb");
  static final PyType BUFFERED_WRITER = buffered("BufferedWriter", "wb");
  static final PyType BUFFERED_RANDOM = buffered("BufferedRandom", "rb+");

  static final PyType BYTES_IO =
      new PyType(
          "_io.BytesIO",
          StreamTypes.BUFFERED_IO_BASE,
          true,
          BinaryFile::new,
          BinaryTypes::defineBytesIo);

  private static PyType buffered(String name, String mode) {
    return new PyType(
        "_io." + name,
        StreamTypes.BUFFERED_IO_BASE,
        true,
        BinaryFile::new,
        b -> {
          define(b);
          b.method(
              "__init__(self, raw, buffer_size=8192)",
              "",
              (self, raw, size) -> wrap(file(self), raw, mode));
        });
  }

  /** A buffer over a raw file object. */
  private static Object wrap(BinaryFile self, Object raw, String mode) {
    if (!(raw instanceof BinaryFile other)) {
      throw Errors.typeError("a raw file object of io is needed, not " + PyType.of(raw).name());
    }
    self.raw = other.raw;
    self.name = other.name;
    self.mode = mode;
    self.isReadable = other.isReadable && !mode.equals("wb");
    self.isWritable = other.isWritable && !mode.equals("rb");
    return PySingleton.NONE;
  }

  static BinaryFile file(Object self) {
    return (BinaryFile) self;
  }

  // ---- all -----------------------------------------------------------------------------------

  private static void define(TypeBuilder b) {
    defineReading(b);
    defineWriting(b);
    b.method("tell(self)", "The position.", self -> file(self).tell());
    b.method(
        "seek(self, target, whence=0, /)",
        "Changes the position.",
        (self, target, whence) -> {
          file(self).requireOpen();
          if (!file(self).raw.canSeek()) {
            throw IoErrors.unsupported("File or stream is not seekable.");
          }
          return file(self).seek(Items.toLong(target), Items.toInt(whence));
        });
    b.method(
        "close(self)",
        "Closes the file.",
        self -> {
          file(self).close();
          return PySingleton.NONE;
        });
    b.method(
        "__enter__(self)",
        "",
        self -> {
          file(self).requireOpen();
          return self;
        });
    b.getter("closed", "", self -> file(self).isClosed);
    b.getter("mode", "", self -> file(self).mode);
    b.getter("name", "", BinaryTypes::name);
    b.method("readable(self)", "", self -> open(self).isReadable);
    b.method("writable(self)", "", self -> open(self).isWritable);
    b.method("seekable(self)", "", self -> open(self).raw.canSeek());
    b.method("isatty(self)", "", self -> open(self).raw.isTerminal());
    b.method("fileno(self)", "The descriptor.", BinaryTypes::descriptor);
    b.getter(
        "raw",
        "",
        self -> {
          BinaryFile whole = file(self);
          BinaryFile raw = new BinaryFile(FILE_IO);
          raw.raw = whole.raw;
          raw.name = whole.name;
          raw.mode = whole.mode;
          raw.isReadable = whole.isReadable;
          raw.isWritable = whole.isWritable;
          raw.isUnbuffered = true;
          return raw;
        });
    b.method("__repr__(self)", "", BinaryTypes::repr);
    b.method("__iter__(self)", "", self -> open(self));
    b.method(
        "__next__(self)",
        "",
        self -> {
          byte[] line = file(self).readLine(Integer.MAX_VALUE);
          if (line.length == 0) {
            throw Errors.stopIteration(PySingleton.NONE);
          }
          return new PyBytes(line);
        });
  }

  private static BinaryFile open(Object self) {
    file(self).requireOpen();
    return file(self);
  }

  private static Object name(Object self) {
    Object name = file(self).name;
    if (name == PySingleton.NONE) {
      throw Errors.noAttribute(self, "name");
    }
    return name;
  }

  private static Object descriptor(Object self) {
    int descriptor = open(self).raw.descriptor();
    if (descriptor < 0) {
      throw IoErrors.unsupported("fileno");
    }
    return (long) descriptor;
  }

  private static Object repr(Object self) {
    BinaryFile file = file(self);
    String type = file.type().fullName();
    if (file.type() == BYTES_IO || file.name == PySingleton.NONE) {
      return "<" + type + " object at " + Text.address(self) + ">";
    }
    if (!file.isUnbuffered) {
      return "<" + type + " name=" + Text.javaRepr(file.name) + ">";
    }
    return file.isClosed
        ? "<_io.FileIO [closed]>"
        : "<_io.FileIO name="
            + Text.javaRepr(file.name)
            + " mode='"
            + file.mode
            + "' closefd=True>";
  }

  private static int count(Object size) {
    return size == PySingleton.NONE ? -1 : (int) Math.min(Integer.MAX_VALUE, Items.toLong(size));
  }

  private static void defineReading(TypeBuilder b) {
    b.method(
        "read(self, size=-1, /)",
        "Reads up to so many bytes.",
        (self, size) -> {
          int count = count(size);
          if (count < 0) {
            return new PyBytes(file(self).readAll());
          }
          return file(self).isUnbuffered ? some(file(self), count) : read(file(self), count);
        });
    b.method("readall(self)", "Reads all.", self -> new PyBytes(file(self).readAll()));
    b.method(
        "read1(self, size=-1, /)",
        "Reads what one read of the host gives.",
        (self, size) -> some(file(self), count(size) < 0 ? BinaryFile.BUFFER_SIZE : count(size)));
    b.method(
        "readline(self, size=-1, /)",
        "Reads a line.",
        (self, size) -> {
          int count = count(size);
          return new PyBytes(file(self).readLine(count < 0 ? Integer.MAX_VALUE : count));
        });
    b.method(
        "readlines(self, hint=-1, /)",
        "Reads all lines.",
        (self, hint) -> {
          PyList lines = new PyList();
          int most = count(hint);
          long got = 0;
          for (byte[] line = file(self).readLine(Integer.MAX_VALUE);
              line.length > 0;
              line = file(self).readLine(Integer.MAX_VALUE)) {
            lines.append(new PyBytes(line));
            got += line.length;
            if (most > 0 && got >= most) {
              break;
            }
          }
          return lines;
        });
    for (String name : new String[] {"readinto", "readinto1"}) {
      b.method(name + "(self, buffer, /)", "Reads into a buffer.", BinaryTypes::readInto);
    }
    b.method(
        "peek(self, size=0, /)",
        "What comes, without taking it.",
        (self, size) -> new PyBytes(file(self).peekBuffer()));
  }

  private static PyBytes read(BinaryFile file, int count) {
    return new PyBytes(file.read(count));
  }

  private static PyBytes some(BinaryFile file, int count) {
    byte[] bytes = new byte[count];
    int got = file.readSome(bytes, 0, count);
    return got <= 0 ? PyBytes.EMPTY : new PyBytes(got == count ? bytes : Arrays.copyOf(bytes, got));
  }

  private static Object readInto(Object self, Object buffer) {
    int size = Items.length(buffer);
    byte[] bytes = new byte[size];
    int got = 0;
    while (got < size) {
      int some = file(self).readSome(bytes, got, size - got);
      if (some <= 0) {
        break;
      }
      got += some;
      if (file(self).isUnbuffered) {
        break;
      }
    }
    if (!(buffer instanceof PyByteArray) && !(buffer instanceof PyMemoryView)) {
      throw Errors.typeError(
          "readinto() argument must be read-write bytes-like object, not "
              + PyType.of(buffer).name());
    }
    for (int i = 0; i < got; i++) {
      Items.set(buffer, i, (Object) (long) (bytes[i] & 0xff));
    }
    return (long) got;
  }

  private static void defineWriting(TypeBuilder b) {
    b.method(
        "write(self, buffer, /)",
        "Writes bytes; returns how many.",
        (self, buffer) -> {
          byte[] bytes = Buffers.bytes(buffer);
          file(self).write(bytes);
          return (long) bytes.length;
        });
    b.method(
        "writelines(self, lines, /)",
        "Writes all of an iterable.",
        (self, lines) -> {
          var iterator = Iteration.iterator(lines);
          for (Object line = iterator.next(); line != null; line = iterator.next()) {
            file(self).write(Buffers.bytes(line));
          }
          return PySingleton.NONE;
        });
    b.method(
        "flush(self)",
        "Writes what is buffered.",
        self -> {
          file(self).flush();
          return PySingleton.NONE;
        });
    b.method(
        "truncate(self, pos=None, /)",
        "Sets the size.",
        (self, position) -> {
          long size = position == PySingleton.NONE ? file(self).tell() : Items.toLong(position);
          file(self).truncate(size);
          return size;
        });
  }

  // ---- single classes ------------------------------------------------------------------------

  private static void defineFileIo(TypeBuilder b) {
    define(b);
    b.methodN(
        "__init__(self, file, mode='r', closefd=True, opener=None)",
        "",
        a -> {
          Opener.openRaw((BinaryFile) a[0], a[1], Text.java(a[2]), Boolean.TRUE.equals(a[3]));
          return PySingleton.NONE;
        });
    b.getter("closefd", "", self -> true);
  }

  private static void defineBytesIo(TypeBuilder b) {
    define(b);
    b.method(
        "__init__(self, initial_bytes=b'')",
        "",
        (self, initial) -> {
          BinaryFile file = file(self);
          byte[] bytes =
              initial == PySingleton.NONE || initial == Unset.UNSET
                  ? new byte[0]
                  : Buffers.bytes(initial);
          file.raw = new MemoryStream(bytes.clone());
          file.isUnbuffered = true;
          return PySingleton.NONE;
        });
    b.method(
        "getvalue(self)",
        "All bytes.",
        self -> new PyBytes(((MemoryStream) open(self).raw).value()));
    b.method(
        "getbuffer(self)",
        "All bytes.",
        self -> {
          byte[] bytes = ((MemoryStream) open(self).raw).value();
          return new PyMemoryView(new PyByteArray(bytes), 0, 1, bytes.length);
        });
  }
}
