package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pyconc.grammar.tree.Span;

/** Each broken snippet is refused with CPython's type, words and place. */
class SyntaxErrorTest {
  static List<String> snippets() {
    return Snippets.names("errors", ".py");
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void isTheErrorOfCPython(String name) {
    SourceText source = new SourceText(name + ".py", Snippets.read("errors", name + ".py"));

    SyntaxError error = catchThrowableOfType(SyntaxError.class, () -> Parser.parseModule(source));

    assertThat(error).isNotNull();
    assertThat(describe(error)).isEqualTo(Snippets.read("errors", name + ".err"));
  }

  /** As record.py writes it: CPython counts columns from 1. */
  private static String describe(SyntaxError error) {
    Span at = error.span();
    return "%s\n%s\n%d:%d-%d:%d\n"
        .formatted(
            error.kind().typeName(),
            error.text(),
            at.line(),
            at.column() + 1,
            at.endLine(),
            at.endColumn() + 1);
  }
}
