package org.pyconc.embedding.files;

import com.oracle.truffle.api.TruffleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does what {@code java.nio.file.Files} is asked for with the files of a context. */
final class ContextFiles extends FileSystemProvider {
  private final ContextFileSystem fileSystem;

  ContextFiles(ContextFileSystem fileSystem) {
    this.fileSystem = fileSystem;
  }

  private interface Work<T extends @Nullable Object> {
    T run(TruffleFile file) throws IOException;
  }

  private interface Action {
    void run(TruffleFile file) throws IOException;
  }

  /** The file system of an application may throw anything: the program gets an OSError. */
  private <T extends @Nullable Object> T with(Path path, Work<T> work) throws IOException {
    try {
      return work.run(fileSystem.file(path));
    } catch (SecurityException e) {
      throw denied(path, e);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    } catch (UnsupportedOperationException e) {
      throw new FileSystemException(path.toString(), null, "Operation not permitted");
    } catch (IOException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new FileSystemException(path.toString(), null, "Input/output error");
    }
  }

  private void act(Path path, Action action) throws IOException {
    Object ignored =
        with(
            path,
            file -> {
              action.run(file);
              return true;
            });
  }

  private static AccessDeniedException denied(Path path, SecurityException cause) {
    AccessDeniedException denied =
        new AccessDeniedException(path.toString(), null, cause.getMessage());
    denied.initCause(cause);
    return denied;
  }

  Path realPath(Path path, LinkOption... options) throws IOException {
    return with(path, file -> ContextPath.of(fileSystem, file.getCanonicalFile(options).getPath()));
  }

  // ---- contents ------------------------------------------------------------------------------

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return with(path, file -> open(file, options, attributes));
  }

  /** Permissions are for file systems that have them. */
  private static SeekableByteChannel open(
      TruffleFile file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    try {
      return file.newByteChannel(options, attributes);
    } catch (UnsupportedOperationException e) {
      if (attributes.length == 0) {
        throw e;
      }
      return file.newByteChannel(options);
    }
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return new ContextChannel(newByteChannel(path, options, attributes));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<TruffleFile> files = with(folder, TruffleFile::newDirectoryStream);
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<TruffleFile> all = files.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Path next() {
            return folder.resolve(all.next().getName());
          }
        };
      }

      @Override
      public void close() throws IOException {
        files.close();
      }
    };
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    act(path, file -> create(file, attributes));
  }

  private static void create(TruffleFile folder, FileAttribute<?>... attributes)
      throws IOException {
    try {
      folder.createDirectory(attributes);
    } catch (UnsupportedOperationException e) {
      folder.createDirectory();
    }
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    makeLink(link, file -> file.createSymbolicLink(fileSystem.file(target), attributes));
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    makeLink(link, file -> file.createLink(fileSystem.file(existing)));
  }

  /** Not every file system has links. */
  private void makeLink(Path link, Action action) throws IOException {
    act(
        link,
        file -> {
          try {
            action.run(file);
          } catch (SecurityException e) {
            throw e;
          } catch (RuntimeException e) {
            throw new FileSystemException(link.toString(), null, "Operation not permitted");
          }
        });
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return with(link, file -> ContextPath.of(fileSystem, file.readSymbolicLink().getPath()));
  }

  @Override
  public void delete(Path path) throws IOException {
    act(path, TruffleFile::delete);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    act(source, file -> file.copy(fileSystem.file(target), options));
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    act(source, file -> file.move(fileSystem.file(target), options));
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return path.equals(other) || with(path, file -> file.isSameFile(fileSystem.file(other)));
  }

  @Override
  public boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  // ---- what is known about files -------------------------------------------------------------

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    act(
        path,
        file -> {
          if (!file.exists()) {
            throw new NoSuchFileException(path.toString());
          }
          for (AccessMode mode : modes) {
            boolean isAllowed =
                switch (mode) {
                  case READ -> file.isReadable();
                  case WRITE -> file.isWritable();
                  case EXECUTE -> file.isExecutable();
                };
            if (!isAllowed) {
              throw new AccessDeniedException(path.toString());
            }
          }
        });
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return with(path, file -> new ContextStore(file.getFileStoreInfo()));
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return type == BasicFileAttributeView.class
        ? type.cast(new ContextTimes(this, path, options))
        : null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class) {
      throw new UnsupportedOperationException(type.getName());
    }
    return type.cast(with(path, file -> ContextAttributes.basic(file, options)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    Map<String, Object> all = with(path, file -> ContextAttributes.unix(file, options));
    String wanted = names.substring(names.indexOf(':') + 1);
    if (!wanted.equals("*")) {
      all.keySet().retainAll(Set.of(wanted.split(",", -1)));
    }
    return all;
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    act(path, file -> ContextAttributes.set(file, name, value, options));
  }

  // ---- file systems --------------------------------------------------------------------------

  @Override
  public String getScheme() {
    return "pyconc-context";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }
}
