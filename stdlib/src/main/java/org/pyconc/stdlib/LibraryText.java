package org.pyconc.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pyconc.compiler.LibraryCompiler;
import org.pyconc.grammar.SourceText;
import org.pyconc.runtime.LibrarySource;

/** The modules that are written in the language: resources below {@code python/}. */
final class LibraryText {
  private static final boolean IS_IN_JAR = isInJar();

  private LibraryText() {}

  private static boolean isInJar() {
    URL folder = LibraryText.class.getResource("python/types.py");
    return folder != null && folder.getProtocol().equals("jar");
  }

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
    String path = "python/" + name.replace('.', '/');
    if (LibraryText.class.getResource(path + ".py") != null) {
      return module(name);
    }
    return LibraryText.class.getResource(path + "/__init__.py") != null ? packageOf(name) : null;
  }

  private static LibrarySource read(String path, boolean isPackage) {
    SourceText source = new SourceText(SourceText.LIBRARY + path, () -> text(path));
    String module = path.substring(0, path.length() - ".py".length());
    return new LibrarySource(
        source,
        isPackage,
        () -> bytes(module + LibraryCompiler.TREE),
        () -> bytes(module + LibraryCompiler.CLASSES),
        IS_IN_JAR);
  }

  private static String text(String path) {
    byte[] text = bytes(path);
    if (text == null) {
      throw new IllegalStateException("no resource python/" + path);
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] bytes(String path) {
    try (InputStream in = LibraryText.class.getResourceAsStream("python/" + path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
