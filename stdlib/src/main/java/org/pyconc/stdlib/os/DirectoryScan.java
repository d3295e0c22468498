package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.runtime.HostFiles;

/** {@code os.scandir}: an iterator over a folder that can be closed. */
final class DirectoryScan extends PyInstance {
  private static final PyType TYPE =
      new PyType(
          "posix.ScandirIterator",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          DirectoryScan::define);

  private Iterator<DirectoryEntry> entries;

  private DirectoryScan(List<DirectoryEntry> entries) {
    super(TYPE);
    this.entries = entries.iterator();
  }

  static void define(ModuleBuilder b) {
    b.function(
        "scandir(path=None)",
        "An iterator over the entries of a folder.",
        path -> new DirectoryScan(entries("scandir", path)));
    b.constant("DirEntry", DirectoryEntry.TYPE);
  }

  /** The entries of a folder; read at once, so that nothing stays open. */
  static List<DirectoryEntry> entries(String function, Object given) {
    PathArgument path =
        PathArgument.of(function, "path", given == PySingleton.NONE ? "." : given, true);
    return path.run(() -> read(path));
  }

  private static List<DirectoryEntry> read(PathArgument path) throws IOException {
    List<DirectoryEntry> entries = new ArrayList<>();
    String base = path.given() instanceof Long ? "" : HostFiles.text(path.given());
    String prefix = base.isEmpty() || base.endsWith("/") ? base : base + "/";
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path.path())) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        entries.add(new DirectoryEntry(file, path.like(name), path.like(prefix + name)));
      }
    }
    return entries;
  }

  private static DirectoryScan of(Object self) {
    return (DirectoryScan) self;
  }

  private static void define(TypeBuilder b) {
    b.method("__iter__(self)", "", self -> self);
    b.method(
        "__next__(self)",
        "",
        self -> {
          if (!of(self).entries.hasNext()) {
            throw Errors.stopIteration(PySingleton.NONE);
          }
          return of(self).entries.next();
        });
    b.method(
        "close(self)",
        "Ends the iteration.",
        self -> {
          of(self).entries = List.<DirectoryEntry>of().iterator();
          return PySingleton.NONE;
        });
    b.method("__enter__(self)", "", self -> self);
    b.method(
        "__exit__(self, *args)",
        "",
        (self, args) -> {
          of(self).entries = List.<DirectoryEntry>of().iterator();
          return PySingleton.NONE;
        });
  }
}
