package org.pyconc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.grammar.antlr.PythonLexer;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Tokens;
import org.pyconc.grammar.tree.Span;

/** Finds the literals of a valid source that CPython's parser warns of. */
public final class LiteralNotes {

  /**
   * What is wrong with a literal.
   *
   * @param isDeprecation whether it is a DeprecationWarning; otherwise a SyntaxWarning
   */
  public record Note(boolean isDeprecation, String message, Span span) {}

  private final List<Note> notes = new ArrayList<>();

  private LiteralNotes() {}

  /** In the order of the text; empty for the library's own sources. */
  public static List<Note> of(SourceText source) {
    if (source.isLibrary()) {
      return List.of(); // whose text need not be read
    }
    String text = source.text();
    if (!isSuspect(text)) {
      return List.of();
    }
    LiteralNotes found = new LiteralNotes();
    Tokens tokens = Tokens.ofFile(Parser.withLineFeeds(text));
    for (int i = 0; i < tokens.size(); i++) {
      PlacedToken token = tokens.list().get(i);
      if (token.getType() == PythonLexer.STRING) {
        found.string(token.getText(), token.span());
      } else if (token.getType() == PythonLexer.NUMBER) {
        found.number(token, tokens.list().get(i + 1));
      }
    }
    return found.notes;
  }

  /** Whether a backslash stands before a strange character, or a letter right behind a digit. */
  private static boolean isSuspect(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        if (!isEscape(text.charAt(i), false) || isLargeOctal(text, i)) {
          return true;
        }
      } else if (isDigit(c)
          || c == 'j'
          || c == 'J'
          || c == '.' && i > 0 && isDigit(text.charAt(i - 1))) {
        char next = text.charAt(i + 1);
        if (next == 'a'
            || next == 'e'
            || next == 'f'
            || next == 'i'
            || next == 'n'
            || next == 'o') {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isEscape(char c, boolean isText) {
    return switch (c) {
      case '\n', '\r', '\\', '\'', '"', 'a', 'b', 'f', 'n', 'r', 't', 'v', 'x' -> true;
      case 'N', 'u', 'U' -> isText;
      default -> isOctal(c) || c >= 0x80;
    };
  }

  private static boolean isLargeOctal(String text, int at) {
    return at + 2 < text.length()
        && text.charAt(at) >= '4'
        && text.charAt(at) <= '7'
        && isOctal(text.charAt(at + 1))
        && isOctal(text.charAt(at + 2));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  /** One note for each part of the text: an f-string's parts are told apart by its braces. */
  private void string(String text, Span span) {
    int at = 0;
    boolean isBytes = false;
    boolean isFormatted = false;
    for (; text.charAt(at) != '"' && text.charAt(at) != '\''; at++) {
      char c = text.charAt(at);
      if (c == 'r' || c == 'R') {
        return;
      }
      isBytes |= c == 'b' || c == 'B';
      isFormatted |= c == 'f' || c == 'F';
    }
    boolean isNoted = false;
    while (at + 1 < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        char next = text.charAt(at);
        if (!isNoted && !isEscape(next, !isBytes)) {
          notes.add(new Note(true, "invalid escape sequence '\\" + next + "'", span));
          isNoted = true;
        } else if (!isNoted && isLargeOctal(text, at)) {
          String shown = text.substring(at, at + 3);
          notes.add(new Note(true, "invalid octal escape sequence '\\" + shown + "'", span));
          isNoted = true;
        }
        at = next == 'N' && isFormatted ? Math.max(at, text.indexOf('}', at)) + 1 : at + 1;
      } else if (isFormatted && (c == '{' || c == '}')) {
        isNoted = false;
      }
    }
  }

  /** A keyword that follows without a blank. */
  private void number(PlacedToken number, PlacedToken next) {
    Span span = number.span();
    if (next.getStartIndex() != number.getStopIndex() + 1
        || !Character.isLetter(next.getText().isEmpty() ? ' ' : next.getText().charAt(0))) {
      return;
    }
    String text = number.getText();
    char last = text.charAt(text.length() - 1);
    char second = text.length() > 1 ? text.charAt(1) : ' ';
    String kind =
        switch (second) {
          case 'x', 'X' -> "hexadecimal";
          case 'o', 'O' -> "octal";
          case 'b', 'B' -> "binary";
          default -> last == 'j' || last == 'J' ? "imaginary" : "decimal";
        };
    Span end = new Span(span.endLine(), span.endColumn() - 1, span.endLine(), span.endColumn() - 1);
    notes.add(new Note(false, "invalid " + kind + " literal", end));
  }
}
