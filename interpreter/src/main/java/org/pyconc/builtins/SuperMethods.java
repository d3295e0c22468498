package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySuper;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;

/**
 * The methods of {@code super}.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html#super">super</a>
 */
final class SuperMethods {
  private SuperMethods() {}

  static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        bound -> {
          Arguments.noKeywords("super", bound[2]);
          PyTuple given = (PyTuple) bound[1];
          if (given.size() > 2) {
            throw Errors.typeError("super() expected at most 2 arguments, got " + given.size());
          }
          PySuper made =
              make(
                  given.size() > 0 ? given.get(0) : Unset.UNSET,
                  given.size() > 1 ? given.get(1) : Unset.UNSET);
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
    b.wholeMethodN(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        bound -> {
          PySuper s = (PySuper) PyPayloadInstance.unwrap(bound[0]);
          if (s.self() != Unset.UNSET || bound[1] == PySingleton.NONE) {
            return bound[0];
          }
          PyType type = PyType.of(bound[0]);
          return type == BuiltinTypes.SUPER
              ? Attributes.superOf(s.start(), bound[1])
              : Calls.call2(type, s.start(), bound[1]);
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
