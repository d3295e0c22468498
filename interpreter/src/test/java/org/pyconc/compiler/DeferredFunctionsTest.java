package org.pyconc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.DeferredBody;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.TreeReader;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeAnalyzer;

/** Functions of library modules whose bodies nobody has read yet. */
class DeferredFunctionsTest {
  private static final String TEXT =
      """
      total = 0

      def count(n):
          "Counts."
          global total
          import sys, os.path
          total += n
          inner = lambda x: [x + y + n for y in range(total)]
          def deeper(): return inner(unknown)
          return deeper

      class C:
          def plain(self): return self
          def above(self): return super().above()
          def below(self): return lambda: __class__
          def private(self): self.__x = __y
          async def wait(self):
              async with self: yield 1
          class D:
              def loop(self, __a=1):
                  try:
                      while __a: __a -= 1
                  finally:
                      pass
      """;
  private static final SourceText SOURCE = new SourceText("<library>/test.py", TEXT);

  private static CodeUnit deferred(byte[] tree) throws SyntaxError {
    Module read = TreeReader.read(tree, SOURCE.checksum());
    assertThat(read).isNotNull();
    return ScopeAnalyzer.module(read, SOURCE, new TieredExecutor(Engine.COMPILED));
  }

  private static int countRead(CodeUnit unit) {
    if (unit.tree() instanceof Statement.FunctionDef function) {
      return function.body() instanceof DeferredBody body && body.isRead() ? 1 : 0;
    }
    return unit.children().stream().mapToInt(DeferredFunctionsTest::countRead).sum();
  }

  @Test
  void bodiesAreReadWhenTheirNamesAreAskedFor() throws SyntaxError {
    CodeUnit module = deferred(LibraryCompiler.tree(LibraryCompiler.analyze(SOURCE)));

    CodeUnit count = module.children().get(0);
    assertThat(module.size()).isEqualTo(14);
    assertThat(count.doc()).isEqualTo("Counts.");
    assertThat(count.free()).isEmpty();
    assertThat(countRead(module)).isZero();

    assertThat(count.scope().locals()).containsExactly("n", "sys", "os", "inner", "deeper");
    assertThat(countRead(module)).isOne();
    assertThat(module.find(4)).isSameAs(count.children().get(1));
    assertThat(countRead(module)).isOne();
  }

  @Test
  void theirClassesAreFound() throws SyntaxError {
    CodeUnit whole = LibraryCompiler.analyze(SOURCE);
    CodeUnit module = deferred(LibraryCompiler.tree(whole));
    Precompiled classes = Precompiled.of(module, Precompiled.write(whole), TreeReader.FITS);

    assertThat(classes).isNotNull();
    CodeUnit above = module.children().get(1).children().get(1);
    UnitClass found = classes.find(above);
    assertThat(found).isNotNull();
    assertThat(found.define().body()).isNotNull();
    assertThat(countRead(module)).isZero();
    CodeUnit inside = module.children().get(0).children().get(1);
    assertThat(inside.name()).isEqualTo("deeper");
    assertThat(classes.find(inside)).isNotNull();
    assertThat(countRead(module)).isOne();
  }

  @Test
  void aCopyUnderAnotherNameHasTheSameUnitsInside() throws SyntaxError {
    CodeUnit module = deferred(LibraryCompiler.tree(LibraryCompiler.analyze(SOURCE)));
    CodeUnit count = module.children().get(0);

    CodeUnit renamed = count.renamed("other", "other", SOURCE, 7);

    assertThat(renamed.children()).isEqualTo(count.children());
    assertThat(renamed.children().get(0).module()).isSameAs(module);
  }
}
