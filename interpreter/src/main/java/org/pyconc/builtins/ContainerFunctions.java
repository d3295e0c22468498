package org.pyconc.builtins;

import org.pyconc.objects.ModuleBuilder;

/** The builtin functions that have to do with containers and iteration. */
final class ContainerFunctions {
  private ContainerFunctions() {}

  static void define(ModuleBuilder b) {}
}
