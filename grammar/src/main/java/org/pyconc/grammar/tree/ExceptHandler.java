package org.pyconc.grammar.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code except} clause; without a type it catches everything. */
public record ExceptHandler(
    @Nullable Expression type, @Nullable String name, List<Statement> body, Span span)
    implements Node {}
