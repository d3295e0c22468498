package org.pyconc.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pyconc.compiler.Engine;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.BodySummary;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.TreeReader;
import org.pyconc.grammar.tree.TreeWriter;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeAnalyzer;
import org.pyconc.scope.ScopeTable;

/** The trees that the build made of the library's modules. */
class LibraryTreesTest {
  private static List<Path> modules() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(StandardLibrary.class.getResource("python")).toURI());
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    }
  }

  @Test
  void functionsMeanTheSameWhenTheyAreAnalysedLater()
      throws IOException, URISyntaxException, SyntaxError {
    assertThat(modules()).hasSizeGreaterThan(300);
    for (Path file : modules()) {
      String path = file.toString();
      String text = Files.readString(file);
      byte[] made = Files.readAllBytes(Path.of(path.substring(0, path.length() - 3) + ".tree"));
      SourceText source = new SourceText(SourceText.LIBRARY + file.getFileName(), text);
      Module parsed = Parser.parseModule(source);
      Module read = TreeReader.read(made, source.checksum());

      assertThat(read).as(path).isNotNull();
      TieredExecutor executor = new TieredExecutor(Engine.MIXED);
      CodeUnit later = ScopeAnalyzer.module(read, source, executor);
      CodeUnit whole = ScopeAnalyzer.module(parsed, source, executor);
      assertThat(describe(later)).as(path).isEqualTo(describe(whole));
      assertThat(write(read)).as(path).isEqualTo(write(parsed));
    }
  }

  private static byte[] write(Module tree) {
    return TreeWriter.write(
        tree, 0, function -> new BodySummary(false, false, false, false, false, 1, null));
  }

  /** All that is known of a unit and of those inside; first what is known before the rest is. */
  private static String describe(CodeUnit unit) {
    StringBuilder text = new StringBuilder();
    describe(unit, text);
    return text.toString();
  }

  private static void describe(CodeUnit unit, StringBuilder text) {
    text.append(unit.number()).append(' ').append(unit.size()).append(' ').append(unit.kind());
    text.append(' ').append(unit.qualifiedName()).append(' ').append(unit.firstLine());
    text.append(unit.isGenerator() ? " yields" : "").append(unit.isAsync() ? " async" : "");
    text.append(unit.suspendsProtected() ? " suspends" : "");
    text.append(unit.handlesExceptions() ? " handles " : " ");
    text.append(unit.free()).append(unit.doc()).append('\n');
    ScopeTable scope = unit.scope();
    text.append(scope.locals()).append(scope.cells()).append(scope.free());
    text.append(scope.globals()).append(scope.imports()).append(scope.needsClassCell());
    text.append(scope.hasAnnotations()).append(scope.mangle("__x")).append('\n');
    for (CodeUnit child : unit.children()) {
      assertThat(child.module()).isSameAs(unit.module());
      assertThat(unit.module().find(child.number())).isSameAs(child);
      describe(child, text);
    }
  }
}
