package org.pyconc.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.LibraryCompiler;
import org.pyconc.grammar.SourceText;
import org.pyconc.runtime.LibrarySource;

/** The modules that are written in the language: resources below {@code python/}. */
final class LibraryText {
  private static final String FOLDER = "python/";
  private static final @Nullable LibraryJar JAR = LibraryJar.around("LibraryText.class");

  private LibraryText() {}

  /** The module {@code a.b} in {@code python/a/b.py}. */
  static LibrarySource module(String name) {
    return read(name.replace('.', '/') + ".py", false);
  }

  /** The package {@code a.b} in {@code python/a/b/__init__.py}. */
  static LibrarySource packageOf(String name) {
    return read(name.replace('.', '/') + "/__init__.py", true);
  }

  /** The module or package of that name if there is a resource for it, or null. */
  static @Nullable LibrarySource find(String name) {
    String path = name.replace('.', '/');
    if (exists(path + ".py")) {
      return module(name);
    }
    return exists(path + "/__init__.py") ? packageOf(name) : null;
  }

  private static boolean exists(String path) {
    return JAR != null
        ? JAR.contains(FOLDER + path)
        : LibraryText.class.getResource(FOLDER + path) != null;
  }

  private static LibrarySource read(String path, boolean isPackage) {
    SourceText source = new SourceText(SourceText.LIBRARY + path, () -> text(path));
    String module = path.substring(0, path.length() - ".py".length());
    return new LibrarySource(
        source,
        isPackage,
        () -> bytes(module + LibraryCompiler.TREE),
        () -> bytes(module + LibraryCompiler.CLASSES),
        JAR != null);
  }

  private static String text(String path) {
    byte[] text = bytes(path);
    if (text == null) {
      throw new IllegalStateException("no resource python/" + path);
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] bytes(String path) {
    try (InputStream in =
        JAR != null
            ? JAR.open(FOLDER + path)
            : LibraryText.class.getResourceAsStream(FOLDER + path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
