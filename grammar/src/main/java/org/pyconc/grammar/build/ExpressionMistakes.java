package org.pyconc.grammar.build;

import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.token.Tokens;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Span;

/** The common mistakes inside expressions, each with CPython's message. */
final class ExpressionMistakes {
  private static final String EQUALS =
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

  private final Tokens tokens;
  private final List<PlacedToken> list;
  private final ParseRun run;
  private final PlacedToken failed;
  private final int at;
  private final int lineStart;

  /** The bracket that holds the failed token, or -1. */
  private final int bracket;

  ExpressionMistakes(Tokens tokens, ParseRun run, PlacedToken failed, int lineStart) {
    this.tokens = tokens;
    this.list = tokens.list();
    this.run = run;
    this.failed = failed;
    this.at = failed.getTokenIndex();
    this.lineStart = lineStart;
    this.bracket = findBracket();
  }

  @Nullable Refusal find() {
    Refusal found = missingElse();
    if (found == null) {
      found = missingParentheses();
    }
    if (found == null) {
      found = missingComma();
    }
    if (found == null && failed.getType() == PythonParser.ASSIGN) {
      found = assignment();
    }
    if (found == null && failed.getType() == PythonParser.FOR) {
      found = inCall() ? keywordWithGenerator() : comprehensionTarget();
    }
    if (found == null) {
      found = dictionaryValue();
    }
    return found;
  }

  private int type(int index) {
    return index >= 0 && index < list.size() ? list.get(index).getType() : Token.EOF;
  }

  private int findBracket() {
    int depth = 0;
    for (int i = at - 1; i >= lineStart; i--) {
      switch (type(i)) {
        case PythonParser.RPAR, PythonParser.RSQB, PythonParser.RBRACE -> depth++;
        case PythonParser.LPAR, PythonParser.LSQB, PythonParser.LBRACE -> {
          if (depth-- == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private Span range(int first, int end) {
    return list.get(first).span().to(list.get(end - 1).span());
  }

  private int skim(int start, Consumer<PythonParser> rule) {
    return ParseRun.skim(tokens, start, rule);
  }

  /**
   * The first place in the same brackets from which an expression of that kind reaches exactly to
   * the failed token, or -1.
   */
  private int reaching(Consumer<PythonParser> rule) {
    int depth = 0;
    boolean boundary = true;
    for (int i = bracket < 0 ? lineStart : bracket + 1; i < at; i++) {
      if (depth == 0 && boundary && skim(i, rule) == at) {
        return i;
      }
      switch (type(i)) {
        case PythonParser.LPAR, PythonParser.LSQB, PythonParser.LBRACE -> depth++;
        case PythonParser.RPAR, PythonParser.RSQB, PythonParser.RBRACE -> depth--;
        default -> {}
      }
      boundary = isBoundary(type(i)) || (i == lineStart && isCondition(type(i)));
    }
    return -1;
  }

  private static boolean isBoundary(int type) {
    return switch (type) {
      case PythonParser.COMMA,
          PythonParser.COLON,
          PythonParser.SEMICOLON,
          PythonParser.ASSIGN,
          PythonParser.WALRUS,
          PythonParser.STAR,
          PythonParser.DOUBLE_STAR,
          PythonParser.ELSE,
          PythonParser.FOR,
          PythonParser.YIELD,
          PythonParser.FROM,
          PythonParser.RETURN,
          PythonParser.WITH,
          PythonParser.ASSERT,
          PythonParser.RAISE ->
          true;
      default -> false;
    };
  }

  private static boolean isCondition(int type) {
    return type == PythonParser.IF || type == PythonParser.ELIF || type == PythonParser.WHILE;
  }

  private @Nullable Refusal missingElse() {
    for (ParserRuleContext up = run.failedRule(); up != null; up = up.getParent()) {
      if (up instanceof PythonParser.ExpressionContext
          && Children.count(up) == 3
          && Children.typeAt(up, 1) == PythonParser.IF
          && run.expected().contains(PythonParser.ELSE)
          && failed.getType() != PythonParser.COLON
          && Children.at(up, 2) instanceof ParserRuleContext test
          && test.getStop() == list.get(at - 1)) {
        return new Refusal(
            "expected 'else' after 'if' expression", range(up.getStart().getTokenIndex(), at));
      }
    }
    return null;
  }

  private @Nullable Refusal missingParentheses() {
    if (at == 0 || type(at - 1) != PythonParser.NAME) {
      return null;
    }
    String name = list.get(at - 1).getText();
    if (!name.equals("print") && !name.equals("exec")) {
      return null;
    }
    int end = skim(at, PythonParser::starExpressions);
    return end < 0
        ? null
        : new Refusal(
            "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?",
            range(at - 1, end));
  }

  private @Nullable Refusal missingComma() {
    if (bracket < 0) {
      return null;
    }
    int start = reaching(PythonParser::disjunction);
    if (start < 0) {
      return null;
    }
    boolean inParameters = type(bracket - 2) == PythonParser.DEF;
    if (inParameters && type(start - 1) != PythonParser.ASSIGN) {
      return null;
    }
    boolean nameAndString =
        type(start) == PythonParser.NAME && type(start + 1) == PythonParser.STRING;
    if (nameAndString || isSoftKeyword(list.get(start))) {
      return null;
    }
    int end = skim(at, PythonParser::expression);
    return end < 0
        ? null
        : new Refusal("invalid syntax. Perhaps you forgot a comma?", range(start, end));
  }

  private static boolean isSoftKeyword(PlacedToken token) {
    if (token.getType() != PythonParser.NAME) {
      return false;
    }
    String name = token.getText();
    return name.equals("_") || name.equals("match") || name.equals("case");
  }

  private @Nullable Refusal assignment() {
    if (bracket < 0 ? !isCondition(type(lineStart)) : inCall()) {
      return null;
    }
    int start = reaching(PythonParser::arithmetic);
    int end = skim(at + 1, PythonParser::arithmetic);
    if (start < 0
        || end < 0
        || type(end) == PythonParser.ASSIGN
        || type(end) == PythonParser.WALRUS) {
      return null;
    }
    if (start == at - 1 && type(start) == PythonParser.NAME) {
      return new Refusal(EQUALS, range(start, end));
    }
    PythonParser.ArithmeticContext context = new ParseRun(tokens.from(start)).arithmetic();
    Expression target = new ExpressionBuilder().operators(context);
    return AssignmentChecks.isOperand(target)
        ? new Refusal(
            "cannot assign to "
                + ExpressionNames.of(target)
                + " here. Maybe you meant '==' instead of '='?",
            target.span())
        : null;
  }

  private @Nullable Refusal keywordWithGenerator() {
    int value = reaching(PythonParser::expression);
    return type(value - 1) == PythonParser.ASSIGN && type(value - 2) == PythonParser.NAME
        ? new Refusal(EQUALS, range(value - 2, value))
        : null;
  }

  private boolean inCall() {
    if (bracket < 1 || type(bracket) != PythonParser.LPAR) {
      return false;
    }
    return switch (type(bracket - 1)) {
      case PythonParser.NAME, PythonParser.RPAR, PythonParser.RSQB, PythonParser.STRING -> true;
      default -> false;
    };
  }

  private @Nullable Refusal comprehensionTarget() {
    if (bracket < 0
        || (type(bracket) != PythonParser.LSQB && type(bracket) != PythonParser.LBRACE)) {
      return null;
    }
    int first = bracket + 1;
    int end = skim(first, PythonParser::elements);
    if (end != at || skim(first, PythonParser::element) == at) {
      return null;
    }
    return new Refusal(
        "did you forget parentheses around the comprehension target?", range(first, at));
  }

  private @Nullable Refusal dictionaryValue() {
    if (bracket < 0 || type(bracket) != PythonParser.LBRACE || type(at - 1) != PythonParser.COLON) {
      return null;
    }
    if (failed.getType() == PythonParser.RBRACE || failed.getType() == PythonParser.COMMA) {
      return new Refusal(
          "expression expected after dictionary key and ':'", list.get(at - 1).span());
    }
    if (failed.getType() == PythonParser.STAR) {
      int end = skim(at + 1, PythonParser::arithmetic);
      return end < 0
          ? null
          : new Refusal("cannot use a starred expression in a dictionary value", range(at, end));
    }
    return null;
  }
}
