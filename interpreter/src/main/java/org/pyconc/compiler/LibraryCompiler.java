package org.pyconc.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.TreeWriter;
import org.pyconc.scope.ScopeAnalyzer;

/**
 * Makes the syntax trees and the classes of library modules when the library is built: NAME.tree
 * and NAME.units beside NAME.py.
 */
public final class LibraryCompiler {
  /** What the file with the classes of NAME.py is called. */
  public static final String CLASSES = ".units";

  /** What the file with the tree of NAME.py is called. */
  public static final String TREE = ".tree";

  private LibraryCompiler() {}

  /**
   * Compiles what is new.
   *
   * @param arguments the folder with the modules, and the one with the classes that code calls
   */
  public static void main(String[] arguments) throws IOException, SyntaxError {
    Path folder = Path.of(arguments[0]);
    FileTime compiler = newest(Path.of(arguments[1]));
    int count = 0;
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      if (!name.endsWith(".py")) {
        continue;
      }
      String module = name.substring(0, name.length() - ".py".length());
      Path classes = file.resolveSibling(module + CLASSES);
      if (isNewer(classes, compiler) && isNewer(classes, Files.getLastModifiedTime(file))) {
        continue;
      }
      String path = folder.relativize(file).toString().replace('\\', '/');
      String text = Files.readString(file, StandardCharsets.UTF_8);
      SourceText source = new SourceText(SourceText.LIBRARY + path, text);
      Module tree = Parser.parseModule(source);
      Files.write(file.resolveSibling(module + TREE), TreeWriter.write(tree, source.checksum()));
      Files.write(classes, compile(tree, source));
      count++;
    }
    System.out.println("library: " + count + " modules compiled");
  }

  /** The classes of one module. */
  static byte[] compile(Module tree, SourceText source) throws SyntaxError {
    return Precompiled.write(
        ScopeAnalyzer.module(tree, source, new TieredExecutor(Engine.COMPILED)));
  }

  private static boolean isNewer(Path file, FileTime time) throws IOException {
    return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(time) > 0;
  }

  private static FileTime newest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return FileTime.fromMillis(Long.MAX_VALUE); // nobody knows
    }
    FileTime newest = FileTime.fromMillis(0);
    for (Path file : files(folder)) {
      FileTime time = Files.getLastModifiedTime(file);
      newest = time.compareTo(newest) > 0 ? time : newest;
    }
    return newest;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
