package org.pyconc.embedding.files;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;

/**
 * The files of a context as a file system of Java: whatever a program does with files goes through
 * what the context's builder was given as {@code IOAccess}.
 */
public final class ContextFileSystem extends FileSystem {
  private final TruffleLanguage.Env env;
  private final ContextFiles provider = new ContextFiles(this);

  public ContextFileSystem(TruffleLanguage.Env env) {
    this.env = env;
  }

  /** The working folder of the context. */
  public Path folder() {
    return ContextPath.of(this, env.getCurrentWorkingDirectory().getPath());
  }

  TruffleFile file(Path path) {
    return env.getPublicTruffleFile(path.toString());
  }

  @Override
  public ContextFiles provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(ContextPath.of(this, "/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic", "posix", "unix");
  }

  @Override
  public Path getPath(String first, String... more) {
    StringBuilder text = new StringBuilder(first);
    for (String each : more) {
      if (!each.isEmpty()) {
        text.append(text.isEmpty() ? "" : "/").append(each);
      }
    }
    return ContextPath.of(this, text.toString());
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
