package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nesting without end is refused; it does not exhaust the stack. */
class DeepNestingTest {
  private static final int DEEP = 50_000;

  static List<String> deepTexts() {
    return List.of(
        "(".repeat(DEEP),
        "[".repeat(DEEP),
        "x = " + "(".repeat(DEEP) + ")".repeat(DEEP),
        "not ".repeat(DEEP) + "x",
        "-".repeat(DEEP) + "x",
        "x" + "**x".repeat(DEEP),
        "lambda: ".repeat(DEEP) + "x",
        "x if y else ".repeat(DEEP) + "z",
        "x" + " + x".repeat(DEEP),
        "x" + ".x".repeat(DEEP),
        "x" + "()".repeat(DEEP),
        "x" + "[0]".repeat(DEEP),
        "f'{" + "(".repeat(DEEP) + "}'",
        "if x:\n  pass\n" + "elif x:\n  pass\n".repeat(DEEP),
        nestedBlocks(200));
  }

  private static String nestedBlocks(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(" ".repeat(i)).append("if x:\n");
    }
    return text.append(" ".repeat(depth)).append("pass\n").toString();
  }

  @ParameterizedTest
  @MethodSource("deepTexts")
  void isASyntaxError(String text) {
    assertThatExceptionOfType(SyntaxError.class)
        .isThrownBy(() -> Parser.parseModule(new SourceText("<test>", text)));
  }

  @Test
  void asDeepAsCPythonAllowsIsAllowed() throws SyntaxError {
    String text = "(".repeat(200) + "x" + ")".repeat(200);

    assertThat(Parser.parseExpression(new SourceText("<test>", text)).span().column())
        .isEqualTo(200);
  }
}
