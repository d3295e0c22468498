package org.pyconc.stdlib.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

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

  static final PyType BUFFERED_READER = buffered("BufferedReader");
  static final PyType BUFFERED_WRITER = buffered("BufferedWriter");
  static final PyType BUFFERED_RANDOM = buffered("BufferedRandom");

  static final PyType BYTES_IO =
      new PyType(
          "_io.BytesIO",
          StreamTypes.BUFFERED_IO_BASE,
          true,
          BinaryFile::new,
          BinaryTypes::defineBytesIo);

  private static PyType buffered(String name) {
    return new PyType(
        "_io." + name,
        StreamTypes.BUFFERED_IO_BASE,
        true,
        BinaryFile::new,
        b -> defineBuffered(b, name));
  }

  static BinaryFile file(Object self) {
    return (BinaryFile) self;
  }

  /** Whether it is a file object of this module whose methods nobody has replaced. */
  static boolean isPlain(@Nullable Object object) {
    return object instanceof BinaryFile file
        && (file.type() == FILE_IO
            || file.type() == BUFFERED_READER
            || file.type() == BUFFERED_WRITER
            || file.type() == BUFFERED_RANDOM
            || file.type() == BYTES_IO);
  }

  // ---- all -----------------------------------------------------------------------------------

  private static void define(TypeBuilder b) {
    defineReading(b);
    defineWriting(b);
    b.method("tell(self)", "The position.", self -> file(self).tell());
    b.method(
        "seek(self, target, whence=0, /)",
        "Changes the position.",
        (self, target, whence) -> file(self).seek(Items.toLong(target), Items.toInt(whence)));
    b.method(
        "close(self)",
        "Closes the file.",
        self -> {
          BinaryFile file = file(self);
          if (isPlain(file) && !file.hasOwn("flush")) {
            file.close();
          } else {
            file.close(() -> run(file, "flush"));
          }
          return PySingleton.NONE;
        });
    b.getter("closed", "", self -> file(self).isClosed());
    b.method("readable(self)", "", self -> file(self).isReadable && open(self).isReadable);
    b.method("writable(self)", "", self -> file(self).isWritable && open(self).isWritable);
    b.method("seekable(self)", "", self -> open(self).raw().canSeek());
    b.method("isatty(self)", "", self -> open(self).raw().isTerminal());
    b.method("fileno(self)", "The descriptor.", BinaryTypes::descriptor);
    b.method("__repr__(self)", "", BinaryTypes::repr);
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
    BinaryFile file = file(self);
    if (!(file.raw() instanceof GuestStream)) {
      file.requireOpen();
    }
    return file;
  }

  /** Calls a method whose result does not matter. */
  private static void run(Object self, String method) {
    Object ignored = Calls.method(self, method);
  }

  private static Object noState(Object self) {
    throw Errors.typeError("cannot pickle '" + ((PyInstance) self).type().fullName() + "' object");
  }

  private static Object descriptor(Object self) {
    int descriptor = file(self).raw() instanceof MemoryStream ? -1 : open(self).raw().descriptor();
    if (descriptor < 0) {
      throw IoErrors.unsupported("fileno");
    }
    return (long) descriptor;
  }

  private static Object repr(Object self) {
    BinaryFile file = file(self);
    String type = file.type().fullName();
    if (file.type() == BYTES_IO || file.isDetached()) {
      return file.isDetached()
          ? "<" + type + ">"
          : "<" + type + " object at " + Text.address(self) + ">";
    }
    if (!file.isUnbuffered) {
      Object name = nameOrNull(file);
      return name == null ? "<" + type + ">" : "<" + type + " name=" + Text.javaRepr(name) + ">";
    }
    if (file.isClosed()) {
      return "<" + type + " [closed]>";
    }
    String name =
        file.name == PySingleton.NONE
            ? "fd=" + file.raw().descriptor()
            : "name=" + Text.javaRepr(file.name);
    String closes = file.closes ? "True" : "False";
    return "<" + type + " " + name + " mode='" + file.mode + "' closefd=" + closes + ">";
  }

  /** Null if it has none. */
  private static @Nullable Object nameOrNull(BinaryFile file) {
    if (file.raw() instanceof GuestStream) {
      try {
        return Attributes.load(file.below(), "name");
      } catch (PyException e) {
        if (e.value().type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
          return null;
        }
        throw e;
      }
    }
    return file.name == PySingleton.NONE ? null : file.name;
  }

  /** A number of bytes or characters; -1 for all. */
  static int count(Object size) {
    if (size == PySingleton.NONE) {
      return -1;
    }
    return (int) Math.min(Integer.MAX_VALUE, Math.max(-1, Items.toLong(size)));
  }

  private static void defineReading(TypeBuilder b) {
    b.method("read(self, size=-1, /)", "Reads up to so many bytes.", BinaryTypes::read);
    b.method(
        "readline(self, size=-1, /)",
        "Reads a line.",
        (self, size) -> {
          int count = count(size);
          return new PyBytes(file(self).readLine(count < 0 ? Integer.MAX_VALUE : count));
        });
    b.method(
        "readinto(self, buffer, /)",
        "Reads into a buffer.",
        (self, buffer) -> {
          if (file(self).isReadable) {
            file(self).requireOpen("readinto of");
          }
          return readInto(file(self), buffer, !file(self).isUnbuffered);
        });
  }

  private static Object read(Object self, Object size) {
    BinaryFile file = file(self);
    if (size != PySingleton.NONE && !file.isUnbuffered && Items.toLong(size) < -1) {
      throw Errors.valueError("read length must be non-negative or -1");
    }
    int count = count(size);
    if (count < 0) {
      return bytesOrNone(file.readAll());
    }
    return file.isUnbuffered ? some(file, count) : bytesOrNone(file.read(count));
  }

  private static Object bytesOrNone(byte @Nullable [] bytes) {
    return bytes == null ? PySingleton.NONE : new PyBytes(bytes);
  }

  private static Object some(BinaryFile file, int count) {
    byte[] bytes = new byte[Math.min(count, 1 << 24)];
    int got = file.readSome(bytes, 0, bytes.length);
    if (got == RawStream.WOULD_BLOCK) {
      return PySingleton.NONE;
    }
    return got <= 0 ? PyBytes.EMPTY : new PyBytes(got == count ? bytes : Arrays.copyOf(bytes, got));
  }

  private static Object readInto(BinaryFile file, Object buffer, boolean all) {
    int size;
    try {
      size = Buffers.writableLength(buffer);
    } catch (PyException e) {
      throw Errors.typeError(
          "readinto() argument must be read-write bytes-like object, not "
              + PyType.of(buffer).name());
    }
    byte[] bytes = new byte[size];
    int got = 0;
    while (got < size) {
      int some = file.readSome(bytes, got, size - got);
      if (some == RawStream.WOULD_BLOCK && got == 0) {
        return PySingleton.NONE;
      }
      if (some <= 0) {
        break;
      }
      got += some;
      if (!all && size - got <= file.bufferSize) {
        break;
      }
    }
    if (size == 0) {
      int ignored = file.readSome(bytes, 0, 0);
    }
    Buffers.write(buffer, 0, got == size ? bytes : Arrays.copyOf(bytes, got));
    return (long) got;
  }

  private static void defineWriting(TypeBuilder b) {
    b.method(
        "write(self, buffer, /)",
        "Writes bytes; returns how many.",
        (self, buffer) -> {
          if (!file(self).isWritable) {
            file(self).write(new byte[0]);
          }
          byte[] bytes = Buffers.bytes(buffer);
          file(self).write(bytes);
          return (long) bytes.length;
        });
    b.method(
        "flush(self)",
        "Writes what is buffered.",
        self -> {
          BinaryFile file = file(self);
          if (!file.isWritable && file.isClosed()) {
            throw Errors.valueError("I/O operation on closed file.");
          }
          file.flush();
          return PySingleton.NONE;
        });
    b.method(
        "truncate(self, pos=None, /)",
        "Sets the size.",
        (self, position) -> {
          BinaryFile file = file(self);
          if (!file.isWritable || file.isClosed()) {
            file.truncate(0);
          }
          file.flush();
          long size = position == PySingleton.NONE ? file.tell() : Items.toLong(position);
          file.truncate(size);
          return size;
        });
  }

  // ---- with a buffer -------------------------------------------------------------------------

  private static void defineBuffered(TypeBuilder b, String name) {
    define(b);
    b.method(
        "__init__(self, raw, buffer_size=8192)",
        "",
        (self, raw, size) -> wrap(file(self), raw, Items.toLong(size), name));
    b.method("read1(self, size=-1, /)", "At most one read below.", BinaryTypes::readOne);
    b.method(
        "readinto1(self, buffer, /)",
        "At most one read below.",
        (self, buffer) -> readInto(file(self), buffer, false));
    b.method(
        "peek(self, size=0, /)",
        "What comes, without taking it.",
        (self, size) -> new PyBytes(file(self).peek()));
    b.method("detach(self)", "Gives up what is below.", BinaryTypes::detach);
    b.method("__getstate__(self)", "", BinaryTypes::noState);
    b.getter("raw", "", self -> file(self).below());
    b.getter("mode", "", self -> ofBelow(file(self), "mode"));
    b.getter("name", "", self -> ofBelow(file(self), "name"));
    b.constant("_CHUNK_SIZE", (long) BinaryFile.BUFFER_SIZE);
  }

  private static Object ofBelow(BinaryFile file, String name) {
    if (file.raw() instanceof GuestStream) {
      return Attributes.load(file.below(), name);
    }
    if (name.equals("mode")) {
      return file.mode;
    }
    if (file.name == PySingleton.NONE) {
      throw Errors.noAttribute(file.below(), "name");
    }
    return file.name;
  }

  private static Object detach(Object self) {
    BinaryFile file = file(self);
    if (!file.isWritable && file.isClosed()) {
      throw Errors.valueError("I/O operation on closed file.");
    }
    return file.detach();
  }

  private static Object readOne(Object self, Object size) {
    BinaryFile file = file(self);
    if (!file.isReadable) {
      throw IoErrors.unsupported("read1");
    }
    int count = count(size);
    byte[] bytes = new byte[count < 0 ? file.bufferSize : Math.min(count, 1 << 24)];
    int got = file.readSome(bytes, 0, bytes.length);
    return got <= 0
        ? PyBytes.EMPTY
        : new PyBytes(got == bytes.length ? bytes : Arrays.copyOf(bytes, got));
  }

  /** A buffer over a raw file object, of this module or of the program. */
  private static Object wrap(BinaryFile self, Object raw, long size, String kind) {
    boolean reads = !kind.equals("BufferedWriter");
    boolean writes = !kind.equals("BufferedReader");
    if (kind.equals("BufferedRandom")) {
      require(raw, "seekable", "File or stream is not seekable.");
    }
    if (reads) {
      require(raw, "readable", "File or stream is not readable.");
    }
    if (writes) {
      require(raw, "writable", "File or stream is not writable.");
    }
    if (size <= 0) {
      throw Errors.valueError("buffer size must be strictly positive");
    }
    if (size > Integer.MAX_VALUE) {
      throw Errors.of(ExceptionTypes.MEMORY_ERROR, PyObject.NO_ARGUMENTS);
    }
    if (raw instanceof BinaryFile other && other.type() == FILE_IO) {
      self.setRaw(other.raw(), raw);
      self.name = other.name;
      self.mode = other.mode;
    } else {
      self.setRaw(new GuestStream(raw, false), raw);
    }
    self.isReadable = reads;
    self.isWritable = writes;
    self.bufferSize = (int) Math.min(size, 1 << 24);
    return PySingleton.NONE;
  }

  private static void require(Object raw, String method, String message) {
    if (!Truth.isTrue(Calls.method(raw, method))) {
      throw IoErrors.unsupported(message);
    }
  }

  // ---- single classes ------------------------------------------------------------------------

  private static void defineFileIo(TypeBuilder b) {
    define(b);
    b.methodN(
        "__init__(self, file, mode='r', closefd=True, opener=None)",
        "",
        a -> {
          if (!Text.isText(a[2])) {
            throw Errors.typeError(
                "FileIO() argument 'mode' must be str, not " + PyType.of(a[2]).name());
          }
          Opener.openRaw((BinaryFile) a[0], a[1], Text.java(a[2]), Truth.isTrue(a[3]), a[4]);
          return PySingleton.NONE;
        });
    b.getSet(
        "_blksize", "", self -> (long) BinaryFile.BUFFER_SIZE, (self, size) -> PySingleton.NONE);
    b.method("readall(self)", "Reads all.", self -> bytesOrNone(file(self).readAll()));
    b.getter("closefd", "", self -> file(self).closes);
    b.method("__getstate__(self)", "", BinaryTypes::noState);
    b.getter("mode", "", self -> file(self).mode);
    b.getSet(
        "name",
        "",
        self -> {
          if (file(self).name == PySingleton.NONE) {
            throw Errors.noAttribute(self, "name");
          }
          return file(self).name;
        },
        (self, name) -> {
          file(self).name = name == Unset.UNSET ? PySingleton.NONE : name;
          return PySingleton.NONE;
        });
  }

  private static void defineBytesIo(TypeBuilder b) {
    define(b);
    b.method(
        "__init__(self, initial_bytes=b'')",
        "",
        (self, initial) -> {
          BinaryFile file = file(self);
          byte[] bytes = initial == PySingleton.NONE ? new byte[0] : Buffers.bytes(initial).clone();
          file.setRaw(new MemoryStream(bytes), null);
          file.isUnbuffered = true;
          return PySingleton.NONE;
        });
    b.method("read1(self, size=-1, /)", "Reads.", BinaryTypes::read);
    b.method("getvalue(self)", "All bytes.", self -> new PyBytes(memory(self).value()));
    b.method("getbuffer(self)", "A view on the bytes.", self -> PyMemoryView.of(memory(self)));
    b.method("__getstate__(self)", "", BinaryTypes::state);
    b.method("__setstate__(self, state, /)", "", BinaryTypes::setState);
    b.method("__sizeof__(self)", "", self -> 80L + memory(self).size());
  }

  private static MemoryStream memory(Object self) {
    return (MemoryStream) open(self).raw();
  }

  private static Object state(Object self) {
    MemoryStream memory = memory(self);
    return PyTuple.of(
        new PyBytes(memory.value()),
        memory.position(),
        Calls.method(Attributes.load(self, "__dict__"), "copy"));
  }

  private static Object setState(Object self, Object state) {
    if (!(state instanceof PyTuple tuple) || tuple.size() != 3) {
      throw Errors.typeError(
          ((PyInstance) self).type().fullName()
              + ".__setstate__ argument should be 3-tuple, got "
              + PyType.of(state).name());
    }
    BinaryFile file = file(self);
    MemoryStream memory = new MemoryStream(Buffers.bytes(tuple.get(0)).clone());
    file.setRaw(memory, null);
    file.isUnbuffered = true;
    memory.setPosition(Items.toLong(tuple.get(1)));
    if (tuple.get(2) instanceof PyDict attributes) {
      Object ignored = Calls.method(Attributes.load(self, "__dict__"), "update", attributes);
    }
    return PySingleton.NONE;
  }
}
