package org.pyconc.grammar.tree;

import org.jspecify.annotations.Nullable;

/** {@code context as target} of a {@code with} statement. */
public record WithItem(Expression context, @Nullable Expression target) {}
