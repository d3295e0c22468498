package org.pyconc.scope;

import org.pyconc.grammar.tree.Span;

/**
 * A place where a name is read.
 *
 * @param name as the class around changes it
 * @param id as it is written
 */
record NameUse(Scope scope, String name, String id, Span span) {}
