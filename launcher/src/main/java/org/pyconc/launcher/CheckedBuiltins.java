package org.pyconc.launcher;

import org.pyconc.builtins.BuiltinsModule;
import org.pyconc.objects.PyModule;

/** The names of the builtins. */
final class CheckedBuiltins {
  private final PyModule module = BuiltinsModule.create();

  boolean contain(String name) {
    return module.own(name) != null;
  }
}
