package org.pyconc.embedding.files;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path of POSIX: names between slashes. */
final class ContextPath implements Path {
  private final ContextFileSystem fileSystem;
  private final boolean isAbsolute;

  /** At least one, which may be empty, unless this is the root. */
  private final List<String> names;

  private ContextPath(ContextFileSystem fileSystem, boolean isAbsolute, List<String> names) {
    this.fileSystem = fileSystem;
    this.isAbsolute = isAbsolute;
    this.names = names;
  }

  static ContextPath of(ContextFileSystem fileSystem, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new InvalidPathException(text, "NUL character");
    }
    List<String> names = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('/', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        names.add(text.substring(start, end));
      }
      start = end + 1;
    }
    boolean isAbsolute = text.startsWith("/");
    return make(fileSystem, isAbsolute, names);
  }

  private static ContextPath make(
      ContextFileSystem fileSystem, boolean isAbsolute, List<String> names) {
    return new ContextPath(
        fileSystem, isAbsolute, names.isEmpty() && !isAbsolute ? List.of("") : List.copyOf(names));
  }

  private ContextPath with(boolean absolute, List<String> newNames) {
    return make(fileSystem, absolute, newNames);
  }

  private static ContextPath own(Path path) {
    if (path instanceof ContextPath own) {
      return own;
    }
    throw new ProviderMismatchException();
  }

  private boolean isEmpty() {
    return !isAbsolute && names.size() == 1 && names.get(0).isEmpty();
  }

  @Override
  public ContextFileSystem getFileSystem() {
    return fileSystem;
  }

  @Override
  public boolean isAbsolute() {
    return isAbsolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return isAbsolute ? with(true, List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : with(false, List.of(names.getLast()));
  }

  @Override
  public @Nullable Path getParent() {
    if (names.isEmpty() || (names.size() == 1 && !isAbsolute)) {
      return null;
    }
    return with(isAbsolute, names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public Path subpath(int begin, int end) {
    if (begin < 0 || end > names.size() || begin >= end) {
      throw new IllegalArgumentException();
    }
    return with(false, names.subList(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof ContextPath path
        && path.isAbsolute == isAbsolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    if (!(other instanceof ContextPath path) || path.names.size() > names.size()) {
      return false;
    }
    return path.isAbsolute
        ? equals(path)
        : names.subList(names.size() - path.names.size(), names.size()).equals(path.names);
  }

  @Override
  public Path normalize() {
    Deque<String> kept = new ArrayDeque<>();
    for (String name : names) {
      if (name.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
        kept.removeLast();
      } else if (!name.equals(".") && !(name.equals("..") && isAbsolute)) {
        kept.add(name);
      }
    }
    return with(isAbsolute, new ArrayList<>(kept));
  }

  @Override
  public Path resolve(Path other) {
    ContextPath path = own(other);
    if (path.isAbsolute || isEmpty()) {
      return path;
    }
    if (path.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(path.names);
    return with(isAbsolute, all);
  }

  @Override
  public Path relativize(Path other) {
    ContextPath path = own(other);
    if (path.isAbsolute != isAbsolute) {
      throw new IllegalArgumentException("one path is absolute, the other is not");
    }
    List<String> from = isEmpty() ? List.of() : names;
    int same = 0;
    while (same < from.size()
        && same < path.names.size()
        && from.get(same).equals(path.names.get(same))) {
      same++;
    }
    List<String> all = new ArrayList<>(Collections.nCopies(from.size() - same, ".."));
    all.addAll(path.names.subList(same, path.names.size()));
    return with(false, all);
  }

  @Override
  public URI toUri() {
    return fileSystem.file(this).toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return isAbsolute ? this : fileSystem.folder().resolve(this);
  }

  @Override
  public Path toRealPath(LinkOption... options) throws java.io.IOException {
    return fileSystem.provider().realPath(this, options);
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(own(other).toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContextPath path
        && path.fileSystem == fileSystem
        && path.isAbsolute == isAbsolute
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return names.hashCode() * 2 + (isAbsolute ? 1 : 0);
  }

  @Override
  public String toString() {
    return (isAbsolute ? "/" : "") + String.join("/", names);
  }
}
