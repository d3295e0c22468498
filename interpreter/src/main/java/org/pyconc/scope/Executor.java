package org.pyconc.scope;

import org.pyconc.objects.CodeBody;

/** Turns code units into something that runs: the Truffle interpreter or the compiled tier. */
@FunctionalInterface
public interface Executor {
  CodeBody prepare(CodeUnit unit);
}
