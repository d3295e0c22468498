package org.pyconc.runtime;

import org.pyconc.grammar.SourceText;

/**
 * A module of the standard library that is written in the language itself.
 *
 * @param text its text; the name of the text is the module's {@code __file__}
 * @param isPackage whether it has submodules
 */
public record LibrarySource(SourceText text, boolean isPackage) {}
