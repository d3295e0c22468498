package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySuper;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;

/**
 * The methods of {@code super}.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html#super">super</a>
 */
final class SuperMethods {
  private SuperMethods() {}

  static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, type=<unrepresentable>, obj=<unrepresentable>, /)",
        "Create and return a new object.  See help(type) for accurate signature.",
        bound -> {
          PySuper made = make(bound[1], bound[2]);
          return bound[0] == BuiltinTypes.SUPER
              ? made
              : new PyPayloadInstance((PyType) bound[0], made);
        });
    b.methodN("__init__(self, /, *args)", "", bound -> PySingleton.NONE);
    b.wholeMethod(
        "__getattribute__(self, name, /)",
        "Return getattr(self, name).",
        (self, name) -> {
          Object found = Attributes.findDefault(self, PyType.of(self), Attributes.name(name));
          if (found == null) {
            throw Attributes.missing(self, Attributes.name(name));
          }
          return found;
        });
    b.method("__repr__(self, /)", "Return repr(self).", SuperMethods::repr);
    b.method(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        (self, instance, owner) -> {
          PySuper s = (PySuper) self;
          return s.self() != Unset.UNSET || instance == PySingleton.NONE
              ? s
              : Attributes.superOf(s.start(), instance);
        });
    b.getter("__thisclass__", "the class invoking super()", a -> ((PySuper) a).start());
    b.getter(
        "__self__",
        "the instance invoking super(); may be None",
        a -> FunctionMethods.orNone(((PySuper) a).self()));
    b.getter(
        "__self_class__",
        "the type of the instance invoking super(); may be None",
        a -> ((PySuper) a).self() == Unset.UNSET ? PySingleton.NONE : ((PySuper) a).objectType());
  }

  private static PySuper make(Object type, Object object) {
    if (type == Unset.UNSET) {
      throw Errors.runtimeError("super(): no arguments");
    }
    if (!(type instanceof PyType start)) {
      throw Errors.typeError("super() argument 1 must be a type, not " + PyType.of(type).name());
    }
    return object == Unset.UNSET || object == PySingleton.NONE
        ? new PySuper(start, Unset.UNSET, start)
        : Attributes.superOf(start, object);
  }

  private static Object repr(Object self) {
    PySuper s = (PySuper) self;
    return WideString.of(
        "<super: <class '"
            + s.start().name()
            + "'>, "
            + (s.self() == Unset.UNSET ? "NULL" : "<" + s.objectType().name() + " object>")
            + ">");
  }
}
