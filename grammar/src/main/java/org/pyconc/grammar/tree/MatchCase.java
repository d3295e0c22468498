package org.pyconc.grammar.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code case} block. */
public record MatchCase(
    Pattern pattern, @Nullable Expression guard, List<Statement> body, Span span) implements Node {}
