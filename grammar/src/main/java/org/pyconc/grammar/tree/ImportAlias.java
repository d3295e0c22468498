package org.pyconc.grammar.tree;

import org.jspecify.annotations.Nullable;

/** {@code name as asName} of an import; {@code *} is a name here. */
public record ImportAlias(String name, @Nullable String asName, Span span) implements Node {}
