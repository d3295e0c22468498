package org.pyconc.grammar.tree;

import java.util.List;

/** {@code [async] for target in iterable if c1 if c2} of a comprehension. */
public record ComprehensionClause(
    Expression target, Expression iterable, List<Expression> conditions, boolean isAsync) {}
