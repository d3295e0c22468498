package org.pyconc.compiler;

import java.util.Locale;

/** Which executor runs code. */
public enum Engine {
  /** Only the interpreter. */
  INTERPRETER,
  /** The compiled tier before the first run of everything that it can compile. */
  COMPILED,
  /** Compiled at once where there is a loop or a {@code yield}, else at the second call. */
  MIXED;

  /** As options call it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
