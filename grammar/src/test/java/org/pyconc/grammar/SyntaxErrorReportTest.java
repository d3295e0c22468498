package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pyconc.grammar.tree.Span;

class SyntaxErrorReportTest {
  @Test
  void showsFileLineAndCarets() {
    assertThat(report("x = 1\n    f(a b)\n", new Span(2, 6, 2, 9), "invalid syntax"))
        .isEqualTo(
            """
              File "f.py", line 2
                f(a b)
                  ^^^
            SyntaxError: invalid syntax
            """);
  }

  @Test
  void anEmptySpanStillHasACaret() {
    assertThat(report("x =\n", new Span(1, 3, 1, 3), "invalid syntax"))
        .contains("    x =\n       ^\n");
  }

  @Test
  void aSpanOverSeveralLinesEndsWithTheFirst() {
    assertThat(report("x = (1,\n 2 3)\n", new Span(1, 4, 2, 4), "invalid syntax"))
        .contains("    x = (1,\n        ^^^\n");
  }

  @Test
  void caretsCountCharactersAndNotCodeUnits() {
    assertThat(report("x = '😀' 5\n", new Span(1, 8, 1, 9), "invalid syntax"))
        .contains("    x = '😀' 5\n            ^\n");
  }

  @Test
  void anErrorWithoutPlaceIsOneLine() {
    assertThat(report("", Span.NONE, "encoding problem: x"))
        .isEqualTo("SyntaxError: encoding problem: x\n");
  }

  private static String report(String text, Span span, String message) {
    SourceText source = new SourceText("f.py", text);
    return SyntaxErrorReport.of(new SyntaxError(SyntaxError.Kind.SYNTAX, message, span, source));
  }
}
