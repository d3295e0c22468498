package org.pyconc.grammar.token;

import org.antlr.v4.runtime.CharStream;
import org.pyconc.grammar.tree.Span;

/** Reads the rest of a string literal whose prefix and first quote are already read. */
final class StringScanner {
  private final TokenReader reader;
  private final int line;
  private final int column;

  StringScanner(TokenReader reader, int line, int column) {
    this.reader = reader;
    this.line = line;
    this.column = column;
  }

  void scan() {
    int quote = reader.peek(-1);
    boolean triple = false;
    if (reader.peek() == quote) {
      reader.advance();
      if (reader.peek() != quote) {
        return;
      }
      reader.advance();
      triple = true;
    }
    int closing = 0;
    while (closing < (triple ? 3 : 1)) {
      int c = reader.peek();
      if (c == CharStream.EOF || (!triple && c == '\n')) {
        throw unterminated(triple);
      }
      reader.advance();
      if (c == quote) {
        closing++;
      } else {
        closing = 0;
        if (c == '\\') {
          if (reader.peek() == CharStream.EOF) {
            throw unterminated(triple);
          }
          reader.advance();
        }
      }
    }
  }

  private Refusal unterminated(boolean triple) {
    int end = reader.getLine();
    if (triple && reader.getCharPositionInLine() == 0) {
      end--;
    }
    String kind =
        triple ? "unterminated triple-quoted string literal" : "unterminated string literal";
    return new Refusal(
        kind + " (detected at line " + end + ")", new Span(line, column, line, column));
  }
}
