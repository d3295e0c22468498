package org.pyconc.runtime;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.tree.TreeReader;

/**
 * A module of the standard library that is written in the language itself.
 *
 * @param text its text; the name of the text is the module's {@code __file__}
 * @param isPackage whether it has submodules
 * @param tree its syntax tree, if that was made when the library was built
 * @param classes its classes, likewise
 * @param isSealed whether all of them came out of one build, as in a jar: nothing has changed since
 */
public record LibrarySource(
    SourceText text, boolean isPackage, Made tree, Made classes, boolean isSealed) {
  /** What was made when the library was built. */
  @FunctionalInterface
  public interface Made {
    /** The bytes, or null if there are none. */
    byte @Nullable [] read();
  }

  /** What tells whether tree and classes are of this text. */
  long checksum() {
    return isSealed ? TreeReader.FITS : text.checksum();
  }
}
