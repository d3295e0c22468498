package org.pyconc.embedding.files;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleFile.AttributeDescriptor;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about files, as far as the file system of the context knows it. */
final class ContextAttributes {
  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;
  private static final int READ = 0444;
  private static final int WRITE = 0200;
  private static final int EXECUTE = 0111;

  private static final List<AttributeDescriptor<?>> BASIC =
      List.of(
          TruffleFile.LAST_MODIFIED_TIME,
          TruffleFile.LAST_ACCESS_TIME,
          TruffleFile.CREATION_TIME,
          TruffleFile.IS_REGULAR_FILE,
          TruffleFile.IS_DIRECTORY,
          TruffleFile.IS_SYMBOLIC_LINK,
          TruffleFile.IS_OTHER,
          TruffleFile.SIZE);

  private static final Map<String, AttributeDescriptor<?>> UNIX =
      Map.of(
          "mode", TruffleFile.UNIX_MODE,
          "ino", TruffleFile.UNIX_INODE,
          "dev", TruffleFile.UNIX_DEV,
          "rdev", TruffleFile.UNIX_RDEV,
          "nlink", TruffleFile.UNIX_NLINK,
          "uid", TruffleFile.UNIX_UID,
          "gid", TruffleFile.UNIX_GID,
          "ctime", TruffleFile.UNIX_CTIME);

  private ContextAttributes() {}

  static BasicFileAttributes basic(TruffleFile file, LinkOption... options) throws IOException {
    return new Basic(file.getAttributes(BASIC, options));
  }

  /** All of {@code unix:*}; what the file system does not know is made up from what it knows. */
  static Map<String, Object> unix(TruffleFile file, LinkOption... options) throws IOException {
    BasicFileAttributes basic = basic(file, options);
    Map<String, Object> all = new HashMap<>();
    all.put("mode", mode(file, basic));
    all.put("ino", (long) file.getAbsoluteFile().normalize().hashCode());
    all.put("nlink", 1);
    all.put("ctime", basic.lastModifiedTime());
    all.put("size", basic.size());
    all.put("lastModifiedTime", basic.lastModifiedTime());
    all.put("lastAccessTime", basic.lastAccessTime());
    try {
      TruffleFile.Attributes known = file.getAttributes(UNIX.values(), options);
      UNIX.forEach((name, attribute) -> put(all, name, known, attribute));
    } catch (SecurityException e) {
      throw e;
    } catch (RuntimeException e) {
      return all; // there is no such view
    }
    if (all.get("mode") instanceof Integer mode && (mode & TYPE) == 0) {
      all.put("mode", mode(file, basic) & TYPE | mode);
    }
    return all;
  }

  /** File systems differ in what their numbers are. */
  private static void put(
      Map<String, Object> all,
      String name,
      TruffleFile.Attributes known,
      AttributeDescriptor<?> attribute) {
    try {
      all.put(name, known.get(attribute));
    } catch (ClassCastException e) {
      all.putIfAbsent(name, 0);
    }
  }

  private static int mode(TruffleFile file, BasicFileAttributes known) {
    if (known.isSymbolicLink()) {
      return LINK | 0777;
    }
    return (known.isDirectory() ? FOLDER | EXECUTE : file.isExecutable() ? FILE | EXECUTE : FILE)
        | READ
        | (file.isWritable() ? WRITE : 0);
  }

  static void set(TruffleFile file, String name, Object value, LinkOption... options)
      throws IOException {
    switch (name.substring(name.indexOf(':') + 1)) {
      case "mode" -> setMode(file, (Integer) value, options);
      case "uid" -> file.setAttribute(TruffleFile.UNIX_UID, (Integer) value, options);
      case "gid" -> file.setAttribute(TruffleFile.UNIX_GID, (Integer) value, options);
      case "lastModifiedTime" ->
          file.setAttribute(TruffleFile.LAST_MODIFIED_TIME, (FileTime) value, options);
      case "lastAccessTime" ->
          file.setAttribute(TruffleFile.LAST_ACCESS_TIME, (FileTime) value, options);
      case "creationTime" ->
          file.setAttribute(TruffleFile.CREATION_TIME, (FileTime) value, options);
      default -> throw new UnsupportedOperationException(name);
    }
  }

  private static void setMode(TruffleFile file, int mode, LinkOption... options)
      throws IOException {
    try {
      file.setAttribute(TruffleFile.UNIX_MODE, mode, options);
    } catch (SecurityException e) {
      throw e;
    } catch (RuntimeException e) {
      Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
      PosixFilePermission[] all = PosixFilePermission.values(); // from the highest bit on
      for (int i = 0; i < all.length; i++) {
        if ((mode & 1 << (all.length - 1 - i)) != 0) {
          permissions.add(all[i]);
        }
      }
      file.setPosixPermissions(permissions, options);
    }
  }

  private record Basic(TruffleFile.Attributes known) implements BasicFileAttributes {
    @Override
    public FileTime lastModifiedTime() {
      return known.get(TruffleFile.LAST_MODIFIED_TIME);
    }

    @Override
    public FileTime lastAccessTime() {
      return known.get(TruffleFile.LAST_ACCESS_TIME);
    }

    @Override
    public FileTime creationTime() {
      return known.get(TruffleFile.CREATION_TIME);
    }

    @Override
    public boolean isRegularFile() {
      return known.get(TruffleFile.IS_REGULAR_FILE);
    }

    @Override
    public boolean isDirectory() {
      return known.get(TruffleFile.IS_DIRECTORY);
    }

    @Override
    public boolean isSymbolicLink() {
      return known.get(TruffleFile.IS_SYMBOLIC_LINK);
    }

    @Override
    public boolean isOther() {
      return known.get(TruffleFile.IS_OTHER);
    }

    @Override
    public long size() {
      return known.get(TruffleFile.SIZE);
    }

    @Override
    public @Nullable Object fileKey() {
      return null;
    }
  }
}
