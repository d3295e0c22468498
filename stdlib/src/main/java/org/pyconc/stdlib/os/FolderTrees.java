package org.pyconc.stdlib.os;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.HostFiles;

/** The functions of {@code os} about whole trees of folders. */
final class FolderTrees {
  private static final PyType WALK = BuiltinTypes.iterator("os.walk", false, b -> {});

  private FolderTrees() {}

  static void define(ModuleBuilder b) {
    b.asPython("");
    b.function(
        "walk(top, topdown=True, onerror=None, followlinks=False)",
        "Yields (folder, names of folders, names of files) for a tree.",
        (top, topDown, onError, followsLinks) ->
            new Walk(
                HostFiles.fsPath(top), Truth.isTrue(topDown), onError, Truth.isTrue(followsLinks)));
    b.function(
        "makedirs(name, mode=511, exist_ok=False)",
        "Makes a folder and those above that are missing.",
        (name, mode, existsOk) -> {
          make(HostFiles.fsPath(name), Items.toInt(mode), Truth.isTrue(existsOk));
          return PySingleton.NONE;
        });
    b.function(
        "removedirs(name)",
        "Removes a folder and those above that become empty.",
        FolderTrees::remove);
    b.function(
        "renames(old, new)",
        "Renames, making folders and removing empty ones.",
        FolderTrees::rename);
  }

  private static boolean exists(Object path) {
    return !HostFiles.text(path).isEmpty() && Files.exists(HostFiles.current().path(path));
  }

  private static boolean isFolder(Object path) {
    return Files.isDirectory(HostFiles.current().path(path));
  }

  private static void make(Object name, int mode, boolean existsOk) {
    String text = HostFiles.text(name);
    String head = PathText.head(text);
    String tail = PathText.tail(text);
    if (tail.isEmpty()) {
      tail = PathText.tail(head);
      head = PathText.head(head);
    }
    if (!head.isEmpty() && !tail.isEmpty() && !exists(HostFiles.like(name, head))) {
      try {
        make(HostFiles.like(name, head), 0777, existsOk);
      } catch (PyException e) {
        if (!e.value().type().isSubtypeOf(ExceptionTypes.FILE_EXISTS_ERROR)) {
          throw e;
        }
      }
      if (tail.equals(".")) {
        return;
      }
    }
    try {
      FileFunctions.mkdir(PathArgument.of("mkdir", "path", name), mode);
    } catch (PyException e) {
      if (!e.value().type().isSubtypeOf(ExceptionTypes.OS_ERROR) || !existsOk || !isFolder(name)) {
        throw e;
      }
    }
  }

  private static Object remove(Object given) {
    Object name = HostFiles.fsPath(given);
    FileFunctions.rmdir(PathArgument.of("rmdir", "path", name));
    removeAbove(name);
    return PySingleton.NONE;
  }

  private static void removeAbove(Object name) {
    String text = HostFiles.text(name);
    String head = PathText.head(text);
    String tail = PathText.tail(text);
    if (tail.isEmpty()) {
      tail = PathText.tail(head);
      head = PathText.head(head);
    }
    while (!head.isEmpty() && !tail.isEmpty()) {
      try {
        FileFunctions.rmdir(PathArgument.of("rmdir", "path", HostFiles.like(name, head)));
      } catch (PyException e) {
        if (e.value().type().isSubtypeOf(ExceptionTypes.OS_ERROR)) {
          return;
        }
        throw e;
      }
      tail = PathText.tail(head);
      head = PathText.head(head);
    }
  }

  private static Object rename(Object from, Object to) {
    Object target = HostFiles.fsPath(to);
    String head = PathText.head(HostFiles.text(target));
    if (!head.isEmpty() && !exists(HostFiles.like(target, head))) {
      make(HostFiles.like(target, head), 0777, false);
    }
    FileFunctions.rename("rename", from, to);
    Object source = HostFiles.fsPath(from);
    if (!PathText.head(HostFiles.text(source)).isEmpty()) {
      removeAbove(source);
    }
    return PySingleton.NONE;
  }

  /** What {@code os.walk} returns. */
  private static final class Walk extends PyIterator {
    /** Folders to visit, and finished tuples to yield. */
    private final ArrayDeque<Object> stack = new ArrayDeque<>();

    private final boolean isTopDown;
    private final Object onError;
    private final boolean followsLinks;

    /** Yielded last; what the program has left in its list of folders is visited. */
    private @Nullable PyTuple pending;

    Walk(Object top, boolean isTopDown, Object onError, boolean followsLinks) {
      this.isTopDown = isTopDown;
      this.onError = onError;
      this.followsLinks = followsLinks;
      stack.push(top);
    }

    @Override
    public PyType type() {
      return WALK;
    }

    @Override
    public @Nullable Object next() {
      PyTuple last = pending;
      pending = null;
      if (last != null) {
        descend(last.get(0), Iteration.toArray(last.get(1)));
      }
      while (!stack.isEmpty()) {
        Object top = stack.pop();
        if (top instanceof PyTuple done) {
          return done;
        }
        PyTuple found = visit(top);
        if (found != null) {
          if (isTopDown) {
            pending = found;
            return found;
          }
          stack.push(found);
          descend(top, Iteration.toArray(found.get(1)));
        }
      }
      return null;
    }

    private void descend(Object top, Object[] names) {
      for (int i = names.length - 1; i >= 0; i--) {
        Object path =
            HostFiles.like(top, PathText.join(HostFiles.text(top), HostFiles.text(names[i])));
        if (followsLinks || !isLink(path)) {
          stack.push(path);
        }
      }
    }

    private static boolean isLink(Object path) {
      return Files.isSymbolicLink(HostFiles.current().path(path));
    }

    private @Nullable PyTuple visit(Object top) {
      List<DirectoryEntry> entries;
      try {
        entries = HostFiles.text(top).isEmpty() ? missing(top) : scan(top);
      } catch (PyException e) {
        if (!e.value().type().isSubtypeOf(ExceptionTypes.OS_ERROR)) {
          throw e;
        }
        if (onError != PySingleton.NONE) {
          Calls.call1(onError, e.value());
        }
        return null;
      }
      PyList folders = new PyList();
      PyList files = new PyList();
      for (DirectoryEntry entry : entries) {
        (entry.isFolder(true) ? folders : files).append(entry.name());
      }
      return PyTuple.of(top, folders, files);
    }

    private static List<DirectoryEntry> scan(Object top) {
      return DirectoryScan.entries("scandir", top);
    }

    private static List<DirectoryEntry> missing(Object top) {
      throw HostErrors.of(HostErrors.NO_SUCH_FILE, top);
    }
  }
}
