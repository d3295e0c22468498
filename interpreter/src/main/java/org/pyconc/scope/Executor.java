package org.pyconc.scope;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.CodeBody;

/** Turns code units into something that runs: the Truffle interpreter or the compiled tier. */
@FunctionalInterface
public interface Executor {
  CodeBody prepare(CodeUnit unit);

  /** The place that a line of a generated class stands for; null if it is none of its own. */
  default @Nullable CodePlace placeOf(Class<?> generated, int line) {
    return null;
  }
}
