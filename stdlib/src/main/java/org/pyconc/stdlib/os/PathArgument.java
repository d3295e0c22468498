package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ByteEnd;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.HostFiles;
import org.pyconc.stdlib.io.DirtyFiles;
import org.pyconc.stdlib.io.HostFile;

/**
 * A path that a program has given.
 *
 * @param given as messages show it: a str, bytes, or the number of a descriptor
 * @param path from the current folder
 */
record PathArgument(Object given, Path path) {
  /** Something that the host may refuse. */
  interface Work<T> {
    T run() throws IOException;
  }

  static PathArgument of(String function, String parameter, Object value) {
    return of(function, parameter, value, false);
  }

  /**
   * @param takesDescriptor whether the number of an open file will do as well
   */
  static PathArgument of(String function, String parameter, Object value, boolean takesDescriptor) {
    DirtyFiles.flushAll();
    Object plain = PyPayloadInstance.unwrap(value);
    if (takesDescriptor && plain instanceof Long number) {
      return ofDescriptor(number);
    }
    if (!Text.isText(plain)
        && !(plain instanceof PyBytes)
        && Attributes.special(value, "__fspath__") == null) {
      throw Errors.typeError(
          function
              + ": "
              + parameter
              + " should be string, bytes"
              + (takesDescriptor
                  ? function.equals("listdir") || function.equals("scandir")
                      ? ", os.PathLike, integer or None"
                      : ", os.PathLike or integer"
                  : " or os.PathLike")
              + ", not "
              + PyType.of(value).name());
    }
    Object name = HostFiles.fsPath(value);
    return new PathArgument(name, HostFiles.current().path(name));
  }

  private static PathArgument ofDescriptor(long number) {
    if (number >= 0
        && number <= Integer.MAX_VALUE
        && Descriptors.current().find((int) number) instanceof HostFile file) {
      return new PathArgument(number, file.path());
    }
    throw HostErrors.of(HostErrors.BAD_DESCRIPTOR, number);
  }

  /** The pipe, socket or standard stream of that number; null if it is none. */
  static @Nullable ByteEnd stream(Object value) {
    return PyPayloadInstance.unwrap(value) instanceof Long number
            && number >= 0
            && number <= Integer.MAX_VALUE
            && Descriptors.current().find(number.intValue()) instanceof ByteEnd end
            && !(end instanceof HostFile)
        ? end
        : null;
  }

  boolean isBytes() {
    return given instanceof PyBytes;
  }

  /** A name in the kind of string in which the path was given. */
  Object like(String name) {
    return HostFiles.like(given, name);
  }

  /** Does something with the path; OSError about it if the host refuses. */
  <T> T run(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw HostErrors.of(e, given);
    } catch (UnsupportedOperationException e) {
      throw HostErrors.of(HostErrors.NOT_PERMITTED, given);
    }
  }

  PyException error(int number) {
    return HostErrors.of(number, given);
  }

  /** The OSError about two paths. */
  static PyException error(int number, PathArgument first, PathArgument second) {
    return Errors.of(
        ExceptionTypes.OS_ERROR,
        new Object[] {
          (long) number, HostErrors.words(number), first.given, PySingleton.NONE, second.given
        });
  }

  /** As {@link #run}, with an OSError about two paths. */
  static <T> T run(PathArgument first, PathArgument second, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw error(HostErrors.number(e), first, second);
    }
  }

  /** NotImplementedError if a program gives {@code dir_fd}. */
  static void refuseFolder(@Nullable Object folder) {
    if (folder != null && folder != PySingleton.NONE) {
      throw Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, "dir_fd unavailable on this platform");
    }
  }
}
