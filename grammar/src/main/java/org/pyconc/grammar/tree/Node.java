package org.pyconc.grammar.tree;

/** A part of the syntax tree that has a place in the source. */
public sealed interface Node
    permits Module,
        Statement,
        Expression,
        Pattern,
        Parameter,
        Keyword,
        ExceptHandler,
        ImportAlias,
        MatchCase {
  Span span();
}
