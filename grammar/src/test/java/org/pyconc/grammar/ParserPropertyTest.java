package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.pyconc.grammar.tree.Span;

/** Whatever the text is, it becomes a tree or a SyntaxError with a place, and soon. */
class ParserPropertyTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final List<String> TOKENS =
      List.of(
          "a",
          "b",
          "_",
          "match",
          "case",
          "print",
          "1",
          "2j",
          "0x",
          "'s'",
          "f'{a}'",
          "f'{'",
          "b'x'",
          "\"",
          "'''",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          ";",
          ".",
          "...",
          "->",
          ":=",
          "=",
          "+",
          "-",
          "*",
          "/",
          "**",
          "//",
          "@",
          "~",
          "<",
          "==",
          "!=",
          "+=",
          "if",
          "else",
          "elif",
          "for",
          "in",
          "while",
          "def",
          "class",
          "return",
          "lambda",
          "not",
          "is",
          "and",
          "or",
          "try",
          "except",
          "finally",
          "with",
          "as",
          "import",
          "from",
          "async",
          "await",
          "yield",
          "del",
          "global",
          "None",
          "True",
          "\n",
          "\n ",
          "\n  ",
          "\n\t",
          "\\\n",
          "\\",
          "#",
          "\f",
          "é",
          "?",
          "\u00a0",
          "\ud83d\ude00",
          "\r",
          "\r\n");

  @Property(tries = 1000)
  void anyText(@ForAll String text) {
    endsWell(text);
  }

  @Property(tries = 2000)
  void anyTokens(@ForAll("tokenSoup") String text) {
    endsWell(text);
  }

  @Property(tries = 1000)
  void anyMutation(@ForAll("mutations") String text) {
    endsWell(text);
  }

  @Provide
  Arbitrary<String> tokenSoup() {
    return Combinators.combine(Arbitraries.of(TOKENS).list().ofMaxSize(40), Arbitraries.of(" ", ""))
        .as((tokens, separator) -> String.join(separator, tokens));
  }

  @Provide
  Arbitrary<String> mutations() {
    List<String> programs =
        Snippets.names("trees", ".py").stream()
            .map(name -> Snippets.read("trees", name + ".py"))
            .toList();
    return Combinators.combine(
            Arbitraries.of(programs),
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(TOKENS))
        .as(ParserPropertyTest::mutate);
  }

  private static String mutate(String program, int place, int removed, String inserted) {
    int from = program.isEmpty() ? 0 : place % program.length();
    int to = Math.min(program.length(), from + removed);
    return program.substring(0, from) + inserted + program.substring(to);
  }

  private static void endsWell(String text) {
    Assertions.assertTimeout(
        LIMIT,
        () -> {
          try {
            assertThat(Parser.parseModule(new SourceText("<test>", text))).isNotNull();
          } catch (SyntaxError error) {
            Span span = error.span();
            assertThat(error.text()).isNotEmpty();
            assertThat(span.line()).isPositive();
            assertThat(span.column()).isNotNegative();
            assertThatCode(() -> error.source().line(span.line())).doesNotThrowAnyException();
          }
        });
  }
}
