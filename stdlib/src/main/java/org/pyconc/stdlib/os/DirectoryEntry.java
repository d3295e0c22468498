package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.HostErrors;

/**
 * {@code os.DirEntry}: what {@code os.scandir} yields.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#os.DirEntry">os.DirEntry</a>
 */
final class DirectoryEntry extends PyInstance {
  static final PyType TYPE =
      new PyType(
          "posix.DirEntry",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          DirectoryEntry::define);

  private final Path file;
  private final Object name;
  private final Object path;

  /**
   * @param file where it is
   * @param path as the program sees it: the scanned folder and the name
   */
  DirectoryEntry(Path file, Object name, Object path) {
    super(TYPE);
    this.file = file;
    this.name = name;
    this.path = path;
  }

  Object name() {
    return name;
  }

  boolean isFolder(boolean followsLinks) {
    return Files.isDirectory(file, options(followsLinks));
  }

  boolean isLink() {
    return Files.isSymbolicLink(file);
  }

  private static LinkOption[] options(boolean followsLinks) {
    return followsLinks ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
  }

  private static DirectoryEntry of(Object self) {
    return (DirectoryEntry) self;
  }

  private static void define(TypeBuilder b) {
    b.getter("name", "The file's name in its folder.", self -> of(self).name);
    b.getter("path", "The folder that was scanned, and the name.", self -> of(self).path);
    b.method("__fspath__(self)", "The path.", self -> of(self).path);
    b.method(
        "is_dir(self, *, follow_symlinks=True)",
        "Whether it is a folder.",
        (self, follows) -> of(self).isFolder(Truth.isTrue(follows)));
    b.method(
        "is_file(self, *, follow_symlinks=True)",
        "Whether it is a file.",
        (self, follows) -> Files.isRegularFile(of(self).file, options(Truth.isTrue(follows))));
    b.method("is_symlink(self)", "Whether it is a symbolic link.", self -> of(self).isLink());
    b.method(
        "stat(self, *, follow_symlinks=True)",
        "What is known about the file.",
        (self, follows) -> of(self).stat(Truth.isTrue(follows)));
    b.method(
        "inode(self)",
        "The number of the inode.",
        self -> StatResult.field(of(self).stat(false), 1));
    b.method(
        "__repr__(self)",
        "",
        self -> WideString.of("<DirEntry " + Text.javaRepr(of(self).name) + ">"));
  }

  private PyPayloadInstance stat(boolean followsLinks) {
    try {
      return StatResult.of(file, followsLinks);
    } catch (IOException e) {
      throw HostErrors.of(e, path);
    }
  }
}
