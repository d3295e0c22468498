package org.pyconc.grammar.tree;

import org.jspecify.annotations.Nullable;

/** One parameter of a function, with its annotation if it has one. */
public record Parameter(String name, @Nullable Expression annotation, Span span) implements Node {}
