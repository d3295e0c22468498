package org.pyconc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeAnalyzer;

/** Classes that were made before, and bytes that are not what they should be. */
class PrecompiledTest {
  /** With each kind of object that a class may refer to. */
  private static final String TEXT =
      """
      import sys

      class Base:
          def method(self, *rest, **more):
              return super().method(1, key=2)

      def constants(a, b=3):
          big = 123456789012345678901234567890
          return [big, 1 << 40, 2.5, 1j, b"bytes", "\\U0001F600", "x" * 2, a, -7.25, %s]

      def steps(n):
          for i in range(n):
              try:
                  yield i * 2
              finally:
                  sys.stdout.flush()

      def outer():
          inner = lambda x: x + 1
          def local(*a, k=1): return locals()
          return sorted([inner(v) for v in local(1, k=2)], key=inner)

      async def wait(x):
          async with x as y:
              match y:
                  case {"a": 1, **rest}: return rest
                  case Base(field=z) | [z, *_]: return z
      """
          .formatted("'" + "long ".repeat(300) + "'");

  private static CodeUnit module(String text) throws SyntaxError {
    SourceText source = new SourceText("<library>/test.py", text);
    return ScopeAnalyzer.module(
        Parser.parseModule(source), source, new TieredExecutor(Engine.COMPILED));
  }

  private static Precompiled of(CodeUnit module, byte[] bytes) {
    return Precompiled.of(module, bytes, module.source().checksum());
  }

  private static byte[] written() throws SyntaxError {
    SourceText source = new SourceText("<library>/test.py", TEXT);
    return Precompiled.write(LibraryCompiler.analyze(source));
  }

  private static List<CodeUnit> functions(CodeUnit unit) {
    List<CodeUnit> found = new ArrayList<>();
    if (TieredExecutor.isFunction(unit)) {
      found.add(unit);
    }
    for (CodeUnit child : unit.children()) {
      found.addAll(functions(child));
    }
    return found;
  }

  @Test
  void eachFunctionIsThereAndRefersToTheUnitsOfItsModule() throws SyntaxError {
    CodeUnit module = module(TEXT);
    Precompiled classes = of(module, written());

    assertThat(classes).isNotNull();
    assertThat(functions(module)).hasSize(8);
    for (CodeUnit unit : functions(module)) {
      UnitClass found = classes.find(unit);
      assertThat(found).as(unit.qualifiedName()).isNotNull();
      assertThat(found.constants()[0]).isSameAs(unit);
      assertThat(found.define().body()).as(unit.qualifiedName()).isNotNull();
      assertThat(found.places()).isEqualTo(freshly(unit).places());
      assertThat(found.constants()).hasSameSizeAs(freshly(unit).constants());
    }
  }

  private static UnitClass freshly(CodeUnit unit) {
    return UnitCompiler.compile(unit, UnitCompiler.LARGEST_METHOD);
  }

  @Test
  void classesOfAnotherTextAreNotUsed() throws SyntaxError {
    assertThat(of(module(TEXT + "\n"), written())).isNull();
  }

  @Test
  void aModuleThatIsNotTheirsFindsNothing() throws SyntaxError {
    Precompiled classes = of(module(TEXT), written());

    assertThat(classes).isNotNull();
    for (CodeUnit unit : functions(module(TEXT))) {
      assertThat(classes.find(unit)).isNull();
    }
  }

  @Test
  void damagedBytesArePassedOver() throws SyntaxError {
    byte[] whole = written();
    CodeUnit module = module(TEXT);
    int refused = 0;
    for (int length = 0; length < whole.length; length += 97) {
      Precompiled classes = of(module, Arrays.copyOf(whole, length));
      for (CodeUnit unit : functions(module)) {
        if (classes == null || classes.find(unit) == null) {
          refused++;
        }
      }
    }
    for (int at = 16; at < whole.length; at += 61) {
      byte[] wrong = whole.clone();
      wrong[at] ^= (byte) 0x80;
      Precompiled classes = of(module, wrong);
      for (CodeUnit unit : functions(module)) {
        if (classes == null || classes.find(unit) == null) {
          refused++;
        }
      }
    }

    assertThat(refused).isPositive();
  }
}
