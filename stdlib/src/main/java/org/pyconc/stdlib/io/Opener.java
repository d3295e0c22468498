package org.pyconc.stdlib.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.KernelObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.HostFiles;

/**
 * Opens files.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html#open">open</a>
 */
public final class Opener {
  private Opener() {}

  private static final String ONE_KIND = "Must have exactly one of create/read/write/append mode";

  /** What a mode asks for. */
  private record Mode(
      boolean reads,
      boolean writes,
      boolean appends,
      boolean creates,
      boolean truncates,
      boolean isBinary) {
    static Mode parse(String mode) {
      boolean updates = mode.indexOf('+') >= 0;
      boolean isBinary = mode.indexOf('b') >= 0;
      int kinds = 0;
      for (int i = 0; i < mode.length(); i++) {
        char c = mode.charAt(i);
        if ("rwax+bt".indexOf(c) < 0 || mode.indexOf(c) != i) {
          throw Errors.valueError("invalid mode: '" + mode + "'");
        }
        kinds += "rwax".indexOf(c) >= 0 ? 1 : 0;
      }
      if (isBinary && mode.indexOf('t') >= 0) {
        throw Errors.valueError("can't have text and binary mode at once");
      }
      if (kinds != 1) {
        throw Errors.valueError(
            kinds == 0 ? ONE_KIND + " and at most one plus" : ONE_KIND.replace('M', 'm'));
      }
      boolean reads = mode.indexOf('r') >= 0;
      return new Mode(
          reads || updates,
          !reads || updates,
          mode.indexOf('a') >= 0,
          mode.indexOf('x') >= 0,
          mode.indexOf('w') >= 0,
          isBinary);
    }
  }

  /** {@code open(file, mode, buffering, encoding, errors, newline, closefd, opener)}. */
  static Object open(Object[] a) {
    if (!Text.isText(PyPayloadInstance.unwrap(a[1]))) {
      throw Errors.typeError("open() argument 'mode' must be str, not " + PyType.of(a[1]).name());
    }
    String text = Text.java(PyPayloadInstance.unwrap(a[1]));
    Mode mode = Mode.parse(text);
    int buffering = Items.toInt(a[2]);
    if (mode.isBinary) {
      refuse(a[3], "encoding");
      refuse(a[4], "errors");
      refuse(a[5], "newline");
    } else if (buffering == 0) {
      throw Errors.valueError("can't have unbuffered text I/O");
    }
    String newline = TextTypes.newline(a[5]);
    String encoding = TextFile.encodingName(option(a[3], "encoding", "locale"));
    String errors = option(a[4], "errors", "strict");
    boolean updates = text.indexOf('+') >= 0;
    PyType type =
        buffering == 0
            ? BinaryTypes.FILE_IO
            : updates
                ? BinaryTypes.BUFFERED_RANDOM
                : mode.writes ? BinaryTypes.BUFFERED_WRITER : BinaryTypes.BUFFERED_READER;
    if (!mode.isBinary) {
      Codecs.encode("", encoding, "strict"); // an unknown one is refused before the file is made
    }
    BinaryFile file = new BinaryFile(type);
    open(file, a[0], text, mode, Truth.isTrue(a[6]), a[7]);
    file.isUnbuffered = buffering == 0;
    if (buffering > 1) {
      file.bufferSize = buffering;
    }
    if (mode.isBinary) {
      return file;
    }
    TextFile wrapper = new TextFile(TextTypes.TEXT_IO_WRAPPER);
    wrapper.setBuffer(file);
    wrapper.encoding = encoding;
    wrapper.errors = errors;
    wrapper.newline = newline;
    wrapper.isLineBuffered = buffering == 1 || (buffering < 0 && file.raw().isTerminal());
    wrapper.mode = text;
    return wrapper;
  }

  private static String option(Object value, String name, String otherwise) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (plain == PySingleton.NONE) {
      return otherwise;
    }
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          "open() argument '" + name + "' must be str or None, not " + PyType.of(value).name());
    }
    return Text.java(plain);
  }

  private static void refuse(Object value, String name) {
    if (value != PySingleton.NONE) {
      throw Errors.valueError(
          "binary mode doesn't take "
              + (name.equals("newline") ? "a" : "an")
              + " "
              + name
              + " argument");
    }
  }

  /** Opens a raw file object. */
  static void openRaw(BinaryFile file, Object name, String mode, boolean closes, Object opener) {
    if (mode.indexOf('t') >= 0 || mode.indexOf('U') >= 0) {
      throw Errors.valueError("invalid mode: " + mode);
    }
    Mode parsed;
    try {
      parsed = Mode.parse(mode);
    } catch (PyException e) {
      boolean isUnknown = !mode.chars().allMatch(c -> "rwaxb+".indexOf(c) >= 0);
      throw Errors.valueError(
          isUnknown ? "invalid mode: " + mode : ONE_KIND + " and at most one plus");
    }
    open(file, name, mode, parsed, closes, opener);
    file.isUnbuffered = true;
  }

  private static void open(
      BinaryFile file, Object name, String text, Mode mode, boolean closes, Object opener) {
    Object plain = PyPayloadInstance.unwrap(name);
    int descriptor;
    boolean isOwn = true;
    if (plain instanceof Long || plain instanceof Boolean) {
      descriptor = Items.toInt(plain);
      if (descriptor < 0) {
        throw Errors.valueError("negative file descriptor");
      }
      file.name = plain;
      isOwn = closes;
    } else if (!closes) {
      throw Errors.valueError("Cannot use closefd=False with file name");
    } else if (opener != PySingleton.NONE) {
      descriptor = openBy(opener, name, mode, text.indexOf('+') >= 0);
      file.name = name;
    } else {
      HostFile opened = openFile(name, mode);
      descriptor = Descriptors.current().open(opened);
      file.name = name;
    }
    KernelObject object = Descriptors.current().find(descriptor);
    if (object == null) {
      throw HostErrors.of(HostErrors.BAD_DESCRIPTOR);
    }
    file.setRaw(new DescriptorStream(descriptor, isOwn).watched(), null);
    file.isReadable = mode.reads;
    file.isWritable = mode.writes;
    file.closes = isOwn;
    file.mode = rawMode(text, mode);
    if (mode.appends && object instanceof HostFile f && f.isRegular()) {
      file.isUnbuffered = true;
      long ignored = file.seek(0, 2);
    }
  }

  /** Has a function of the program open the file. */
  private static int openBy(Object opener, Object name, Mode mode, boolean updates) {
    long flags = updates ? 2 : mode.reads ? 0 : 1;
    flags |= 02000000; // O_CLOEXEC
    if (mode.creates) {
      flags |= 0300;
    } else if (mode.truncates) {
      flags |= 01100;
    } else if (mode.appends) {
      flags |= 02100;
    }
    Object result = PyPayloadInstance.unwrap(Calls.call2(opener, name, flags));
    if (!(result instanceof Long) && !(result instanceof Boolean)) {
      throw Errors.typeError("expected integer from opener");
    }
    int descriptor = Items.toInt(result);
    if (descriptor < 0) {
      throw Errors.valueError("opener returned " + descriptor);
    }
    return descriptor;
  }

  /** How the raw file calls its mode. */
  private static String rawMode(String text, Mode mode) {
    boolean updates = text.indexOf('+') >= 0;
    String start = mode.appends ? "ab" : mode.creates ? "xb" : "rb";
    return updates ? start + "+" : mode.writes && !mode.appends && !mode.creates ? "wb" : start;
  }

  private static HostFile openFile(Object name, Mode mode) {
    DirtyFiles.flushAll();
    Path path = HostFiles.current().path(name);
    if (Files.isDirectory(path)) {
      throw HostErrors.of(HostErrors.IS_A_DIRECTORY, HostFiles.fsPath(name));
    }
    Set<OpenOption> options = new HashSet<>();
    if (mode.reads) {
      options.add(StandardOpenOption.READ);
    }
    if (mode.writes) {
      options.add(StandardOpenOption.WRITE);
      if (mode.creates) {
        options.add(StandardOpenOption.CREATE_NEW);
      } else if (mode.truncates || mode.appends) {
        options.add(StandardOpenOption.CREATE);
      }
      if (mode.truncates) {
        options.add(StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    return open(path, options, mode.appends, HostFiles.fsPath(name));
  }

  /**
   * Opens a file of the host.
   *
   * @param name what messages call it
   */
  public static HostFile open(
      Path path, Set<? extends OpenOption> options, boolean appends, Object name) {
    try {
      boolean existed = Files.exists(path);
      boolean isRegular = !existed || Files.isRegularFile(path);
      return new HostFile(
          Descriptors.open(() -> FileChannel.open(path, options)), path, appends, isRegular);
    } catch (IOException e) {
      throw HostErrors.of(e, name);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      throw HostErrors.of(HostErrors.INVALID, name);
    }
  }
}
