package org.pyconc.grammar.token;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.antlr.PythonLexer;
import org.pyconc.grammar.tree.Span;

/**
 * All tokens of a source, read at once. Where the text stops being tokens the list ends with an
 * ERROR token and {@link #failure()} says why.
 */
public final class Tokens implements TokenStream {
  private final List<PlacedToken> list;
  private final TokenReader reader;
  private final @Nullable Refusal failure;
  private int index;

  private Tokens(TokenReader reader) {
    this.reader = reader;
    this.list = new ArrayList<>();
    this.failure = readAll();
    SoftKeywords.mark(list);
  }

  private Tokens(Tokens other, int index) {
    this.reader = other.reader;
    this.list = other.list;
    this.failure = other.failure;
    this.index = index;
  }

  /** The same tokens, about to be read from that one on. */
  public Tokens from(int start) {
    return new Tokens(this, start);
  }

  /** Of a whole file; line ends must be {@code \n}. */
  public static Tokens ofFile(String text) {
    String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    return new Tokens(new TokenReader(CharStreams.fromString(ended)));
  }

  /** Of an expression inside a string whose first character stands at that place. */
  public static Tokens ofExpression(String text, int line, int column) {
    return new Tokens(new TokenReader(CharStreams.fromString(text), line, column));
  }

  private @Nullable Refusal readAll() {
    try {
      while (true) {
        PlacedToken token = (PlacedToken) reader.nextToken();
        token.setTokenIndex(list.size());
        list.add(token);
        if (token.getType() == Token.EOF) {
          return null;
        }
      }
    } catch (Refusal refusal) {
      for (int type : new int[] {PythonLexer.ERROR, Token.EOF}) {
        PlacedToken token = end(type);
        token.setTokenIndex(list.size());
        list.add(token);
      }
      return refusal;
    }
  }

  private PlacedToken end(int type) {
    CharStream input = reader.getInputStream();
    int at = input.index();
    int line = reader.getLine();
    int column = reader.getCharPositionInLine();
    return new PlacedToken(
        new org.antlr.v4.runtime.misc.Pair<>(reader, input),
        type,
        at,
        at - 1,
        line,
        column,
        line,
        column);
  }

  /** Why the tokens end before the text does. */
  public @Nullable Refusal failure() {
    return failure;
  }

  /**
   * Whether what failed is reported in any case; otherwise only if the parser gets there without an
   * error of its own.
   */
  public boolean failsAtOnce() {
    return failure != null
        && failure.kind() == SyntaxError.Kind.SYNTAX
        && !failure.text().equals(TokenReader.UNEXPECTED_END);
  }

  /** The innermost bracket that is still open at the end. */
  public @Nullable PlacedToken unclosed() {
    return reader.brackets().innermost();
  }

  /** The tokens from the first to the one that ends the file. */
  public List<PlacedToken> list() {
    return list;
  }

  /** Where the token stands. */
  public static Span span(Token token) {
    return ((PlacedToken) token).span();
  }

  @Override
  public @Nullable Token LT(int k) {
    if (index + k < 0) {
      return null;
    }
    int at = k < 0 ? index + k : index + k - 1;
    return list.get(Math.min(at, list.size() - 1));
  }

  @Override
  public int LA(int k) {
    Token token = LT(k);
    return token == null ? Token.INVALID_TYPE : token.getType();
  }

  @Override
  public void consume() {
    if (index < list.size() - 1) {
      index++;
    }
  }

  @Override
  public Token get(int at) {
    return list.get(at);
  }

  @Override
  public TokenSource getTokenSource() {
    return reader;
  }

  @Override
  public String getText(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int i = interval.a; i <= interval.b; i++) {
      text.append(list.get(i).getText());
    }
    return text.toString();
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, list.size() - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int to) {
    index = to;
  }

  @Override
  public int size() {
    return list.size();
  }

  @Override
  public String getSourceName() {
    return reader.getSourceName();
  }
}
