package org.pyconc.stdlib.threading;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ModuleLoader;

/** Warnings about names that CPython keeps for old programs. */
final class Deprecated {
  private Deprecated() {}

  /** Warns the caller of {@code name()}. */
  static void warn(String name, String instead) {
    Object warnings = ModuleLoader.current().importModule("warnings", true);
    Object ignored =
        Calls.call3(
            Attributes.load(warnings, "warn"),
            name + "() is deprecated, " + instead + " instead",
            ExceptionTypes.DEPRECATION_WARNING,
            1L);
  }
}
