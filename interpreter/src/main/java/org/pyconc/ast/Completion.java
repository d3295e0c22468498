package org.pyconc.ast;

/** How a statement ends that does not go on behind itself. */
enum Completion {
  BREAK,
  CONTINUE
}
