package org.pyconc.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.pyconc.grammar.SourceText;
import org.pyconc.runtime.LibrarySource;

/** The modules that are written in the language: resources below {@code python/}. */
final class LibraryText {
  private LibraryText() {}

  /** The module {@code a.b} in {@code python/a/b.py}. */
  static LibrarySource module(String name) {
    return read(name.replace('.', '/') + ".py", false);
  }

  /** The package {@code a.b} in {@code python/a/b/__init__.py}. */
  static LibrarySource packageOf(String name) {
    return read(name.replace('.', '/') + "/__init__.py", true);
  }

  private static LibrarySource read(String path, boolean isPackage) {
    try (InputStream in = LibraryText.class.getResourceAsStream("python/" + path)) {
      if (in == null) {
        throw new IllegalStateException("no resource python/" + path);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new LibrarySource(new SourceText("<library>/" + path, text), isPackage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
