package org.pyconc.builtins;

import org.pyconc.objects.ModuleBuilder;

/** The builtin functions that have to do with objects, classes and attributes. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static void define(ModuleBuilder b) {}
}
