package org.pyconc.grammar.tree;

/**
 * A place in the source: lines count from 1, columns from 0 in code points; the end is exclusive.
 */
public record Span(int line, int column, int endLine, int endColumn) {
  /** A place that no source text has, for code made up by the language itself. */
  public static final Span NONE = new Span(0, 0, 0, 0);

  /** The smallest span that holds both this one and {@code other}, which must not start before. */
  public Span to(Span other) {
    return new Span(line, column, other.endLine, other.endColumn);
  }
}
