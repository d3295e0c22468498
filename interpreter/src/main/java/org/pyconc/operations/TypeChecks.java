package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.PyUnion;
import org.pyconc.runtime.ProcessState;

/**
 * {@code isinstance} and {@code issubclass}.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/datamodel.html#customizing-instance-and-subclass-checks">
 *     Customizing instance and subclass checks</a>
 */
public final class TypeChecks {
  private TypeChecks() {}

  /** {@code isinstance(value, classinfo)}. */
  public static boolean isInstance(Object value, Object classInfo) {
    PyType type = PyType.of(value);
    if (type == classInfo) {
      return true;
    }
    if (classInfo instanceof PyType c && c.type() == BuiltinTypes.TYPE) {
      return isInstanceOfClass(value, c);
    }
    if (PyPayloadInstance.unwrap(classInfo) instanceof PyTuple tuple) {
      for (Object each : tuple.items()) {
        if (isInstance(value, each)) {
          return true;
        }
      }
      return false;
    }
    if (classInfo instanceof PyUnion union) {
      return isInstance(value, union.arguments());
    }
    Object result = Calls.special(classInfo, "__instancecheck__", value);
    return result == null ? isInstanceOfClass(value, classInfo) : Truth.isTrue(result);
  }

  /** What {@code type.__instancecheck__} says. */
  public static boolean isInstanceOfClass(Object value, Object classInfo) {
    PyType type = PyType.of(value);
    if (classInfo instanceof PyType c) {
      if (type.isSubtypeOf(c)) {
        return true;
      }
      if (type.isNative() && c != BuiltinTypes.FUNCTION
          || type.lookup("__class__") == objectClass() && type.traits().getAttribute() == null) {
        return false;
      }
      return Attributes.findQuietly(value, "__class__") instanceof PyType pretended
          && pretended != type
          && pretended.isSubtypeOf(c);
    }
    if (classInfo instanceof PyGenericAlias) {
      throw Errors.typeError("isinstance() argument 2 cannot be a parameterized generic");
    }
    if (!looksLikeClass(classInfo)) {
      throw Errors.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
    }
    Object pretended = Attributes.findQuietly(value, "__class__");
    return pretended != null && derives(pretended, classInfo, 0);
  }

  private static Object objectClass() {
    Object getter = BuiltinTypes.OBJECT.ownAttribute("__class__");
    return getter == null ? BuiltinTypes.OBJECT : getter;
  }

  /** {@code issubclass(subclass, classinfo)}. */
  public static boolean isSubclass(Object subclass, Object classInfo) {
    if (classInfo instanceof PyType c && c.type() == BuiltinTypes.TYPE) {
      return isSubclassOfClass(subclass, c);
    }
    if (PyPayloadInstance.unwrap(classInfo) instanceof PyTuple tuple) {
      for (Object each : tuple.items()) {
        if (isSubclass(subclass, each)) {
          return true;
        }
      }
      return false;
    }
    if (classInfo instanceof PyUnion union) {
      return isSubclass(subclass, union.arguments());
    }
    Object result = Calls.special(classInfo, "__subclasscheck__", subclass);
    return result == null ? isSubclassOfClass(subclass, classInfo) : Truth.isTrue(result);
  }

  /** What {@code type.__subclasscheck__} says. */
  public static boolean isSubclassOfClass(Object subclass, Object classInfo) {
    if (subclass instanceof PyType s && classInfo instanceof PyType c) {
      return s.isSubtypeOf(c);
    }
    if (!looksLikeClass(subclass)) {
      throw Errors.typeError("issubclass() arg 1 must be a class");
    }
    if (!looksLikeClass(classInfo)) {
      throw Errors.typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
    }
    return derives(subclass, classInfo, 0);
  }

  private static boolean looksLikeClass(Object value) {
    return value instanceof PyType || Attributes.findQuietly(value, "__bases__") instanceof PyTuple;
  }

  private static boolean derives(Object derived, Object ancestor, int depth) {
    if (derived == ancestor) {
      return true;
    }
    if (depth > ProcessState.current().recursionLimit()) {
      throw Errors.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded");
    }
    if (Attributes.findQuietly(derived, "__bases__") instanceof PyTuple bases) {
      for (Object base : bases.items()) {
        if (derives(base, ancestor, depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
