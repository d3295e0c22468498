package org.pyconc.runtime;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** The one place through which programs get at the host's files: each process has a folder. */
public final class HostFiles implements Transferable {
  private Path folder;

  private HostFiles(Path folder) {
    this.folder = folder;
  }

  /** Those of the running process. */
  public static HostFiles current() {
    return ProcessState.current()
        .moduleState(
            HostFiles.class, () -> new HostFiles(ProcessState.current().program().folder()));
  }

  /** The current working folder. */
  public Path folder() {
    return folder;
  }

  public void setFolder(Path newFolder) {
    folder = newFolder;
  }

  /** What {@code os.fspath} gives: a str or bytes. */
  public static Object fsPath(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (Text.isText(plain) || plain instanceof PyBytes) {
      return plain;
    }
    Object made = Calls.special(value, "__fspath__");
    if (made == null) {
      throw Errors.typeError(
          "expected str, bytes or os.PathLike object, not " + PyType.of(value).simpleName());
    }
    Object path = PyPayloadInstance.unwrap(made);
    if (!Text.isText(path) && !(path instanceof PyBytes)) {
      throw Errors.typeError(
          "expected "
              + PyType.of(value).simpleName()
              + ".__fspath__() to return str or bytes, not "
              + PyType.of(path).simpleName());
    }
    return path;
  }

  /** A path of the program as text. */
  public static String text(Object value) {
    Object path = fsPath(value);
    Object text =
        path instanceof PyBytes b ? Codecs.decode(b.array(), "utf-8", "surrogateescape") : path;
    return Text.java(text);
  }

  /** Text as a path of the file system that the program has, not from its current folder. */
  public Path literal(String text) {
    return folder.getFileSystem().getPath(text);
  }

  /** Whether a path is of the host's own file system, which other programs see as well. */
  public static boolean isOfHost(Path path) {
    return path.getFileSystem() == FileSystems.getDefault();
  }

  /** A path of the program, from its current folder. */
  public Path path(Object value) {
    HostAccess.requireFiles();
    String text = text(value);
    if (text.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null byte");
    }
    if (text.isEmpty()) {
      throw HostErrors.of(HostErrors.NO_SUCH_FILE, value == PySingleton.NONE ? "" : fsPath(value));
    }
    try {
      return folder.resolve(text);
    } catch (InvalidPathException e) {
      throw HostErrors.of(HostErrors.INVALID, fsPath(value));
    }
  }

  /** A name as bytes if the program has asked in bytes, otherwise as str. */
  public static Object like(Object asked, String name) {
    return asked instanceof PyBytes
        ? Codecs.encode(WideString.of(name), "utf-8", "surrogateescape")
        : WideString.of(name);
  }

  @Override
  public Object copy(Copier copier) {
    return new HostFiles(folder);
  }
}
