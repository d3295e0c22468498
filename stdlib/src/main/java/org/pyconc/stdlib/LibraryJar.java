package org.pyconc.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The jar with the library's modules, read without the class loader: that would look through the
 * JDK's modules and all jars before this one, for each file.
 */
final class LibraryJar {
  private static final String SCHEME = "jar";
  private static final String INSIDE = "!/";

  private final ZipFile file;

  /** What the names of resources of this package begin with in the jar. */
  private final String prefix;

  private LibraryJar(ZipFile file, String prefix) {
    this.file = file;
    this.prefix = prefix;
  }

  /** The jar with that resource of this package; null if it is not in a jar that is a file. */
  static @Nullable LibraryJar around(String resource) {
    URL place = LibraryJar.class.getResource(resource);
    if (place == null || !place.getProtocol().equals(SCHEME)) {
      return null;
    }
    String path = place.getPath();
    int inside = path.lastIndexOf(INSIDE);
    if (inside < 0 || !path.startsWith("file:") || !path.endsWith(resource)) {
      return null;
    }
    try {
      String prefix = path.substring(inside + INSIDE.length(), path.length() - resource.length());
      return new LibraryJar(
          new ZipFile(Path.of(URI.create(path.substring(0, inside))).toFile()), prefix);
    } catch (IOException | IllegalArgumentException cannotBeRead) {
      return null; // the class loader knows how
    }
  }

  boolean contains(String resource) {
    return file.getEntry(prefix + resource) != null;
  }

  /** The content of a resource, or null if there is none. */
  @Nullable InputStream open(String resource) throws IOException {
    ZipEntry entry = file.getEntry(prefix + resource);
    return entry == null ? null : file.getInputStream(entry);
  }
}
