package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SourceText;

/**
 * A module of the standard library that is written in the language itself.
 *
 * @param text its text; the name of the text is the module's {@code __file__}
 * @param isPackage whether it has submodules
 * @param tree its syntax tree, if that was made when the library was built
 * @param classes its classes, likewise
 */
public record LibrarySource(SourceText text, boolean isPackage, Made tree, Made classes) {
  /** What was made when the library was built. */
  @FunctionalInterface
  public interface Made {
    /** The bytes, or null if there are none. */
    byte @Nullable [] read();
  }
}
