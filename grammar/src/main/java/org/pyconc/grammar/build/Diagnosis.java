package org.pyconc.grammar.build;

import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SyntaxError.Kind;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.token.Tokens;
import org.pyconc.grammar.tree.Span;

/**
 * Finds CPython's words and place for an error. The parser itself only knows the first token that
 * does not fit; what was meant follows from what stands around it.
 */
public final class Diagnosis {
  private Diagnosis() {}

  /** Runs a rule and builds its tree; a {@link Refusal} that comes out is CPython's. */
  public static <T> T parse(Tokens tokens, Function<PythonParser, T> rule) {
    Refusal failure = tokens.failure();
    if (failure != null && tokens.failsAtOnce()) {
      throw failure;
    }
    ParseRun run = new ParseRun(tokens);
    try {
      return rule.apply(run);
    } catch (Refusal refusal) {
      Refusal found = refusal;
      PlacedToken failed = run.failedToken();
      if (failed != null) {
        found = explain(tokens, run, failed, refusal);
      } else if (refusal.isAfter()) {
        found = behind(tokens, refusal);
      }
      int line = failed == null ? found.span().line() : failed.getLine();
      throw unclosedInstead(tokens, found, line);
    }
  }

  /** An error on a line after that of a bracket which never closes is blamed on the bracket. */
  private static Refusal unclosedInstead(Tokens tokens, Refusal found, int line) {
    PlacedToken unclosed = tokens.unclosed();
    return unclosed != null && line > unclosed.getLine() ? neverClosed(unclosed) : found;
  }

  private static Refusal neverClosed(PlacedToken bracket) {
    Span at = bracket.span();
    return new Refusal(
        "'" + bracket.getText() + "' was never closed",
        new Span(at.line(), at.column(), at.line(), at.column()));
  }

  private static Refusal behind(Tokens tokens, Refusal refusal) {
    for (PlacedToken token : tokens.list()) {
      if (token.getLine() > refusal.span().line()
          || (token.getLine() == refusal.span().line()
              && token.getCharPositionInLine() >= refusal.span().column())) {
        return Refusal.definite(refusal.text(), place(tokens, token));
      }
    }
    return Refusal.definite(refusal.text(), place(tokens, tokens.list().getLast()));
  }

  /** Line ends have no width, and the end of the file is that of its last line. */
  static Span place(Tokens tokens, PlacedToken token) {
    Span at = token.span();
    switch (token.getType()) {
      case PythonParser.NEWLINE -> {
        return new Span(at.line(), at.column(), at.line(), at.column());
      }
      case Token.EOF, PythonParser.DEDENT -> {
        List<PlacedToken> list = tokens.list();
        boolean atEnd = list.get(list.size() - 1).getStartIndex() == token.getStartIndex();
        for (int i = token.getTokenIndex(); atEnd && i > 0; i--) {
          if (list.get(i).getType() == PythonParser.NEWLINE) {
            return place(tokens, list.get(i));
          }
        }
        return at;
      }
      default -> {
        return at;
      }
    }
  }

  private static Refusal explain(Tokens tokens, ParseRun run, PlacedToken failed, Refusal refusal) {
    Refusal earlier = buildEarlier(tokens, run.root());
    if (earlier != null) {
      return earlier;
    }
    Refusal failure = tokens.failure();
    if (failed.getType() == PythonParser.ERROR && failure != null) {
      return failure;
    }
    PlacedToken unclosed = tokens.unclosed();
    if (unclosed != null && endsFile(tokens, failed)) {
      return neverClosed(unclosed);
    }
    Mistakes mistakes = new Mistakes(tokens, run, failed);
    Refusal found = mistakes.find();
    if (found != null) {
      return lookingAhead(tokens, unclosed, found);
    }
    if (failed.getType() == PythonParser.INDENT) {
      int column = Math.max(0, failed.getCharPositionInLine() - 1);
      return new Refusal(
          Kind.INDENTATION,
          "unexpected indent",
          new Span(failed.getLine(), column, failed.getLine(), column));
    }
    return new Refusal(refusal.kind(), refusal.text(), place(tokens, failed));
  }

  /**
   * What was found is seen only by looking at the token behind it, which may be on a later line.
   */
  private static Refusal lookingAhead(
      Tokens tokens, @Nullable PlacedToken unclosed, Refusal found) {
    if (unclosed == null) {
      return found;
    }
    Span at = found.span();
    for (PlacedToken token : tokens.list()) {
      boolean behind =
          token.getLine() > at.endLine()
              || (token.getLine() == at.endLine()
                  && token.getCharPositionInLine() >= at.endColumn());
      if (behind) {
        return endsFile(tokens, token) || token.getLine() > unclosed.getLine()
            ? neverClosed(unclosed)
            : found;
      }
    }
    return found;
  }

  private static boolean endsFile(Tokens tokens, PlacedToken failed) {
    List<PlacedToken> list = tokens.list();
    for (int i = failed.getTokenIndex(); i < list.size(); i++) {
      switch (list.get(i).getType()) {
        case PythonParser.NEWLINE, PythonParser.DEDENT, Token.EOF -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Builds what the parser finished before it failed: an error of the tree builder there comes
   * first. Everything but the last child of each unfinished rule is finished.
   */
  private static @Nullable Refusal buildEarlier(Tokens tokens, @Nullable ParserRuleContext root) {
    TreeBuilder builder = new TreeBuilder();
    ParserRuleContext at = root;
    while (at != null) {
      int last = Children.count(at) - 1;
      for (int i = 0; i < last; i++) {
        try {
          if (Children.at(at, i) instanceof ParserRuleContext finished) {
            builder.check(finished, i, at);
          }
        } catch (Refusal refusal) {
          return refusal.isAfter() ? behind(tokens, refusal) : refusal;
        }
      }
      ParseTree next = last < 0 ? null : Children.at(at, last);
      at = next instanceof ParserRuleContext rule ? rule : null;
    }
    return null;
  }
}
