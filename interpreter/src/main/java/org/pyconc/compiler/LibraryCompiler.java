package org.pyconc.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.BodySummary;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.TreeWriter;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeAnalyzer;
import org.pyconc.scope.ScopeTable;

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
      CodeUnit unit = analyze(source);
      Files.write(file.resolveSibling(module + TREE), tree(unit));
      Files.write(classes, Precompiled.write(unit));
      count++;
    }
    System.out.println("library: " + count + " modules compiled");
  }

  /**
   * The code of a module.
   *
   * @throws IllegalStateException if there is something in it of which programs are warned: nobody
   *     looks into functions that are not called
   */
  static CodeUnit analyze(SourceText source) throws SyntaxError {
    CodeUnit unit =
        ScopeAnalyzer.module(
            Parser.parseModule(source), source, new TieredExecutor(Engine.COMPILED));
    if (!unit.notes().isEmpty()) {
      throw new IllegalStateException(source.name() + ": " + unit.notes().get(0));
    }
    return unit;
  }

  /** The tree of a module. */
  static byte[] tree(CodeUnit module) {
    IdentityHashMap<Statement.FunctionDef, BodySummary> summaries = new IdentityHashMap<>();
    summarize(module, summaries);
    return TreeWriter.write(
        (Module) module.tree(),
        module.source().checksum(),
        function -> Objects.requireNonNull(summaries.get(function)));
  }

  /** Notes what is known of the functions that are in no other one. */
  private static void summarize(
      CodeUnit unit, IdentityHashMap<Statement.FunctionDef, BodySummary> summaries) {
    for (CodeUnit child : unit.children()) {
      if (child.tree() instanceof Statement.FunctionDef function) {
        summaries.put(
            function,
            new BodySummary(
                child.isGenerator(),
                child.suspendsProtected(),
                child.handlesExceptions(),
                Trees.hasLoop(function.body()),
                child.free().contains(ScopeTable.CLASS_CELL),
                child.size(),
                child.doc()));
      } else {
        summarize(child, summaries);
      }
    }
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
