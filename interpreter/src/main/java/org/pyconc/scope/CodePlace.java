package org.pyconc.scope;

import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Origin;

/** A place in the code of a program. */
public record CodePlace(CodeUnit code, Span span) implements Origin {
  /** Whether it is in a module of the library that is written in the language. */
  public boolean isInLibrary() {
    return code.source().isLibrary();
  }

  /** Such as {@code main.py:12 (lock = Lock())}. */
  @Override
  public String describe() {
    String line = code.source().line(span.line()).strip();
    return code.source().name() + ":" + span.line() + (line.isEmpty() ? "" : " (" + line + ")");
  }
}
