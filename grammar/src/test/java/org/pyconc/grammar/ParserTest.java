package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.Statement;

/** What the recorded trees do not show: places, and single expressions. */
class ParserTest {
  private static Statement first(String text) throws SyntaxError {
    return Parser.parseModule(new SourceText("<test>", text)).body().getFirst();
  }

  private static Expression expression(String text) throws SyntaxError {
    return Parser.parseExpression(new SourceText("<test>", text));
  }

  @Test
  void columnsCountCodePoints() throws SyntaxError {
    Statement.Assign assign = (Statement.Assign) first("s = '\ud83d\ude00', x");

    Expression.TupleDisplay tuple = (Expression.TupleDisplay) assign.value();
    assertThat(tuple.elements().get(1).span()).isEqualTo(new Span(1, 9, 1, 10));
  }

  @Test
  void definitionsBeginBehindTheirDecorators() throws SyntaxError {
    assertThat(first("@a\ndef f():\n  pass\n").span()).isEqualTo(new Span(2, 0, 3, 6));
  }

  @Test
  void parenthesesBelongToTheOperation() throws SyntaxError {
    assertThat(expression("(a) + (b)").span()).isEqualTo(new Span(1, 0, 1, 9));
    assertThat(expression("((a))").span()).isEqualTo(new Span(1, 2, 1, 3));
  }

  @Test
  void expressionsOfStringsHaveTheirPlaceInTheSource() throws SyntaxError {
    Expression.JoinedString joined = (Expression.JoinedString) expression("f'''a{b}\n{cd + e}'''");

    Expression.FormattedValue one = (Expression.FormattedValue) joined.values().get(1);
    Expression.FormattedValue two = (Expression.FormattedValue) joined.values().get(3);
    assertThat(one.value().span()).isEqualTo(new Span(1, 6, 1, 7));
    assertThat(two.value().span()).isEqualTo(new Span(2, 1, 2, 7));
  }

  @Test
  void errorsInExpressionsOfStringsHaveTheirPlaceInTheSource() {
    assertThatExceptionOfType(SyntaxError.class)
        .isThrownBy(() -> first("x = f'{a b}'\n"))
        .satisfies(
            error -> {
              assertThat(error.text())
                  .isEqualTo("f-string: invalid syntax. Perhaps you forgot a comma?");
              assertThat(error.span()).isEqualTo(new Span(1, 7, 1, 10));
            });
  }

  @Test
  void anExpressionMayHaveBlanksAroundIt() throws SyntaxError {
    assertThat(expression(" \t a\n\n")).isInstanceOf(Expression.Name.class);
    assertThat(expression("a, b")).isInstanceOf(Expression.TupleDisplay.class);
  }

  @Test
  void anExpressionIsNoStatement() {
    assertThatExceptionOfType(SyntaxError.class).isThrownBy(() -> expression("a = 1"));
    assertThatExceptionOfType(SyntaxError.class).isThrownBy(() -> expression(""));
  }

  @Test
  void theEarliestErrorIsReported() {
    assertThatExceptionOfType(SyntaxError.class)
        .isThrownBy(() -> first("if a:\n  f() = 1\n  b c\n"))
        .satisfies(error -> assertThat(error.span().line()).isEqualTo(2));
  }

  @Test
  void aTooLongNumberIsRefused() {
    assertThatExceptionOfType(SyntaxError.class)
        .isThrownBy(() -> expression("1".repeat(5000)))
        .withMessageStartingWith("Exceeds the limit (4300 digits)");
  }
}
