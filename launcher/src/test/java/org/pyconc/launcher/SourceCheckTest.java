package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pyconc.grammar.SourceText;

class SourceCheckTest {
  /** The line and the message of each error. */
  private static List<String> check(String program) {
    return SourceCheck.errors(
            new SourceText("x.py", program), Set.of("print", "len", "ImportError")::contains)
        .stream()
        .map(
            report -> {
              List<String> lines = report.lines().toList();
              String place = lines.getFirst();
              return place.substring(place.lastIndexOf(' ') + 1) + " " + lines.getLast();
            })
        .toList();
  }

  @Test
  void aProgramWithoutErrors() {
    assertThat(check("import os\nprint(len(os.sep), __name__)\n")).isEmpty();
  }

  @Test
  void allErrorsOfSyntax() {
    String program =
        """
        def f(a):
            x = = 3
            if a
                y = 1
            for i in range(3):
                print(i
            return a

        class A:
            def g(self):
                return 1 +
        """;
    assertThat(check(program))
        .containsExactly(
            "2 SyntaxError: invalid syntax",
            "3 SyntaxError: expected ':'",
            "6 SyntaxError: '(' was never closed",
            "11 SyntaxError: invalid syntax");
  }

  @Test
  void errorsThatTheParserDoesNotSee() {
    assertThat(check("return 1\nx = 1\nbreak\n"))
        .containsExactly(
            "1 SyntaxError: 'return' outside function", "3 SyntaxError: 'break' outside loop");
  }

  @Test
  void errorsOfBothKindsComeInTheOrderOfTheirLines() {
    assertThat(check("break\nx = = 3\n"))
        .containsExactly("1 SyntaxError: 'break' outside loop", "2 SyntaxError: invalid syntax");
  }

  @Test
  void whatHoldsABlockTogetherStaysWhenItIsTakenOut() {
    String program =
        """
        def f(a, a):
            return 1
        async def g(:
            await f()
        for i n range(3):
            break
        class A(=):
            pass
        """;
    assertThat(check(program))
        .containsExactly(
            "1 SyntaxError: duplicate argument 'a' in function definition",
            "3 SyntaxError: invalid syntax",
            "5 SyntaxError: invalid syntax",
            "7 SyntaxError: invalid syntax");
  }

  @Test
  void manyErrorsAreAllReported() {
    assertThat(check("x = = 3\n".repeat(100))).hasSize(100);
  }

  @Test
  void theReportShowsTheOriginalLine() {
    List<String> reports =
        SourceCheck.errors(new SourceText("x.py", "a = = 1\nb = = 2\n"), name -> true);
    assertThat(reports.get(1))
        .isEqualTo(
            "  File \"x.py\", line 2\n    b = = 2\n        ^\nSyntaxError: invalid syntax\n");
  }

  @Test
  void namesThatNothingBinds() {
    assertThat(check("def f(a):\n    return a + b\n\nprint(f(c), d.e)\n"))
        .containsExactly(
            "2 NameError: name 'b' is not defined",
            "4 NameError: name 'c' is not defined",
            "4 NameError: name 'd' is not defined");
  }

  @Test
  void whatBindsANameElsewhere() {
    String program =
        """
        def set():
            global total
            total = 1
        class A:
            size = 3
            double = size * 2
            def area(self):
                return size
        def outer():
            def inner():
                return value
            value = 1
            return inner
        print(total, [i for i in A().x if (n := i)], n)
        try:
            import json as j
        except ImportError as e:
            print(e, j)
        match total:
            case [first, *rest]:
                print(first, rest)
        """;
    assertThat(check(program)).containsExactly("8 NameError: name 'size' is not defined");
  }

  @Test
  void anImportOfEverythingMayBringAnyName() {
    assertThat(check("try:\n    from os import *\nfinally:\n    pass\nprint(getcwd())\n"))
        .isEmpty();
  }
}
