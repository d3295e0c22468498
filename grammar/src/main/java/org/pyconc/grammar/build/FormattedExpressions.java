package org.pyconc.grammar.build;

import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.token.Tokens;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;

/** Parses the expressions of f-strings, which stand in the middle of a token. */
final class FormattedExpressions {
  private FormattedExpressions() {}

  /** The part of the token's text between the two positions. */
  static Expression parse(String text, int from, int to, PlacedToken token, Span whole) {
    int line = token.getLine();
    int column = token.getCharPositionInLine();
    int lineStart = 0;
    for (int i = 0; i < from; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        column = 0;
        lineStart = i + 1;
      }
    }
    column += text.codePointCount(lineStart, from);
    String written = text.substring(from, to);
    if (isBlank(written)) {
      char next = to < text.length() ? text.charAt(to) : '}';
      throw Refusal.after(
          next == '!' || next == ':' || next == '='
              ? "f-string: expression required before '" + next + "'"
              : "f-string: empty expression not allowed",
          whole);
    }
    // The opening parenthesis takes the place of the brace.
    Tokens tokens = Tokens.ofExpression("(" + written + ")", line, column - 1);
    try {
      return Diagnosis.parse(
          tokens, parser -> new TreeBuilder().formatted(parser.fstringExpression()));
    } catch (Refusal found) {
      String message = found.text();
      throw Refusal.definite(
          message.startsWith("f-string") ? message : "f-string: " + message, found.span());
    }
  }

  private static boolean isBlank(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r') {
        return false;
      }
    }
    return true;
  }
}
