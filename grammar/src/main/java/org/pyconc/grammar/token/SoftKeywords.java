package org.pyconc.grammar.token;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.pyconc.grammar.antlr.PythonLexer;

/**
 * Turns the names {@code match} and {@code case} into keywords where they begin a statement: {@code
 * match} if its line ends with a colon and an indented {@code case} follows, {@code case} directly
 * in the block of such a {@code match}.
 */
final class SoftKeywords {
  private SoftKeywords() {}

  static void mark(List<PlacedToken> tokens) {
    boolean[] isMatchBlock = new boolean[TokenReader.MAX_INDENTS + 1];
    int depth = 0;
    boolean statementStart = true;
    boolean afterMatch = false;
    for (int i = 0; i < tokens.size(); i++) {
      PlacedToken token = tokens.get(i);
      switch (token.getType()) {
        case PythonLexer.NEWLINE -> statementStart = true;
        case PythonLexer.INDENT -> {
          isMatchBlock[++depth] = afterMatch;
          afterMatch = false;
        }
        case PythonLexer.DEDENT -> depth--;
        default -> {
          if (statementStart && token.getType() == PythonLexer.NAME) {
            if (isMatchBlock[depth] && token.getText().equals("case")) {
              token.setType(PythonLexer.CASE);
            } else if (token.getText().equals("match") && beginsMatch(tokens, i)) {
              token.setType(PythonLexer.MATCH);
              afterMatch = true;
            }
          }
          statementStart = false;
        }
      }
    }
  }

  private static boolean beginsMatch(List<PlacedToken> tokens, int from) {
    int i = from + 1;
    while (tokens.get(i).getType() != PythonLexer.NEWLINE) {
      if (tokens.get(i).getType() == Token.EOF) {
        return false;
      }
      i++;
    }
    return i > from + 2
        && i + 2 < tokens.size()
        && tokens.get(i - 1).getType() == PythonLexer.COLON
        && tokens.get(i + 1).getType() == PythonLexer.INDENT
        && tokens.get(i + 2).getType() == PythonLexer.NAME
        && tokens.get(i + 2).getText().equals("case");
  }
}
