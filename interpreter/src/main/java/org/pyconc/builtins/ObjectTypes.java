package org.pyconc.builtins;

import org.pyconc.objects.TypeBuilder;

/** The definitions of object, type, functions, descriptors, modules and exceptions. */
final class ObjectTypes {
  private ObjectTypes() {}

  /** Defines the type if it belongs here. */
  static boolean define(String name, TypeBuilder b) {
    return false;
  }
}
