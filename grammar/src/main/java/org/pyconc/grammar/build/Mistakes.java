package org.pyconc.grammar.build;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SyntaxError.Kind;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.token.Tokens;
import org.pyconc.grammar.tree.Span;

/** The common mistakes of statements, each with CPython's message. */
final class Mistakes {
  private final Tokens tokens;
  private final List<PlacedToken> list;
  private final ParseRun run;
  private final PlacedToken failed;
  private final int at;

  /** The first token of the logical line that holds the failed one. */
  private final int lineStart;

  Mistakes(Tokens tokens, ParseRun run, PlacedToken failed) {
    this.tokens = tokens;
    this.list = tokens.list();
    this.run = run;
    this.failed = failed;
    this.at = failed.getTokenIndex();
    int start = at;
    while (start > 0 && !endsLine(list.get(start - 1).getType())) {
      start--;
    }
    this.lineStart = start;
  }

  private static boolean endsLine(int type) {
    return type == PythonParser.NEWLINE
        || type == PythonParser.INDENT
        || type == PythonParser.DEDENT;
  }

  @Nullable Refusal find() {
    Refusal found = missingBlock();
    if (found == null) {
      found = unfinishedMatch();
    }
    if (found == null) {
      found = missingHandler();
    }
    if (found == null) {
      found = badTarget();
    }
    if (found == null) {
      found = new ExpressionMistakes(tokens, run, failed, lineStart).find();
    }
    if (found == null) {
      found = doubleStarGroup();
    }
    if (found == null) {
      found = parameters();
    }
    if (found == null) {
      found = missingColon();
    }
    if (found == null) {
      found = exceptTypes();
    }
    if (found == null) {
      found = trailingComma();
    }
    if (found == null) {
      found = insideNext();
    }
    return found;
  }

  /** {@code (**a)}: two stars in parentheses that are those of no call. */
  private @Nullable Refusal doubleStarGroup() {
    if (failed.getType() != PythonParser.DOUBLE_STAR || type(at - 1) != PythonParser.LPAR) {
      return null;
    }
    int end = ParseRun.skim(tokens, at + 1, PythonParser::expression);
    return end >= 0 && type(end) == PythonParser.RPAR
        ? here("cannot use double starred expression here")
        : null;
  }

  private int type(int index) {
    return index >= 0 && index < list.size() ? list.get(index).getType() : Token.EOF;
  }

  private Refusal here(String message) {
    return new Refusal(message, Diagnosis.place(tokens, failed));
  }

  private @Nullable Refusal missingBlock() {
    if (failed.getType() == PythonParser.INDENT
        || type(at - 1) != PythonParser.NEWLINE
        || type(at - 2) != PythonParser.COLON) {
      return null;
    }
    int header = at - 2;
    while (header > 0 && !endsLine(type(header - 1))) {
      header--;
    }
    int line = list.get(header).getLine();
    int keyword = type(header) == PythonParser.ASYNC ? header + 1 : header;
    String what =
        switch (type(keyword)) {
          case PythonParser.DEF -> "function definition";
          case PythonParser.CLASS -> "class definition";
          case PythonParser.EXCEPT ->
              type(keyword + 1) == PythonParser.STAR ? "'except*' statement" : "'except' statement";
          case PythonParser.IF,
              PythonParser.ELIF,
              PythonParser.ELSE,
              PythonParser.FOR,
              PythonParser.WHILE,
              PythonParser.WITH,
              PythonParser.TRY,
              PythonParser.FINALLY,
              PythonParser.MATCH,
              PythonParser.CASE ->
              "'" + list.get(keyword).getText() + "' statement";
          default -> null;
        };
    if (what == null) {
      return null;
    }
    return new Refusal(
        Kind.INDENTATION,
        "expected an indented block after " + what + " on line " + line,
        Diagnosis.place(tokens, failed));
  }

  /** {@code match} is only a keyword where a block of cases follows. */
  private @Nullable Refusal unfinishedMatch() {
    if (type(lineStart) != PythonParser.NAME
        || !list.get(lineStart).getText().equals("match")
        || at != lineStart + 1) {
      return null;
    }
    int end = ParseRun.skim(tokens, at, PythonParser::elements);
    if (end < 0) {
      return null;
    }
    if (type(end) == PythonParser.NEWLINE) {
      return new Refusal("expected ':'", Diagnosis.place(tokens, list.get(end)));
    }
    return type(end) == PythonParser.COLON
            && type(end + 1) == PythonParser.NEWLINE
            && type(end + 2) != PythonParser.INDENT
        ? new Refusal(
            Kind.INDENTATION,
            "expected an indented block after 'match' statement on line "
                + list.get(lineStart).getLine(),
            Diagnosis.place(tokens, list.get(end + 2)))
        : null;
  }

  /** Two expressions in a row: a mistake inside the second one comes first. */
  private @Nullable Refusal insideNext() {
    switch (failed.getType()) {
      case PythonParser.LPAR, PythonParser.LSQB, PythonParser.LBRACE -> {}
      default -> {
        return null;
      }
    }
    ParseRun next = new ParseRun(tokens.from(at));
    try {
      next.expression();
      return null;
    } catch (Refusal refusal) {
      PlacedToken inner = next.failedToken();
      return inner == null || inner == failed
          ? null
          : new ExpressionMistakes(tokens, next, inner, lineStart).find();
    }
  }

  private @Nullable Refusal missingHandler() {
    return run.expected().contains(PythonParser.FINALLY)
            && !run.expected().contains(PythonParser.PASS)
        ? here("expected 'except' or 'finally' block")
        : null;
  }

  /** What stands between {@code for} and {@code in} is looked at even if the latter is missing. */
  private @Nullable Refusal badTarget() {
    ParserRuleContext rule = run.failedRule();
    int count = rule == null ? 0 : Children.count(rule);
    if (rule == null
        || count == 0
        || !run.expected().contains(PythonParser.IN)
        || !(Children.at(rule, count - 1) instanceof PythonParser.TargetsContext targets)) {
      return null;
    }
    try {
      new ExpressionBuilder().targets().assignable(targets);
      return null;
    } catch (Refusal refusal) {
      return refusal;
    }
  }

  private @Nullable Refusal missingColon() {
    int keyword = type(lineStart) == PythonParser.ASYNC ? lineStart + 1 : lineStart;
    boolean atLineEnd = failed.getType() == PythonParser.NEWLINE;
    if (type(keyword) == PythonParser.DEF && type(at - 1) == PythonParser.ARROW) {
      return new Refusal("expected ':'", list.get(at - 1).span());
    }
    if (type(keyword) == PythonParser.DEF && at == keyword + 2) {
      return here("expected '('");
    }
    if (!run.expected().contains(PythonParser.COLON)) {
      return null;
    }
    boolean expects =
        switch (type(keyword)) {
          case PythonParser.DEF ->
              run.failedRule() instanceof PythonParser.FunctionDefinitionContext;
          case PythonParser.ELSE, PythonParser.TRY, PythonParser.FINALLY -> at == keyword + 1;
          case PythonParser.IF,
              PythonParser.ELIF,
              PythonParser.WHILE,
              PythonParser.FOR,
              PythonParser.WITH,
              PythonParser.CLASS,
              PythonParser.EXCEPT,
              PythonParser.MATCH,
              PythonParser.CASE ->
              atLineEnd;
          default -> false;
        };
    return expects && !inLambda() ? here("expected ':'") : null;
  }

  private boolean inLambda() {
    ParserRuleContext rule = run.failedRule();
    return rule instanceof PythonParser.LambdaParametersContext
        || (rule instanceof PythonParser.ExpressionContext
            && Children.typeAt(rule, 0) == PythonParser.LAMBDA);
  }

  private @Nullable Refusal exceptTypes() {
    if (failed.getType() != PythonParser.COMMA || type(lineStart) != PythonParser.EXCEPT) {
      return null;
    }
    int first = type(lineStart + 1) == PythonParser.STAR ? lineStart + 2 : lineStart + 1;
    int end = at;
    while (type(end) == PythonParser.COMMA) {
      end = ParseRun.skim(tokens, end + 1, PythonParser::expression);
    }
    if (end > 0 && type(end) == PythonParser.AS && type(end + 1) == PythonParser.NAME) {
      end += 2;
    }
    if (end < 0 || type(end) != PythonParser.COLON) {
      return null;
    }
    Span from = list.get(first).span();
    Span to = list.get(end).span();
    return new Refusal(
        "multiple exception types must be parenthesized",
        new Span(from.line(), from.column(), to.line(), to.column()));
  }

  private @Nullable Refusal trailingComma() {
    return failed.getType() == PythonParser.NEWLINE
            && type(at - 1) == PythonParser.COMMA
            && run.failedRule() instanceof PythonParser.ImportedNameContext
        ? here("trailing comma not allowed without surrounding parentheses")
        : null;
  }

  private @Nullable Refusal parameters() {
    ParserRuleContext rule = run.failedRule();
    boolean lambda =
        rule instanceof PythonParser.LambdaParametersContext
            || rule instanceof PythonParser.LambdaParameterContext
            || type(at - 1) == PythonParser.LAMBDA
            || inLambda();
    boolean inList =
        lambda
            || rule instanceof PythonParser.ParameterContext
            || rule instanceof PythonParser.ParametersContext
            || (rule instanceof PythonParser.FunctionDefinitionContext
                && type(at - 1) != PythonParser.RPAR);
    switch (failed.getType()) {
      case PythonParser.LPAR -> {
        int close = inList ? parenthesised() : -1;
        return close < 0
            ? null
            : new Refusal(
                (lambda ? "Lambda expression" : "Function") + " parameters cannot be parenthesized",
                failed.span().to(list.get(close).span()));
      }
      case PythonParser.ASSIGN -> {
        return inList ? starDefault() : null;
      }
      case PythonParser.STAR -> {
        return inList && type(at - 1) == PythonParser.SLASH
            ? here("expected comma between / and *")
            : null;
      }
      case PythonParser.RPAR, PythonParser.COMMA -> {
        return type(at - 1) == PythonParser.ASSIGN && isParameter(rule)
            ? new Refusal("expected default value expression", list.get(at - 1).span())
            : null;
      }
      default -> {
        return null;
      }
    }
  }

  private static boolean isParameter(@Nullable ParserRuleContext rule) {
    for (ParserRuleContext up = rule; up != null; up = up.getParent()) {
      if (up instanceof PythonParser.ParameterContext
          || up instanceof PythonParser.LambdaParameterContext) {
        return true;
      }
      if (up instanceof PythonParser.AtomContext || up instanceof PythonParser.TrailerContext) {
        return false;
      }
    }
    return false;
  }

  /** The index of the closing parenthesis around names only, or -1. */
  private int parenthesised() {
    int i = at + 1;
    while (type(i) == PythonParser.NAME) {
      i++;
      if (type(i) == PythonParser.COMMA) {
        i++;
      }
    }
    return i > at + 1 && type(i) == PythonParser.RPAR ? i : -1;
  }

  private @Nullable Refusal starDefault() {
    for (int i = at - 1; i > lineStart; i--) {
      switch (type(i)) {
        case PythonParser.STAR -> {
          return here("var-positional argument cannot have default value");
        }
        case PythonParser.DOUBLE_STAR -> {
          return here("var-keyword argument cannot have default value");
        }
        case PythonParser.NAME, PythonParser.COLON -> {}
        default -> {
          return null;
        }
      }
    }
    return null;
  }
}
