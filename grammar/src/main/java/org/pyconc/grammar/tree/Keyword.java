package org.pyconc.grammar.tree;

import org.jspecify.annotations.Nullable;

/** A keyword argument {@code name=value} of a call or class header; {@code **value} has no name. */
public record Keyword(@Nullable String name, Expression value, Span span) implements Node {}
