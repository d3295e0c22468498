package org.pyconc.grammar.build;

import java.util.function.Consumer;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.antlr.PythonParser;
import org.pyconc.grammar.token.PlacedToken;
import org.pyconc.grammar.token.Refusal;
import org.pyconc.grammar.token.Tokens;

/** One run of the generated parser, which stops at the first error with a {@link Refusal}. */
final class ParseRun extends PythonParser {
  private int depth;
  private @Nullable ParserRuleContext root;
  private @Nullable ParserRuleContext failedRule;
  private @Nullable PlacedToken failedToken;
  private IntervalSet expected = new IntervalSet();

  ParseRun(Tokens tokens) {
    super(tokens);
    removeErrorListeners();
    setErrorHandler(new FirstError());
  }

  /** Where the rule that the method stands for ends if it begins at that token, or -1. */
  static int skim(Tokens tokens, int start, Consumer<PythonParser> rule) {
    Tokens view = tokens.from(start);
    try {
      rule.accept(new ParseRun(view));
      return view.index();
    } catch (Refusal refusal) {
      return -1;
    }
  }

  /** The tree, as far as it was built. */
  @Nullable ParserRuleContext root() {
    return root;
  }

  /** The rule in which the parser failed, if it did. */
  @Nullable ParserRuleContext failedRule() {
    return failedRule;
  }

  /** The token that does not fit, if there is one. */
  @Nullable PlacedToken failedToken() {
    return failedToken;
  }

  /** The types of the tokens that would have fitted. */
  IntervalSet expected() {
    return expected;
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int rule) {
    if (++depth > TreeLimits.MAX_RULES) {
      throw TreeLimits.tooDeep(((PlacedToken) getCurrentToken()).span());
    }
    if (root == null) {
      root = context;
    }
    super.enterRule(context, state, rule);
  }

  @Override
  public void exitRule() {
    depth--;
    super.exitRule();
  }

  private Refusal fail(Token token) {
    PlacedToken placed = (PlacedToken) token;
    failedToken = placed;
    failedRule = getContext();
    expected = getExpectedTokens();
    return new Refusal("invalid syntax", placed.span());
  }

  private final class FirstError extends DefaultErrorStrategy {
    @Override
    public void sync(Parser recognizer) {}

    @Override
    public void reportError(Parser recognizer, RecognitionException error) {}

    @Override
    public void recover(Parser recognizer, RecognitionException error) {
      throw fail(error.getOffendingToken());
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw fail(recognizer.getCurrentToken());
    }
  }
}
