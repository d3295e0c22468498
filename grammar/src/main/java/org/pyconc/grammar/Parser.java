package org.pyconc.grammar;

import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;

/** Turns source text into a syntax tree. */
public final class Parser {
  private Parser() {}

  /** Parses a whole file. */
  public static Module parseModule(SourceText source) throws SyntaxError {
    throw new UnsupportedOperationException(source.name());
  }

  /** Parses a single expression, as for {@code eval}. */
  public static Expression parseExpression(SourceText source) throws SyntaxError {
    throw new UnsupportedOperationException(source.name());
  }
}
