package org.pyconc.grammar.build;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.token.Tokens;

/** Runs the generated parser so that it stops at the first error with a {@link Refusal}. */
public final class ParseRun {
  private ParseRun() {}

  /** A parser that is about to read those tokens. */
  public static PythonParser over(Tokens tokens) {
    Refusal failure = tokens.failure();
    if (failure != null) {
      throw failure;
    }
    PythonParser parser = new DepthLimited(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstError());
    return parser;
  }

  /** Finds CPython's words for what the parser refused. */
  public static Refusal diagnose(Tokens tokens, Refusal refusal) {
    Refusal failure = tokens.failure();
    return failure == null ? refusal : failure;
  }

  private static final class DepthLimited extends PythonParser {
    private int depth;

    DepthLimited(Tokens tokens) {
      super(tokens);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
      if (++depth > TreeLimits.MAX_RULES) {
        throw TreeLimits.tooDeep(((PlacedToken) getCurrentToken()).span());
      }
      super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
      depth--;
      super.exitRule();
    }
  }

  private static final class FirstError extends DefaultErrorStrategy {
    @Override
    public void sync(Parser recognizer) {}

    @Override
    public void reportError(Parser recognizer, RecognitionException error) {}

    @Override
    public void recover(Parser recognizer, RecognitionException error) {
      throw refuse(error.getOffendingToken());
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw refuse(recognizer.getCurrentToken());
    }

    private static Refusal refuse(Token token) {
      return new Refusal("invalid syntax", ((PlacedToken) token).span());
    }
  }
}
