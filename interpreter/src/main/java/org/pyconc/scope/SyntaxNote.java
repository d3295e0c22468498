package org.pyconc.scope;

import org.pyconc.grammar.tree.Span;

/** What is allowed and hardly meant: the text of a {@code SyntaxWarning} and its place. */
public record SyntaxNote(String message, Span span) {}
