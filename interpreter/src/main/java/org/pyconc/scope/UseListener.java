package org.pyconc.scope;

import org.pyconc.grammar.tree.Expression;

/** Is told what the code of each scope uses, in the order in which it is compiled. */
interface UseListener {
  /** A name is read. */
  default void name(Scope scope, Expression.Name name) {}

  /** An attribute or a module is named. */
  default void attribute(Scope scope, String name) {}

  /** A literal or a display of literals stands there. */
  default void literal(Scope scope, Expression literal) {}
}
