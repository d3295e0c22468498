package org.pyconc.grammar.build;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;

/** Joins the adjacent string literals of one atom. */
final class StringLiterals {

  /** One token taken apart. */
  record Literal(boolean isBytes, boolean isRaw, boolean isFormatted, int from, int to) {
    static Literal of(String text) {
      boolean bytes = false;
      boolean raw = false;
      boolean formatted = false;
      int i = 0;
      for (; text.charAt(i) != '"' && text.charAt(i) != '\''; i++) {
        switch (text.charAt(i)) {
          case 'b', 'B' -> bytes = true;
          case 'r', 'R' -> raw = true;
          case 'f', 'F' -> formatted = true;
          default -> {}
        }
      }
      char quote = text.charAt(i);
      boolean triple =
          text.length() >= i + 6 && text.charAt(i + 1) == quote && text.charAt(i + 2) == quote;
      int quotes = triple ? 3 : 1;
      return new Literal(bytes, raw, formatted, i + quotes, text.length() - quotes);
    }
  }

  /** All children of the context are string tokens. */
  Expression join(ParserRuleContext context) {
    Span span = Children.span(context);
    int count = Children.count(context);
    if (count == 1) {
      String text = Children.textAt(context, 0);
      Literal literal = Literal.of(text);
      if (!literal.isFormatted() && !literal.isBytes()) {
        return new Expression.StringLiteral(plain(text, literal, span), span);
      }
    }
    return joinMany(context, count, span);
  }

  private static String plain(String text, Literal literal, Span span) {
    String content = text.substring(literal.from(), literal.to());
    return literal.isRaw() ? content : Escapes.decode(content, span);
  }

  private Expression joinMany(ParserRuleContext context, int count, Span span) {
    boolean bytes = Literal.of(Children.textAt(context, 0)).isBytes();
    boolean formatted = false;
    for (int i = 0; i < count; i++) {
      Literal literal = Literal.of(Children.textAt(context, i));
      if (literal.isBytes() != bytes) {
        throw Refusal.after("cannot mix bytes and nonbytes literals", span);
      }
      formatted |= literal.isFormatted();
    }
    if (bytes) {
      return new Expression.BytesLiteral(bytes(context, count, span), span);
    }
    if (!formatted) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < count; i++) {
        String text = Children.textAt(context, i);
        all.append(plain(text, Literal.of(text), span));
      }
      return new Expression.StringLiteral(all.toString(), span);
    }
    Parts parts = new Parts(span);
    for (int i = 0; i < count; i++) {
      PlacedToken token = Children.tokenAt(context, i);
      Literal literal = Literal.of(token.getText());
      if (literal.isFormatted()) {
        new FormatScanner(token, literal, span).scan(parts);
      } else {
        parts.add(plain(token.getText(), literal, span));
      }
    }
    return parts.joined();
  }

  private static byte[] bytes(ParserRuleContext context, int count, Span span) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      PlacedToken token = Children.tokenAt(context, i);
      Literal literal = Literal.of(token.getText());
      Escapes.decodeBytes(
          token.getText().substring(literal.from(), literal.to()),
          literal.isRaw(),
          token.span(),
          span,
          all);
    }
    return all.toByteArray();
  }

  /** The values of a joined string; neighbouring texts become one. */
  static final class Parts {
    private final List<Expression> values = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Span span;

    Parts(Span span) {
      this.span = span;
    }

    void add(String more) {
      text.append(more);
    }

    void add(Expression value) {
      flush();
      values.add(value);
    }

    private void flush() {
      if (!text.isEmpty()) {
        values.add(new Expression.StringLiteral(text.toString(), span));
        text.setLength(0);
      }
    }

    Expression joined() {
      flush();
      return new Expression.JoinedString(values, span);
    }
  }
}
