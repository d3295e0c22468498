package org.pyconc.grammar.build;

import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;

/** Takes one f-string literal apart: text, {@code {expressions}}, nested format specs. */
final class FormatScanner {
  private static final int MAX_BRACKETS = 200;

  private final String text;
  private final PlacedToken token;
  private final int end;
  private final boolean raw;
  private final Span span;
  private int at;

  FormatScanner(PlacedToken token, StringLiterals.Literal literal, Span span) {
    this.token = token;
    this.text = token.getText();
    this.raw = literal.isRaw();
    this.at = literal.from();
    this.end = literal.to();
    this.span = span;
  }

  void scan(StringLiterals.Parts parts) {
    scan(parts, 0);
  }

  /** Up to the end of the literal, or of the format spec at a higher level. */
  private void scan(StringLiterals.Parts parts, int level) {
    while (true) {
      literal(parts, level);
      if (at >= end || text.charAt(at) == '}') {
        break;
      }
      expression(parts, level);
    }
    if (level > 0 && at >= end) {
      throw refuse("expecting '}'");
    }
  }

  private void literal(StringLiterals.Parts parts, int level) {
    int from = at;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\\' && !raw && at + 1 < end) {
        skipEscape();
        continue;
      }
      if (c != '{' && c != '}') {
        at++;
        continue;
      }
      if (level == 0) {
        if (at + 1 < end && text.charAt(at + 1) == c) {
          addText(parts, from, at + 1);
          at += 2;
          from = at;
          continue;
        }
        if (c == '}') {
          throw refuse("single '}' is not allowed");
        }
      }
      break;
    }
    addText(parts, from, at);
  }

  /** {@code \N{...}} is no expression; {@code \{} is a backslash and an expression. */
  private void skipEscape() {
    char next = text.charAt(at + 1);
    if (next == '{' || next == '}') {
      at++;
      return;
    }
    at += 2;
    if (next == 'N' && at < end && text.charAt(at) == '{') {
      while (at < end && text.charAt(at) != '}') {
        at++;
      }
      at = Math.min(end, at + 1);
    }
  }

  private void addText(StringLiterals.Parts parts, int from, int to) {
    if (from < to) {
      String part = text.substring(from, to);
      parts.add(raw ? part : decode(part));
    }
  }

  private String decode(String part) {
    // A backslash right before an expression stands for itself.
    return part.endsWith("\\") && oddBackslashes(part)
        ? Escapes.decode(part.substring(0, part.length() - 1), span) + "\\"
        : Escapes.decode(part, span);
  }

  private static boolean oddBackslashes(String part) {
    int count = 0;
    while (count < part.length() && part.charAt(part.length() - 1 - count) == '\\') {
      count++;
    }
    return count % 2 == 1;
  }

  private void expression(StringLiterals.Parts parts, int level) {
    if (level >= 2) {
      throw refuse("expressions nested too deeply");
    }
    int from = ++at;
    findExpressionEnd();
    Expression value = FormattedExpressions.parse(text, from, at, token, span);
    String shown = null;
    if (text.charAt(at) == '=') {
      at++;
      while (at < end && isSpace(text.charAt(at))) {
        at++;
      }
      shown = text.substring(from, at);
      checkMore();
    }
    char conversion = 0;
    if (text.charAt(at) == '!') {
      conversion = conversion();
    }
    Expression spec = null;
    if (text.charAt(at) == ':') {
      at++;
      checkMore();
      StringLiterals.Parts nested = new StringLiterals.Parts(span);
      scan(nested, level + 1);
      spec = nested.joined();
    }
    if (at >= end || text.charAt(at) != '}') {
      throw refuse("expecting '}'");
    }
    at++;
    if (shown != null) {
      parts.add(shown);
      if (conversion == 0 && spec == null) {
        conversion = 'r';
      }
    }
    parts.add(new Expression.FormattedValue(value, conversion, spec, span));
  }

  private char conversion() {
    at++;
    checkMore();
    char written = text.charAt(at++);
    if (written != 's' && written != 'r' && written != 'a') {
      throw refuse("invalid conversion character: expected 's', 'r', or 'a'");
    }
    checkMore();
    return written;
  }

  private void checkMore() {
    if (at >= end) {
      throw refuse("expecting '}'");
    }
  }

  private void findExpressionEnd() {
    char quote = 0;
    boolean triple = false;
    StringBuilder open = new StringBuilder(0);
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        throw Refusal.after("f-string expression part cannot include a backslash", span);
      }
      if (quote != 0) {
        if (c == quote && (!triple || isTriple(c))) {
          at += triple ? 2 : 0;
          quote = 0;
        }
        continue;
      }
      if (c == '"' || c == '\'') {
        triple = isTriple(c);
        at += triple ? 2 : 0;
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        if (open.length() >= MAX_BRACKETS) {
          throw refuse("too many nested parenthesis");
        }
        open.append(c);
      } else if (c == '#') {
        throw Refusal.after("f-string expression part cannot include '#'", span);
      } else if (open.isEmpty() && endsExpression(c)) {
        break;
      } else if (c == ')' || c == ']' || c == '}') {
        close(c, open);
      }
    }
    if (quote != 0) {
      throw refuse("unterminated string");
    }
    if (!open.isEmpty()) {
      throw refuse("unmatched '" + open.charAt(open.length() - 1) + "'");
    }
    checkMore();
  }

  private boolean isTriple(char quote) {
    return at + 2 < end && text.charAt(at + 1) == quote && text.charAt(at + 2) == quote;
  }

  /** Skips the first character of a comparison, which ends nothing. */
  private boolean endsExpression(char c) {
    switch (c) {
      case '!', '=', '<', '>' -> {
        if (at + 1 < end && text.charAt(at + 1) == '=') {
          at++;
          return false;
        }
        return c == '!' || c == '=';
      }
      case ':', '}' -> {
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  private void close(char c, StringBuilder open) {
    if (open.isEmpty()) {
      throw refuse("unmatched '" + c + "'");
    }
    char opened = open.charAt(open.length() - 1);
    open.setLength(open.length() - 1);
    char expected = opened == '(' ? ')' : opened == '[' ? ']' : '}';
    if (c != expected) {
      throw refuse(
          "closing parenthesis '" + c + "' does not match opening parenthesis '" + opened + "'");
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private Refusal refuse(String message) {
    return Refusal.after("f-string: " + message, span);
  }
}
