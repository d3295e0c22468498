package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;

/** The definitions of the number types. */
final class NumberTypes {
  private NumberTypes() {}

  /** Defines the type if it belongs here. */
  static boolean define(String name, TypeBuilder b) {
    switch (name) {
      case "int" -> IntMethods.define(b);
      case "bool" -> BoolMethods.define(b);
      case "float" -> FloatMethods.define(b);
      case "complex" -> ComplexMethods.define(b);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The class that {@code __new__} was called for, checked. */
  static PyType checkedClass(Object cls, PyType builtin) {
    String name = builtin.name();
    if (!(cls instanceof PyType type)) {
      throw Errors.typeError(
          name + ".__new__(X): X is not a type object (" + PyType.of(cls).name() + ")");
    }
    if (!type.isSubtypeOf(builtin)) {
      throw Errors.typeError(
          name + ".__new__(" + type.name() + "): " + type.name() + " is not a subtype of " + name);
    }
    if (type.layout() != builtin) {
      throw Errors.typeError(
          name
              + ".__new__("
              + type.name()
              + ") is not safe, use "
              + type.layout().name()
              + ".__new__()");
    }
    return type;
  }

  /** The value itself, or an instance of a program's subclass around it. */
  static Object instance(PyType type, PyType builtin, Object value) {
    return type == builtin ? value : new PyPayloadInstance(type, value);
  }
}
