package org.pyconc.launcher.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f():",
        "def f():\n    return 1",
        "if x: y",
        "@cached",
        "try:\n    f()",
        "f(1,",
        "f(1,\n\n",
        "'''text",
        "'''text\n\n",
        "x = 1 + \\",
        "class A:\n    def g(self):\n        pass"
      })
  void goesOn(String text) {
    assertThat(Input.needsMore(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "x = 1",
        "x = ",
        "x = = 1",
        "'text",
        ":time 1 +",
        "def f():\n    return 1\n",
        "def f():\n    return 1\n    ",
        "if x: y\n",
        "try:\n    f()\n",
        "for i in x:\n    print(i)\n\nprint(1)",
        ")"
      })
  void isWhole(String text) {
    assertThat(Input.needsMore(text)).isFalse();
  }

  @Test
  void theNextLineIsIndentedAsTheCodeAsksFor() {
    assertThat(Input.indentation("if x:")).isEqualTo("    ");
    assertThat(Input.indentation("if x:\n    while y:")).isEqualTo("        ");
    assertThat(Input.indentation("if x:\n    f()")).isEqualTo("    ");
    assertThat(Input.indentation("def f():\n    return 1")).isEmpty();
    assertThat(Input.indentation("x = (")).isEmpty();
  }

  @Test
  void pastedTextHasBlanksOfItsOwn() {
    assertThat(Input.indentation("if x:", ' ')).isEmpty();
    assertThat(Input.indentation("if x:\n    f()", 'g')).isEmpty();
    assertThat(Input.indentation("if x:", 'f')).isEqualTo("    ");
    assertThat(Input.indentation("if x:\n    f()", -1)).isEqualTo("    ");
  }

  @Test
  void aBlankLineInPastedTextEndsNothingThatGoesOn() {
    assertThat(Input.needsMore("def f():\n    a = 1\n", ' ')).isTrue();
    assertThat(Input.needsMore("def f():\n    a = 1\n", '\n')).isTrue();
    assertThat(Input.needsMore("def f():\n    a = 1\n", 'f')).isFalse();
    assertThat(Input.needsMore("def f():\n    a = 1\n", -1)).isFalse();
  }
}
