package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyconc.grammar.tree.BodySummary;
import org.pyconc.grammar.tree.DeferredBody;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.grammar.tree.TreeReader;
import org.pyconc.grammar.tree.TreeWriter;

/** Trees come back as they were written; what is damaged is passed over. */
class TreeReaderTest {
  static List<String> snippets() {
    return Snippets.names("trees", ".py");
  }

  private static final BodySummary SUMMARY =
      new BodySummary(true, false, true, false, true, 300, "what it is for");

  private static byte[] write(Module tree, long checksum) {
    return TreeWriter.write(tree, checksum, function -> SUMMARY);
  }

  private static Module parse(String text) throws SyntaxError {
    return Parser.parseModule(new SourceText("test.py", text));
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void readsWhatWasWritten(String name) throws SyntaxError {
    Module tree = parse(Snippets.read("trees", name + ".py"));

    byte[] bytes = write(tree, 42);
    Module read = TreeReader.read(bytes, 42);

    assertThat(read).isNotNull();
    assertThat(AstDump.of(read, true)).isEqualTo(AstDump.of(tree, true));
    assertThat(write(read, 42)).isEqualTo(bytes);
  }

  @Test
  void aBodyIsReadOnceAndItsSummaryBefore() throws SyntaxError {
    String text = "class C:\n  def f(self):\n    def g(): pass\n    return g\nlast = 1\n";
    Module tree = parse(text);
    Module read = TreeReader.read(write(tree, 42), 42);

    assertThat(read).isNotNull();
    Statement.ClassDef type = (Statement.ClassDef) read.body().get(0);
    List<Statement> body = ((Statement.FunctionDef) type.body().get(0)).body();
    assertThat(body).isInstanceOf(DeferredBody.class);
    assertThat(((DeferredBody) body).summary()).isEqualTo(SUMMARY);
    assertThat(body.get(0)).isSameAs(body.iterator().next());
    assertThat(((Statement.FunctionDef) body.get(0)).body()).isNotInstanceOf(DeferredBody.class);
    assertThat(read).isEqualTo(tree);
  }

  @Test
  void readsTextThatIsNoUnicode() throws SyntaxError {
    Module tree = parse("a = '\\ud800', '\\U0001f600', 'é', '', -1e-300, 1j, " + "9".repeat(50));

    assertThat(TreeReader.read(write(tree, 1), 1)).isEqualTo(tree);
  }

  @Test
  void aTreeOfAnotherTextIsNotRead() throws SyntaxError {
    assertThat(TreeReader.read(write(parse("a = 1"), 1), 2)).isNull();
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void damagedBytesDoNoHarm(String name) throws SyntaxError {
    byte[] bytes = write(parse(Snippets.read("trees", name + ".py")), 7);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(TreeReader.read(Arrays.copyOf(bytes, length), 7)).isNull();
    }
    for (int at = 0; at < bytes.length; at++) {
      byte[] wrong = bytes.clone();
      wrong[at] ^= (byte) 0x81;
      assertThat(TreeReader.read(wrong, 7)).isNull();
    }
  }
}
