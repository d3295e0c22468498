package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree of each snippet is the one CPython makes. */
class TreeTest {
  static List<String> snippets() {
    return Snippets.names("trees", ".py");
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void isTheTreeOfCPython(String name) throws SyntaxError {
    SourceText source = new SourceText(name + ".py", Snippets.read("trees", name + ".py"));

    String dump = AstDump.of(Parser.parseModule(source), false);

    assertThat(dump + "\n").isEqualTo(Snippets.read("trees", name + ".ast"));
  }
}
