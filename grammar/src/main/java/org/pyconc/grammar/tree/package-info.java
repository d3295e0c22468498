/**
 * The immutable syntax tree: sealed interfaces and records whose names and fields follow CPython's
 * <a href="https://docs.python.org/3.11/library/ast.html">ast</a> module.
 */
@NullMarked
package org.pyconc.grammar.tree;

import org.jspecify.annotations.NullMarked;
