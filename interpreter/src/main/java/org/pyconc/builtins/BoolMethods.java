package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.IntegerArithmetic;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Truth;

/** The methods of {@code bool} that differ from those of {@code int}. */
final class BoolMethods {
  private BoolMethods() {}

  static void define(TypeBuilder b) {
    b.doc("bool(x) -> bool");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> create(a[0], (PyTuple) a[1], (PyDict) a[2]));
    b.method("__repr__(self, /)", "Return repr(self).", a -> (boolean) a ? "True" : "False");
    b.method("__and__(self, value, /)", "Return self&value.", BoolMethods::and);
    b.method("__rand__(self, value, /)", "Return value&self.", BoolMethods::and);
    b.method("__or__(self, value, /)", "Return self|value.", BoolMethods::or);
    b.method("__ror__(self, value, /)", "Return value|self.", BoolMethods::or);
    b.method("__xor__(self, value, /)", "Return self^value.", BoolMethods::xor);
    b.method("__rxor__(self, value, /)", "Return value^self.", BoolMethods::xor);
  }

  private static Object create(Object cls, PyTuple arguments, PyDict keywords) {
    NumberTypes.checkedClass(cls, BuiltinTypes.BOOL);
    if (keywords.size() > 0) {
      throw Errors.typeError("bool() takes no keyword arguments");
    }
    if (arguments.size() > 1) {
      throw Errors.typeError("bool expected at most 1 argument, got " + arguments.size());
    }
    return arguments.size() == 1 && Truth.isTrue(arguments.get(0));
  }

  private static Object and(Object a, Object b) {
    if (b instanceof Boolean y) {
      return (boolean) a && y;
    }
    Object y = Integers.orNull(b);
    return y == null ? PySingleton.NOT_IMPLEMENTED : IntegerArithmetic.and(Integers.plain(a), y);
  }

  private static Object or(Object a, Object b) {
    if (b instanceof Boolean y) {
      return (boolean) a || y;
    }
    Object y = Integers.orNull(b);
    return y == null ? PySingleton.NOT_IMPLEMENTED : IntegerArithmetic.or(Integers.plain(a), y);
  }

  private static Object xor(Object a, Object b) {
    if (b instanceof Boolean y) {
      return (boolean) a != y;
    }
    Object y = Integers.orNull(b);
    return y == null ? PySingleton.NOT_IMPLEMENTED : IntegerArithmetic.xor(Integers.plain(a), y);
  }
}
