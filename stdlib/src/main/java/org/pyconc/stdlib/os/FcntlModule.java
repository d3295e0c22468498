package org.pyconc.stdlib.os;

import java.io.IOException;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.KernelObject;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.io.CanDecline;
import org.pyconc.stdlib.io.HostFile;

/**
 * Locks of files, and whether pipes let one wait. What else the system's calls can do, the JDK does
 * not offer.
 *
 * @see <a href="https://docs.python.org/3.11/library/fcntl.html">fcntl</a>
 */
public final class FcntlModule implements NativeModule {
  static final int NON_BLOCKING = 04000;

  private static final int UNSUPPORTED = 95;
  private static final int NOT_A_TERMINAL = 25;
  private static final int SHARED = 1;
  private static final int EXCLUSIVE = 2;
  private static final int AT_ONCE = 4;
  private static final int UNLOCK = 8;

  private static final int GET_DESCRIPTOR_FLAGS = 1;
  private static final int SET_DESCRIPTOR_FLAGS = 2;
  private static final int GET_FLAGS = 3;
  private static final int SET_FLAGS = 4;
  private static final int READ_WRITE = 2;

  private static final String[] NAMES = {
    "LOCK_SH", "LOCK_EX", "LOCK_NB", "LOCK_UN", "F_DUPFD", "F_GETFD", "F_SETFD", "F_GETFL",
    "F_SETFL", "F_GETLK", "F_SETLK", "F_SETLKW", "F_RDLCK", "F_WRLCK", "F_UNLCK", "FD_CLOEXEC",
    "F_DUPFD_CLOEXEC"
  };
  private static final long[] VALUES = {
    SHARED, EXCLUSIVE, AT_ONCE, UNLOCK, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 1, 1030
  };

  @Override
  public String name() {
    return "fcntl";
  }

  @Override
  public void define(ModuleBuilder b) {
    for (int i = 0; i < NAMES.length; i++) {
      b.constant(NAMES[i], VALUES[i]);
    }
    b.function(
        "flock(fd, operation, /)",
        "Locks a whole file, or gives the lock up.",
        (fd, operation) -> {
          lock(descriptor(fd), Items.toInt(operation), 0, Long.MAX_VALUE);
          return PySingleton.NONE;
        });
    b.functionN(
        "lockf(fd, cmd, len=0, start=0, whence=0, /)",
        "Locks a part of a file, or gives the lock up.",
        FcntlModule::lockPart);
    b.function("fcntl(fd, cmd, arg=0, /)", "Asks for or sets flags.", FcntlModule::control);
    b.function(
        "ioctl(fd, request, arg=0, mutate_flag=True, /)",
        "Controls a device: there is none that can be.",
        (fd, request, arg, mutate) -> {
          KernelObject ignored = open(descriptor(fd));
          throw HostErrors.of(NOT_A_TERMINAL);
        });
  }

  private static int descriptor(Object value) {
    if (value instanceof Long) {
      int number = Items.toInt(value);
      if (number < 0) {
        throw Errors.valueError("file descriptor cannot be a negative integer (" + number + ")");
      }
      return number;
    }
    if (PyType.of(value).lookup("fileno") == null) {
      throw Errors.typeError("argument must be an int, or have a fileno() method.");
    }
    return Items.toInt(Calls.method(value, "fileno"));
  }

  private static KernelObject open(int descriptor) {
    KernelObject found = Descriptors.current().find(descriptor);
    if (found == null) {
      throw HostErrors.of(HostErrors.BAD_DESCRIPTOR);
    }
    return found;
  }

  private static void lock(int descriptor, int operation, long start, long size) {
    if (!(open(descriptor) instanceof HostFile file)) {
      throw HostErrors.of(HostErrors.INVALID);
    }
    boolean waits = (operation & AT_ONCE) == 0;
    switch (operation & ~AT_ONCE) {
      case SHARED -> FileLocks.acquire(file, start, size, true, waits);
      case EXCLUSIVE -> FileLocks.acquire(file, start, size, false, waits);
      case UNLOCK -> FileLocks.release(file, start, size);
      default -> throw HostErrors.of(HostErrors.INVALID);
    }
  }

  private static Object lockPart(Object[] a) {
    int descriptor = descriptor(a[0]);
    int operation = Items.toInt(a[1]);
    int kind = operation & ~AT_ONCE;
    if (kind != SHARED && kind != EXCLUSIVE && kind != UNLOCK) {
      throw Errors.valueError("unrecognized lockf argument");
    }
    long size = Items.toLong(a[2]);
    long start = Items.toLong(a[3]);
    if (open(descriptor) instanceof HostFile file && file.isRegular()) {
      try {
        start +=
            switch (Items.toInt(a[4])) {
              case 0 -> 0;
              case 1 -> file.channel().position();
              case 2 -> file.channel().size();
              default -> throw HostErrors.of(HostErrors.INVALID);
            };
      } catch (IOException e) {
        throw HostErrors.of(e, null);
      }
    }
    if (start < 0 || size < 0) {
      throw HostErrors.of(HostErrors.INVALID);
    }
    lock(descriptor, operation, start, size == 0 ? Long.MAX_VALUE - start : size);
    return PySingleton.NONE;
  }

  private static Object control(Object fd, Object command, Object argument) {
    int descriptor = descriptor(fd);
    KernelObject ignored = open(descriptor);
    return switch (Items.toInt(command)) {
      case GET_DESCRIPTOR_FLAGS -> 1L;
      case SET_DESCRIPTOR_FLAGS -> 0L;
      case GET_FLAGS -> (long) (READ_WRITE | (isBlocking(descriptor) ? 0 : NON_BLOCKING));
      case SET_FLAGS -> {
        setBlocking(descriptor, (Items.toInt(argument) & NON_BLOCKING) == 0);
        yield 0L;
      }
      case 0, 1030 -> (long) Descriptors.current().duplicate(descriptor);
      default -> throw HostErrors.of(HostErrors.INVALID);
    };
  }

  /** Whether a descriptor lets one wait. */
  static boolean isBlocking(int descriptor) {
    return !(open(descriptor) instanceof CanDecline pipe) || pipe.isBlocking();
  }

  /** OSError if it always lets one wait. */
  static void setBlocking(int descriptor, boolean blocking) {
    KernelObject found = open(descriptor);
    if (found instanceof CanDecline pipe) {
      pipe.setBlocking(blocking);
    } else if (!blocking && !(found instanceof HostFile file && file.isRegular())) {
      throw HostErrors.of(UNSUPPORTED);
    }
  }
}
