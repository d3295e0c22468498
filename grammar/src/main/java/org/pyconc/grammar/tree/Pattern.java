package org.pyconc.grammar.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern of a {@code case} block, named as in CPython's {@code ast}. */
public sealed interface Pattern extends Node {

  /** Compares with {@code ==}: a number, a string or a dotted name. */
  record MatchValue(Expression value, Span span) implements Pattern {}

  /** Compares with {@code is}: None, True, False. */
  record MatchSingleton(Expression value, Span span) implements Pattern {}

  record MatchSequence(List<Pattern> patterns, Span span) implements Pattern {}

  /**
   * @param rest the name behind {@code **}
   */
  record MatchMapping(
      List<Expression> keys, List<Pattern> patterns, @Nullable String rest, Span span)
      implements Pattern {}

  record MatchClass(
      Expression type,
      List<Pattern> patterns,
      List<String> keywordNames,
      List<Pattern> keywordPatterns,
      Span span)
      implements Pattern {}

  /** {@code *name} in a sequence; no name for {@code *_}. */
  record MatchStar(@Nullable String name, Span span) implements Pattern {}

  /** A null pattern matches everything; then a null name is the wildcard {@code _}. */
  record MatchAs(@Nullable Pattern pattern, @Nullable String name, Span span) implements Pattern {}

  record MatchOr(List<Pattern> patterns, Span span) implements Pattern {}
}
