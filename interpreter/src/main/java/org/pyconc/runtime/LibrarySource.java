package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SourceText;

/**
 * A module of the standard library that is written in the language itself.
 *
 * @param text its text; the name of the text is the module's {@code __file__}
 * @param isPackage whether it has submodules
 * @param precompiled its classes, made when the library was built, if there are any
 */
public record LibrarySource(SourceText text, boolean isPackage, Precompiled precompiled) {
  /** Where the classes of a module are. */
  @FunctionalInterface
  public interface Precompiled {
    /** Their bytes, or null. */
    byte @Nullable [] read();
  }
}
