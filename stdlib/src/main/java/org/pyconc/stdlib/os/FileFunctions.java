package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ByteEnd;
import org.pyconc.runtime.HostAccess;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.HostFiles;

/**
 * The functions of {@code os} that change and ask about files by their paths.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#files-and-directories">Files</a>
 */
final class FileFunctions {
  private static final int CROSS_DEVICE = 18;
  private static final double NANOS = 1e9;

  private FileFunctions() {}

  static void define(ModuleBuilder b) {
    b.function(
        "_disk_usage(path, /)",
        "Total, used and free bytes.",
        given -> {
          PathArgument path = PathArgument.of("statvfs", "path", given);
          return path.run(
              () -> {
                FileStore store = Files.getFileStore(path.path());
                long total = store.getTotalSpace();
                return PyTuple.of(
                    total, total - store.getUnallocatedSpace(), store.getUsableSpace());
              });
        });
    b.function("getcwd()", "The current folder.", () -> current(""));
    b.function("getcwdb()", "The current folder in bytes.", () -> bytesOfCurrent());
    b.function("chdir(path)", "Changes the current folder.", FileFunctions::chdir);
    b.function("listdir(path=None)", "The names in a folder.", FileFunctions::list);
    b.function(
        "mkdir(path, mode=511, *, dir_fd=None)",
        "Makes a folder.",
        (path, mode, folder) -> {
          PathArgument.refuseFolder(folder);
          return mkdir(PathArgument.of("mkdir", "path", path), Items.toInt(mode));
        });
    b.function(
        "rmdir(path, *, dir_fd=None)",
        "Removes an empty folder.",
        (path, folder) -> {
          PathArgument.refuseFolder(folder);
          return rmdir(PathArgument.of("rmdir", "path", path));
        });
    for (String name : new String[] {"remove", "unlink"}) {
      b.function(
          name + "(path, *, dir_fd=None)",
          "Removes a file.",
          (path, folder) -> {
            PathArgument.refuseFolder(folder);
            return remove(PathArgument.of(name, "path", path));
          });
    }
    for (String name : new String[] {"rename", "replace"}) {
      b.function(
          name + "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
          "Gives a file another name.",
          (from, to, fromFolder, toFolder) -> {
            PathArgument.refuseFolder(fromFolder);
            PathArgument.refuseFolder(toFolder);
            return rename(name, from, to);
          });
    }
    defineLinks(b);
    defineAttributes(b);
  }

  private static void defineLinks(ModuleBuilder b) {
    b.functionN(
        "link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
        "Makes another name for a file.",
        a -> {
          PathArgument from = PathArgument.of("link", "src", a[0]);
          PathArgument to = PathArgument.of("link", "dst", a[1]);
          return PathArgument.run(
              from,
              to,
              () -> {
                Files.createLink(to.path(), from.path());
                return PySingleton.NONE;
              });
        });
    b.functionN(
        "symlink(src, dst, target_is_directory=False, *, dir_fd=None)",
        "Makes a symbolic link.",
        a -> {
          Object target = HostFiles.fsPath(a[0]);
          PathArgument to = PathArgument.of("symlink", "dst", a[1]);
          PathArgument from = new PathArgument(target, to.path());
          return PathArgument.run(
              from,
              to,
              () -> {
                Files.createSymbolicLink(
                    to.path(), HostFiles.current().literal(HostFiles.text(target)));
                return PySingleton.NONE;
              });
        });
    b.function(
        "readlink(path, *, dir_fd=None)",
        "Where a symbolic link points to.",
        (given, folder) -> {
          PathArgument path = PathArgument.of("readlink", "path", given);
          return path.run(() -> path.like(Files.readSymbolicLink(path.path()).toString()));
        });
  }

  private static void defineAttributes(ModuleBuilder b) {
    b.function(
        "stat(path, *, dir_fd=None, follow_symlinks=True)",
        "What is known about a file.",
        (path, folder, follows) -> {
          PathArgument.refuseFolder(folder);
          return stat("stat", "path", path, Truth.isTrue(follows));
        });
    b.function(
        "lstat(path, *, dir_fd=None)",
        "What is known about a file; links are not followed.",
        (path, folder) -> {
          PathArgument.refuseFolder(folder);
          return stat(PathArgument.of("lstat", "path", path), false);
        });
    b.functionN(
        "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
        "Whether a file may be used so.",
        a -> {
          Path path = PathArgument.of("access", "path", a[0]).path();
          int mode = Items.toInt(a[1]);
          return Files.exists(path)
              && ((mode & 4) == 0 || Files.isReadable(path))
              && ((mode & 2) == 0 || Files.isWritable(path))
              && ((mode & 1) == 0 || Files.isExecutable(path));
        });
    b.functionN(
        "chmod(path, mode, *, dir_fd=None, follow_symlinks=True)",
        "Sets the permissions of a file.",
        a -> set(PathArgument.of("chmod", "path", a[0], true), "mode", Items.toInt(a[1])));
    b.functionN(
        "chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
        "Sets owner and group of a file.",
        a -> {
          PathArgument path = PathArgument.of("chown", "path", a[0], true);
          if (Items.toInt(a[1]) >= 0) {
            set(path, "uid", Items.toInt(a[1]));
          }
          if (Items.toInt(a[2]) >= 0) {
            set(path, "gid", Items.toInt(a[2]));
          }
          return PySingleton.NONE;
        });
    b.functionN(
        "utime(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)",
        "Sets the times of a file.",
        FileFunctions::setTimes);
    b.function(
        "truncate(path, length)",
        "Sets the size of a file.",
        (given, length) -> {
          PathArgument path = PathArgument.of("truncate", "path", given, true);
          return path.run(
              () -> {
                DescriptorFunctions.truncate(path.path(), Items.toLong(length));
                return PySingleton.NONE;
              });
        });
  }

  // ---- folders -------------------------------------------------------------------------------

  private static Object current(Object like) {
    return HostFiles.like(like, HostFiles.current().folder().toString());
  }

  private static Object bytesOfCurrent() {
    return current(new PyBytes(new byte[0]));
  }

  private static Object chdir(Object given) {
    PathArgument path = PathArgument.of("chdir", "path", given, true);
    return path.run(
        () -> {
          Path real = path.path().toRealPath();
          if (!Files.isDirectory(real)) {
            throw path.error(HostErrors.NOT_A_DIRECTORY);
          }
          if (!Files.isExecutable(real)) {
            throw path.error(HostErrors.PERMISSION_DENIED);
          }
          HostFiles.current().setFolder(real);
          return PySingleton.NONE;
        });
  }

  private static Object list(Object given) {
    PathArgument path =
        PathArgument.of("listdir", "path", given == PySingleton.NONE ? "." : given, true);
    return path.run(
        () -> {
          PyList names = new PyList();
          try (DirectoryStream<Path> entries = Files.newDirectoryStream(path.path())) {
            for (Path entry : entries) {
              names.append(path.like(entry.getFileName().toString()));
            }
          }
          return names;
        });
  }

  static Object mkdir(PathArgument path, int mode) {
    return path.run(
        () -> {
          Files.createDirectory(
              path.path(), PosixFilePermissions.asFileAttribute(permissions(mode)));
          return PySingleton.NONE;
        });
  }

  /** The nine lowest bits of a mode. */
  static Set<PosixFilePermission> permissions(int mode) {
    PosixFilePermission[] all = {
      PosixFilePermission.OTHERS_EXECUTE,
      PosixFilePermission.OTHERS_WRITE,
      PosixFilePermission.OTHERS_READ,
      PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.GROUP_READ,
      PosixFilePermission.OWNER_EXECUTE,
      PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.OWNER_READ
    };
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    int allowed = mode & ~Umask.current().value();
    for (int i = 0; i < all.length; i++) {
      if ((allowed & 1 << i) != 0) {
        set.add(all[i]);
      }
    }
    return set;
  }

  static Object rmdir(PathArgument path) {
    return path.run(
        () -> {
          if (Files.exists(path.path(), LinkOption.NOFOLLOW_LINKS)
              && !Files.isDirectory(path.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw path.error(HostErrors.NOT_A_DIRECTORY);
          }
          Files.delete(path.path());
          return PySingleton.NONE;
        });
  }

  private static Object remove(PathArgument path) {
    return path.run(
        () -> {
          if (Files.isDirectory(path.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw path.error(HostErrors.IS_A_DIRECTORY);
          }
          Files.delete(path.path());
          return PySingleton.NONE;
        });
  }

  static Object rename(String function, Object source, Object target) {
    PathArgument from = PathArgument.of(function, "src", source);
    PathArgument to = PathArgument.of(function, "dst", target);
    return PathArgument.run(
        from,
        to,
        () -> {
          try {
            Files.move(from.path(), to.path(), StandardCopyOption.ATOMIC_MOVE);
          } catch (AtomicMoveNotSupportedException e) {
            throw PathArgument.error(CROSS_DEVICE, from, to);
          }
          return PySingleton.NONE;
        });
  }

  // ---- attributes ----------------------------------------------------------------------------

  /** What is known about a path or an open file. */
  static PyPayloadInstance stat(String function, String parameter, Object value, boolean follows) {
    ByteEnd stream = PathArgument.stream(value);
    if (stream != null) {
      return ofStream(value, stream);
    }
    return stat(PathArgument.of(function, parameter, value, true), follows);
  }

  /** A standard stream is what the host says, unless the program was given another one. */
  private static PyPayloadInstance ofStream(Object number, ByteEnd stream) {
    if (stream.fileType() == ByteEnd.FileType.CHARACTER_DEVICE && HostAccess.current().files()) {
      try {
        return StatResult.of(Path.of("/dev/fd/" + Items.toInt(number)), true);
      } catch (IOException e) {
        // there is no such folder
      }
    }
    return StatResult.of(stream);
  }

  static PyPayloadInstance stat(PathArgument path, boolean followsLinks) {
    return path.run(() -> StatResult.of(path.path(), followsLinks));
  }

  static Object set(PathArgument path, String attribute, int value) {
    return path.run(
        () -> {
          Files.setAttribute(path.path(), "unix:" + attribute, value);
          return PySingleton.NONE;
        });
  }

  private static Object setTimes(Object[] a) {
    PathArgument path = PathArgument.of("utime", "path", a[0], true);
    boolean hasNanos = a[2] != Unset.UNSET;
    if (hasNanos && a[1] != PySingleton.NONE) {
      throw Errors.valueError("utime: you may specify either 'times' or 'ns' but not both");
    }
    Object given = hasNanos ? a[2] : a[1];
    FileTime accessed;
    FileTime modified;
    if (given == PySingleton.NONE) {
      accessed = FileTime.from(System.currentTimeMillis(), TimeUnit.MILLISECONDS);
      modified = accessed;
    } else if (PyPayloadInstance.unwrap(given) instanceof PyTuple pair && pair.size() == 2) {
      accessed = time(pair.get(0), hasNanos);
      modified = time(pair.get(1), hasNanos);
    } else {
      throw Errors.typeError(
          hasNanos
              ? "utime: 'ns' must be a tuple of two ints"
              : "utime: 'times' must be either a tuple of two ints or None");
    }
    return path.run(
        () -> {
          setTimes(path.path(), accessed, modified);
          return PySingleton.NONE;
        });
  }

  private static void setTimes(Path path, FileTime accessed, FileTime modified) throws IOException {
    Files.getFileAttributeView(path, BasicFileAttributeView.class)
        .setTimes(modified, accessed, null);
  }

  private static FileTime time(Object value, boolean isNanos) {
    if (isNanos) {
      return FileTime.from(Items.toLong(value), TimeUnit.NANOSECONDS);
    }
    return switch (PyPayloadInstance.unwrap(value)) {
      case Double d -> FileTime.from((long) Math.floor(d * NANOS), TimeUnit.NANOSECONDS);
      default -> FileTime.from(Items.toLong(value), TimeUnit.SECONDS);
    };
  }
}
