package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;

/** The methods of None, Ellipsis and NotImplemented. */
final class SingletonMethods {
  private SingletonMethods() {}

  static void defineNone(TypeBuilder b) {
    b.method("__bool__(self, /)", "True if self else False", a -> false);
    define(b, PySingleton.NONE);
  }

  static void defineEllipsis(TypeBuilder b) {
    b.method("__reduce__(self, /)", "", a -> "Ellipsis");
    define(b, PySingleton.ELLIPSIS);
  }

  static void defineNotImplemented(TypeBuilder b) {
    b.method("__bool__(self, /)", "True if self else False", a -> true);
    b.method("__reduce__(self, /)", "", a -> "NotImplemented");
    define(b, PySingleton.NOT_IMPLEMENTED);
  }

  private static void define(TypeBuilder b, PySingleton value) {
    b.method("__repr__(self, /)", "Return repr(self).", Object::toString);
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        bound -> {
          if (((PyTuple) bound[1]).size() > 0 || ((PyDict) bound[2]).size() > 0) {
            throw Errors.typeError(b.type().name() + " takes no arguments");
          }
          return value;
        });
  }
}
