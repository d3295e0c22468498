package org.pyconc.builtins;

import org.pyconc.objects.ModuleBuilder;

/** The builtin functions that have to do with text. */
final class TextFunctions {
  private TextFunctions() {}

  static void define(ModuleBuilder b) {}
}
