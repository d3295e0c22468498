package org.pyconc.builtins;

import org.pyconc.objects.ModuleBuilder;

/** The builtin functions that have to do with numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  static void define(ModuleBuilder b) {}
}
