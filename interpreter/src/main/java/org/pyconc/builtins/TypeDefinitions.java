package org.pyconc.builtins;

import org.pyconc.objects.TypeBuilder;

/**
 * Finds the definition of a builtin type by its name; only the classes of types that are used get
 * loaded.
 */
public final class TypeDefinitions {
  private TypeDefinitions() {}

  /** Adds methods and attributes to a builtin type. */
  public static void define(String name, TypeBuilder b) {
    boolean ignored =
        ObjectTypes.define(name, b)
            || TextTypes.define(name, b)
            || ContainerTypes.define(name, b)
            || NumberTypes.define(name, b)
            || GeneratorTypes.define(name, b);
  }
}
