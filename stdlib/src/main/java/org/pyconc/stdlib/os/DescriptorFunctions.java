package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.KernelObject;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ByteEnd;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.stdlib.io.HostFile;
import org.pyconc.stdlib.io.Opener;
import org.pyconc.stdlib.io.PipeEnds;
import org.pyconc.stdlib.support.CallWith;

/**
 * The functions of {@code os} that work with file descriptors.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#file-descriptor-operations">File
 *     Descriptor Operations</a>
 */
final class DescriptorFunctions {
  private static final int WRITE_ONLY = 1;
  private static final int READ_WRITE = 2;
  private static final int ACCESS = 3;
  private static final int CREATE = 0100;
  private static final int EXCLUSIVE = 0200;
  private static final int TRUNCATE = 01000;
  private static final int APPEND = 02000;
  private static final int NOT_A_TERMINAL = 25;

  private DescriptorFunctions() {}

  static void define(ModuleBuilder b) {
    b.constant("O_RDONLY", 0L);
    b.constant("O_WRONLY", (long) WRITE_ONLY);
    b.constant("O_RDWR", (long) READ_WRITE);
    b.constant("O_CREAT", (long) CREATE);
    b.constant("O_EXCL", (long) EXCLUSIVE);
    b.constant("O_TRUNC", (long) TRUNCATE);
    b.constant("O_APPEND", (long) APPEND);
    b.constant("O_NONBLOCK", 04000L);
    b.constant("O_SYNC", 04010000L);
    b.constant("O_DIRECTORY", 0200000L);
    b.constant("O_NOFOLLOW", 0400000L);
    b.constant("O_CLOEXEC", 02000000L);
    b.function(
        "open(path, flags, mode=511, *, dir_fd=None)",
        "Opens a file; returns its descriptor.",
        (path, flags, mode, folder) -> {
          PathArgument.refuseFolder(folder);
          return open(PathArgument.of("open", "path", path), Items.toInt(flags), Items.toInt(mode));
        });
    b.function(
        "close(fd)",
        "Closes a descriptor.",
        fd -> {
          Descriptors.current().close(Items.toInt(fd));
          return PySingleton.NONE;
        });
    b.function(
        "closerange(fd_low, fd_high, /)",
        "Closes the descriptors of a range.",
        (low, high) -> {
          int end = Items.toInt(high);
          for (int fd = Math.max(0, Items.toInt(low)); fd < end; fd++) {
            if (Descriptors.current().find(fd) != null) {
              Descriptors.current().close(fd);
            }
          }
          return PySingleton.NONE;
        });
    b.function("read(fd, length, /)", "Reads up to so many bytes.", DescriptorFunctions::read);
    b.function("write(fd, data, /)", "Writes bytes.", DescriptorFunctions::write);
    b.function("lseek(fd, position, how, /)", "Moves the position.", DescriptorFunctions::seek);
    b.function("pread(fd, length, offset, /)", "Reads at an offset.", DescriptorFunctions::readAt);
    b.function(
        "pwrite(fd, buffer, offset, /)", "Writes at an offset.", DescriptorFunctions::writeAt);
    b.function("pipe()", "Makes a pipe; returns its two descriptors.", () -> pipe());
    b.function("pipe2(flags, /)", "Makes a pipe.", DescriptorFunctions::pipeWith);
    b.function(
        "dup(fd, /)",
        "Another descriptor for the same.",
        fd -> (long) Descriptors.current().duplicate(Items.toInt(fd)));
    b.function(
        "dup2(fd, fd2, inheritable=True)",
        "Makes fd2 another descriptor for what fd is.",
        (fd, other, inheritable) -> {
          Descriptors.current().duplicate(Items.toInt(fd), Items.toInt(other));
          return (long) Items.toInt(other);
        });
    defineMore(b);
  }

  private static void defineMore(ModuleBuilder b) {
    b.function(
        "fstat(fd)",
        "What is known about an open file.",
        fd -> {
          // Without its number in the words of the error, unlike stat().
          if (PathArgument.stream(fd) == null) {
            Descriptors.current().get(Items.toInt(fd), KernelObject.class);
          }
          return FileFunctions.stat("fstat", "fd", fd, true);
        });
    for (String name : new String[] {"fsync", "fdatasync"}) {
      b.function(
          name + "(fd)",
          "Has the file written to the disk.",
          fd -> {
            try {
              channel(fd).force(name.equals("fsync"));
            } catch (IOException e) {
              throw HostErrors.of(e, null);
            }
            return PySingleton.NONE;
          });
    }
    b.function(
        "ftruncate(fd, length, /)",
        "Sets the size of an open file.",
        (fd, length) -> {
          try {
            truncate(channel(fd), Items.toLong(length));
          } catch (IOException e) {
            throw HostErrors.of(e, null);
          }
          return PySingleton.NONE;
        });
    b.function("isatty(fd, /)", "Whether it is a terminal.", DescriptorFunctions::isTerminal);
    b.function("get_inheritable(fd, /)", "Whether programs inherit it.", fd -> false);
    b.function(
        "set_inheritable(fd, inheritable, /)", "Has no effect here.", (fd, on) -> PySingleton.NONE);
    b.function(
        "get_blocking(fd, /)",
        "Whether it lets one wait.",
        fd -> FcntlModule.isBlocking(Items.toInt(fd)));
    b.function(
        "set_blocking(fd, blocking, /)",
        "Lets it make one wait, or raise BlockingIOError.",
        (fd, blocking) -> {
          FcntlModule.setBlocking(Items.toInt(fd), Truth.isTrue(blocking));
          return PySingleton.NONE;
        });
    b.functionN(
        "fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs)",
        "A file object for a descriptor.",
        DescriptorFunctions::fileObject);
    b.function("sync()", "Has everything written to the disk.", () -> PySingleton.NONE);
  }

  private static Object open(PathArgument path, int flags, int mode) {
    Set<OpenOption> options = new HashSet<>();
    int access = flags & ACCESS;
    if (access != WRITE_ONLY) {
      options.add(StandardOpenOption.READ);
    }
    if (access != 0) {
      options.add(StandardOpenOption.WRITE);
      if ((flags & TRUNCATE) != 0) {
        options.add(StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    if ((flags & CREATE) != 0) {
      boolean existed = Files.exists(path.path());
      if (existed && (flags & EXCLUSIVE) != 0) {
        throw path.error(HostErrors.FILE_EXISTS);
      }
      if (!existed) {
        path.run(
            () ->
                Files.createFile(
                    path.path(),
                    PosixFilePermissions.asFileAttribute(FileFunctions.permissions(mode))));
      }
    }
    if (Files.isDirectory(path.path()) && access != 0) {
      throw path.error(HostErrors.IS_A_DIRECTORY);
    }
    return (long)
        Descriptors.current()
            .open(Opener.open(path.path(), options, (flags & APPEND) != 0, path.given()));
  }

  private static ByteEnd end(Object descriptor) {
    return Descriptors.current().get(Items.toInt(descriptor), ByteEnd.class);
  }

  private static FileChannel channel(Object descriptor) {
    int number = Items.toInt(descriptor);
    if (Descriptors.current().find(number) instanceof HostFile file && file.isRegular()) {
      return file.channel();
    }
    throw HostErrors.of(
        Descriptors.current().find(number) == null
            ? HostErrors.BAD_DESCRIPTOR
            : HostErrors.ILLEGAL_SEEK);
  }

  private static Object read(Object descriptor, Object length) {
    int count = Items.toInt(length);
    if (count < 0) {
      throw HostErrors.of(HostErrors.INVALID);
    }
    byte[] bytes = new byte[count];
    try {
      int got = count == 0 ? 0 : Math.max(0, end(descriptor).read(bytes, 0, count));
      return new PyBytes(got == count ? bytes : Arrays.copyOf(bytes, got));
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  private static Object write(Object descriptor, Object data) {
    byte[] bytes = Buffers.bytes(data);
    try {
      return (long) (bytes.length == 0 ? 0 : end(descriptor).write(bytes, 0, bytes.length));
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  private static Object seek(Object descriptor, Object position, Object how) {
    try {
      FileChannel channel = channel(descriptor);
      long base =
          switch (Items.toInt(how)) {
            case 0 -> 0;
            case 1 -> channel.position();
            case 2 -> channel.size();
            default -> throw HostErrors.of(HostErrors.INVALID);
          };
      long target = base + Items.toLong(position);
      if (target < 0) {
        throw HostErrors.of(HostErrors.INVALID);
      }
      channel.position(target);
      return target;
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  private static Object readAt(Object descriptor, Object length, Object offset) {
    ByteBuffer buffer = ByteBuffer.allocate(Items.toInt(length));
    try {
      int got = Math.max(0, channel(descriptor).read(buffer, Items.toLong(offset)));
      return new PyBytes(Arrays.copyOf(buffer.array(), got));
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  private static Object writeAt(Object descriptor, Object data, Object offset) {
    try {
      return (long)
          channel(descriptor).write(ByteBuffer.wrap(Buffers.bytes(data)), Items.toLong(offset));
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  private static Object pipe() {
    PipeEnds ends = PipeEnds.make();
    long reading = Descriptors.current().open(ends.reading());
    long writing = Descriptors.current().open(ends.writing());
    return PyTuple.of(reading, writing);
  }

  private static Object pipeWith(Object flags) {
    PyTuple made = (PyTuple) pipe();
    if ((Items.toInt(flags) & FcntlModule.NON_BLOCKING) != 0) {
      for (Object each : made.items()) {
        FcntlModule.setBlocking(Items.toInt(each), false);
      }
    }
    return made;
  }

  static void truncate(Path path, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      truncate(channel, size);
    }
  }

  private static void truncate(FileChannel channel, long size) throws IOException {
    if (size < 0) {
      throw HostErrors.of(HostErrors.INVALID);
    }
    long position = channel.position();
    if (size > channel.size()) {
      channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
    } else {
      channel.truncate(size);
    }
    channel.position(position);
  }

  /** Whether a number is that of a terminal; false if it is not open. */
  static boolean isTerminal(Object descriptor) {
    int number = Items.toInt(descriptor);
    return Descriptors.current().find(number) instanceof ByteEnd end && end.isTerminal();
  }

  /** OSError unless the number is that of a terminal. */
  static void requireTerminal(Object descriptor) {
    end(descriptor);
    if (!isTerminal(descriptor)) {
      throw Errors.osError(NOT_A_TERMINAL, "Inappropriate ioctl for device");
    }
  }

  private static Object fileObject(Object[] a) {
    if (!(a[0] instanceof Long)) {
      throw Errors.typeError("invalid fd type (" + PyType.of(a[0]).name() + ", expected integer)");
    }
    Object open = Attributes.load(ModuleLoader.current().importModule("io", true), "open");
    PyTuple rest = (PyTuple) a[4];
    Object[] arguments = Arrays.copyOf(a, 4 + rest.size());
    System.arraycopy(rest.items(), 0, arguments, 4, rest.size());
    return CallWith.call(open, arguments, (PyDict) a[5]);
  }
}
