package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;

/** {@code exit} and {@code quit}. */
final class Quitter extends PyObject {
  static final PyType TYPE =
      new PyType("_sitebuiltins.Quitter", BuiltinTypes.OBJECT, false, null, Quitter::define);

  private final String name;

  Quitter(String name) {
    this.name = name;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> "Use " + ((Quitter) a).name + "() or Ctrl-D (i.e. EOF) to exit");
    b.method(
        "__call__(self, code=None)",
        "Ends the program.",
        (self, code) -> {
          throw Errors.of(
              ExceptionTypes.SYSTEM_EXIT,
              code == PySingleton.NONE ? NO_ARGUMENTS : new Object[] {code});
        });
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
