package org.pyconc.grammar.tree;

import java.util.List;

/** A whole source file. */
public record Module(List<Statement> body, Span span) implements Node {}
