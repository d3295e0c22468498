package org.pyconc.launcher.repl;

import java.util.Set;
import java.util.function.Predicate;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours for source text that may not be finished. */
final class Highlighting {
  private static final AttributedStyle KEYWORD =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE).bold();
  private static final AttributedStyle TEXT =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle COMMENT =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
  private static final AttributedStyle BUILTIN =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
  private static final Set<String> KEYWORDS = Set.copyOf(Words.KEYWORDS);

  private final String text;
  private final Predicate<String> isBuiltin;
  private final AttributedStringBuilder out = new AttributedStringBuilder();
  private int at;

  private Highlighting(String text, Predicate<String> isBuiltin) {
    this.text = text;
    this.isBuiltin = isBuiltin;
  }

  static AttributedString of(String text, Predicate<String> isBuiltin) {
    return new Highlighting(text, isBuiltin).run();
  }

  private AttributedString run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        take(endOf("\n", at), COMMENT);
      } else if (c == '"' || c == '\'') {
        take(endOfString(c), TEXT);
      } else if (Character.isDigit(c)) {
        take(endOfWord(), NUMBER);
      } else if (Character.isJavaIdentifierStart(c)) {
        word();
      } else {
        take(at + 1, AttributedStyle.DEFAULT);
      }
    }
    return out.toAttributedString();
  }

  private void word() {
    int end = endOfWord();
    String word = text.substring(at, end);
    boolean isAttribute = at > 0 && text.charAt(at - 1) == '.';
    AttributedStyle style = AttributedStyle.DEFAULT;
    if (!isAttribute && KEYWORDS.contains(word)) {
      style = KEYWORD;
    } else if (!isAttribute && isBuiltin.test(word)) {
      style = BUILTIN;
    }
    take(end, style);
  }

  private void take(int end, AttributedStyle style) {
    out.styled(style, text.substring(at, end));
    at = end;
  }

  private int endOfWord() {
    int i = at;
    while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int endOf(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found;
  }

  private int endOfString(char quote) {
    String three = String.valueOf(quote).repeat(3);
    if (text.startsWith(three, at)) {
      return Math.min(text.length(), endOf(three, at + 3) + 3);
    }
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote || c == '\n') {
        return i + 1;
      }
    }
    return text.length();
  }
}
