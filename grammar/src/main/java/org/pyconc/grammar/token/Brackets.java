package org.pyconc.grammar.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonLexer;
import org.pyconc.grammar.tree.Span;

/** The brackets that are open. */
final class Brackets {
  private final List<PlacedToken> open = new ArrayList<>();

  int depth() {
    return open.size();
  }

  @Nullable PlacedToken innermost() {
    return open.isEmpty() ? null : open.getLast();
  }

  void see(PlacedToken token) {
    switch (token.getType()) {
      case PythonLexer.LPAR, PythonLexer.LSQB, PythonLexer.LBRACE -> {
        if (open.size() >= TokenReader.MAX_BRACKETS) {
          throw refuse("too many nested parentheses", token);
        }
        open.add(token);
      }
      case PythonLexer.RPAR -> close(token, PythonLexer.LPAR);
      case PythonLexer.RSQB -> close(token, PythonLexer.LSQB);
      case PythonLexer.RBRACE -> close(token, PythonLexer.LBRACE);
      default -> {}
    }
  }

  private void close(PlacedToken token, int opening) {
    String closing = "'" + token.getText() + "'";
    if (open.isEmpty()) {
      throw refuse("unmatched " + closing, token);
    }
    PlacedToken opened = open.removeLast();
    if (opened.getType() != opening) {
      String message =
          "closing parenthesis "
              + closing
              + " does not match opening parenthesis '"
              + opened.getText()
              + "'";
      if (opened.getLine() != token.getLine()) {
        message += " on line " + opened.getLine();
      }
      throw refuse(message, token);
    }
  }

  private static Refusal refuse(String message, PlacedToken token) {
    Span at = token.span();
    return new Refusal(message, new Span(at.line(), at.column(), at.line(), at.column()));
  }
}
