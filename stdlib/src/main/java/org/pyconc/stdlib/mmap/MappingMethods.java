package org.pyconc.stdlib.mmap;

import java.nio.ByteBuffer;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Slices;
import org.pyconc.runtime.HostErrors;

/** The methods of {@code mmap.mmap}. */
final class MappingMethods {
  private static final PySingleton NONE = PySingleton.NONE;
  private static final int SHARED = 1;
  private static final int PRIVATE = 2;
  private static final int READABLE = 1;
  private static final int WRITABLE = 2;
  private static final String[] ACCESS = {
    "ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"
  };

  private MappingMethods() {}

  private static MappedFile of(Object self) {
    return (MappedFile) self;
  }

  static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, fileno, length, flags=1, prot=3, access=0, offset=0)",
        "Maps length bytes of a file, all of them if it is 0, or memory if fileno is -1.",
        MappingMethods::make);
    b.methodN("__init__(self, /, *args, **kwargs)", "Initialize self.", a -> NONE);
    b.getter("closed", "Whether it was closed.", s -> of(s).isClosed());
    b.method(
        "close(self, /)",
        "Closes the map; its bytes can no longer be looked at.",
        s -> {
          of(s).close();
          return NONE;
        });
    b.method(
        "__enter__(self, /)",
        "",
        s -> {
          of(s).memory();
          return s;
        });
    b.method(
        "__exit__(self, /, *args)",
        "",
        (s, a) -> {
          of(s).close();
          return NONE;
        });
    b.method("__repr__(self, /)", "Return repr(self).", s -> describe(of(s)));
    b.method(
        "__reduce_ex__(self, protocol, /)",
        "",
        (s, protocol) -> {
          throw Errors.typeError("cannot pickle '" + PyType.of(s).fullName() + "' object");
        });
    b.method("size(self, /)", "The size of the file.", s -> of(s).fileSize());
    b.method("tell(self, /)", "The position.", s -> (long) at(s));
    b.method("seek(self, pos, whence=0, /)", "Moves the position.", MappingMethods::seek);
    b.method("read(self, n=None, /)", "Up to n bytes, all if there is none.", MappingMethods::read);
    b.method("read_byte(self, /)", "The next byte as an int.", s -> readByte(of(s)));
    b.method("readline(self, /)", "Up to the end of the line.", s -> readLine(of(s)));
    b.method("write(self, data, /)", "Writes bytes at the position.", MappingMethods::write);
    b.method("write_byte(self, byte, /)", "Writes one byte.", MappingMethods::writeByte);
    for (boolean last : new boolean[] {false, true}) {
      b.method(
          (last ? "rfind" : "find") + "(self, sub, start=None, end=None, /)",
          last ? "The last place of some bytes, or -1." : "The first place of some bytes, or -1.",
          (s, sub, start, end) -> (long) find(of(s), Buffers.bytes(sub), start, end, last));
    }
    b.method("flush(self, offset=0, size=None, /)", "Writes to the file.", MappingMethods::flush);
    b.method("move(self, dest, src, count, /)", "Copies bytes within.", MappingMethods::move);
    b.method(
        "resize(self, newsize, /)",
        "Changes the size of the map and of the file.",
        (s, size) -> {
          of(s).resize(Items.toLong(size));
          return NONE;
        });
    b.method(
        "madvise(self, option, start=0, length=None, /)",
        "Has no effect here.",
        (s, option, start, length) -> {
          of(s).memory();
          return NONE;
        });
  }

  private static Object make(Object[] a) {
    int descriptor = Items.toInt(a[1]);
    long length = Items.toLong(a[2]);
    long flags = Items.toLong(a[3]);
    long protection = Items.toLong(a[4]);
    int access = Items.toInt(a[5]);
    long offset = Items.toLong(a[6]);
    if (length < 0) {
      throw Errors.overflow("memory mapped length must be positive");
    }
    if (offset < 0) {
      throw Errors.overflow("memory mapped offset must be positive");
    }
    if (access != MappedFile.DEFAULT && (flags != SHARED || protection != (READABLE | WRITABLE))) {
      throw Errors.valueError("mmap can't specify both access and flags, prot.");
    }
    if (access < 0 || access > MappedFile.COPY) {
      throw Errors.valueError("mmap invalid access parameter.");
    }
    if (access == MappedFile.DEFAULT) {
      if ((flags & (SHARED | PRIVATE)) == 0) {
        throw HostErrors.of(HostErrors.INVALID);
      }
      if ((protection & WRITABLE) == 0) {
        access = MappedFile.READ;
      }
    }
    MappedFile made = new MappedFile((PyType) a[0]);
    made.open(descriptor, length, access, (flags & PRIVATE) != 0, offset);
    return made;
  }

  private static Object describe(MappedFile file) {
    String name = "<" + PyType.of(file).fullName() + " closed=";
    return file.isClosed()
        ? name + "True>"
        : name
            + "False, access="
            + ACCESS[file.access()]
            + ", length="
            + file.length()
            + ", pos="
            + file.position()
            + ", offset="
            + file.offset()
            + ">";
  }

  private static int at(Object self) {
    of(self).memory();
    return of(self).position();
  }

  private static Object seek(Object self, Object to, Object whence) {
    MappedFile file = of(self);
    long base =
        switch (Items.toInt(whence)) {
          case 0 -> 0;
          case 1 -> at(self);
          case 2 -> file.length();
          default -> throw Errors.valueError("unknown seek type");
        };
    long target = base + Items.toLong(to);
    if (target < 0 || target > file.length()) {
      throw Errors.valueError("seek out of range");
    }
    file.setPosition((int) target);
    return NONE;
  }

  private static Object read(Object self, Object count) {
    MappedFile file = of(self);
    int from = at(self);
    int left = Math.max(0, file.length() - from);
    long wanted = count == NONE ? left : Items.toLong(count);
    int size = (int) (wanted < 0 ? left : Math.min(wanted, left));
    file.setPosition(from + size);
    return new PyBytes(file.bytes(from, from + size));
  }

  private static Object readByte(MappedFile file) {
    int from = at(file);
    if (from >= file.length()) {
      throw Errors.valueError("read byte out of range");
    }
    file.setPosition(from + 1);
    return (long) (file.memory().get(from) & 0xff);
  }

  private static Object readLine(MappedFile file) {
    ByteBuffer memory = file.memory();
    int from = file.position();
    int to = from;
    while (to < memory.capacity() && memory.get(to++) != '\n') {
      // the line goes on
    }
    file.setPosition(to);
    return new PyBytes(file.bytes(from, to));
  }

  private static Object write(Object self, Object data) {
    MappedFile file = of(self);
    byte[] bytes = Buffers.bytes(data);
    ByteBuffer memory = file.writable();
    if (bytes.length > memory.capacity() - file.position()) {
      throw Errors.valueError("data out of range");
    }
    memory.put(file.position(), bytes);
    file.setPosition(file.position() + bytes.length);
    return (long) bytes.length;
  }

  private static Object writeByte(Object self, Object value) {
    MappedFile file = of(self);
    long item = Items.toLong(value);
    if (item < 0 || item > 255) {
      throw Errors.overflow(
          item < 0
              ? "unsigned byte integer is less than minimum"
              : "unsigned byte integer is greater than maximum");
    }
    ByteBuffer memory = file.writable();
    if (file.position() >= memory.capacity()) {
      throw Errors.valueError("write byte out of range");
    }
    memory.put(file.position(), (byte) item);
    file.setPosition(file.position() + 1);
    return NONE;
  }

  private static int find(MappedFile file, byte[] what, Object start, Object end, boolean last) {
    ByteBuffer memory = file.memory();
    int from = Math.min(memory.capacity(), start == NONE ? file.position() : begin(start, memory));
    int to = Slices.end(end, memory.capacity()) - what.length;
    for (int i = last ? to : from; last ? i >= from : i <= to; i += last ? -1 : 1) {
      int k = 0;
      while (k < what.length && memory.get(i + k) == what[k]) {
        k++;
      }
      if (k == what.length) {
        return i;
      }
    }
    return -1;
  }

  private static int begin(Object start, ByteBuffer memory) {
    return Slices.start(start, memory.capacity());
  }

  private static Object flush(Object self, Object offset, Object size) {
    MappedFile file = of(self);
    long from = Items.toLong(offset);
    long count = size == NONE ? file.length() - from : Items.toLong(size);
    if (from < 0 || count < 0 || from + count > file.length()) {
      throw Errors.valueError("flush values out of range");
    }
    if (from % MappedFile.PAGE != 0) {
      throw HostErrors.of(HostErrors.INVALID);
    }
    file.flush((int) from, (int) count);
    return NONE;
  }

  private static Object move(Object self, Object to, Object from, Object count) {
    MappedFile file = of(self);
    long target = Items.toLong(to);
    long source = Items.toLong(from);
    long size = Items.toLong(count);
    int length = file.writable().capacity();
    if (target < 0
        || source < 0
        || size < 0
        || size > length
        || target > length - size
        || source > length - size) {
      throw Errors.valueError("source, destination, or count out of range");
    }
    file.writable().put((int) target, file.bytes((int) source, (int) (source + size)));
    return NONE;
  }
}
