package org.pyconc.grammar.token;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;
import org.pyconc.grammar.tree.Span;

/** A token that knows where it ends: lines from 1, columns from 0 in code points. */
public final class PlacedToken extends CommonToken {
  private static final long serialVersionUID = 1L;

  private final int endLine;
  private final int endColumn;

  PlacedToken(
      Pair<TokenSource, CharStream> source,
      int type,
      int start,
      int stop,
      int line,
      int column,
      int endLine,
      int endColumn) {
    super(source, type, DEFAULT_CHANNEL, start, stop);
    this.line = line;
    this.charPositionInLine = column;
    this.endLine = endLine;
    this.endColumn = endColumn;
  }

  /** The line of the first character behind the token. */
  public int endLine() {
    return endLine;
  }

  /** The column of the first character behind the token. */
  public int endColumn() {
    return endColumn;
  }

  /** Its place. */
  public Span span() {
    return new Span(line, charPositionInLine, endLine, endColumn);
  }
}
