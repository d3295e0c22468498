package org.pyconc.compiler;

/** Which executor runs code. */
public enum Engine {
  /** Only the interpreter. */
  INTERPRETER,
  /** The compiled tier before the first run of everything that it can compile. */
  COMPILED,
  /** Compiled at once where there is a loop or a {@code yield}, else at the second call. */
  MIXED
}
