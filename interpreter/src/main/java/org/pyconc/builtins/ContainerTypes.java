package org.pyconc.builtins;

import org.pyconc.objects.TypeBuilder;

/** The definitions of the containers, ranges, slices and iterators. */
final class ContainerTypes {
  private ContainerTypes() {}

  /** Defines the type if it belongs here. */
  static boolean define(String name, TypeBuilder b) {
    return false;
  }
}
