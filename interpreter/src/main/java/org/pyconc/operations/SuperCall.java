package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PySuper;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;

/** {@code super()} without arguments, whose class and object come from the function around it. */
public final class SuperCall {
  private SuperCall() {}

  /** A variable as {@link #call} wants it: of null, which an unbound one is, a mark. */
  public static Object orUnbound(@Nullable Object value) {
    return value == null ? Unset.UNSET : value;
  }

  /**
   * Calls what the name {@code super} means.
   *
   * @param start the class in whose body the function stands, null if there is none, {@link Unset}
   *     if its variable was deleted
   * @param self the function's first parameter, null if it has none, {@link Unset} if it was
   *     deleted
   */
  public static Object call(Object function, @Nullable Object start, @Nullable Object self) {
    if (function != BuiltinTypes.SUPER) {
      return Calls.call0(function);
    }
    if (self == null) {
      throw Errors.runtimeError("super(): no arguments");
    }
    if (self == Unset.UNSET) {
      throw Errors.runtimeError("super(): arg[0] deleted");
    }
    if (start == null) {
      throw Errors.runtimeError("super(): __class__ cell not found");
    }
    if (!(start instanceof PyType type)) {
      throw Errors.runtimeError("super(): empty __class__ cell");
    }
    if (self instanceof PyType t && t.isSubtypeOf(type)) {
      return new PySuper(type, t, t);
    }
    PyType selfType = PyType.of(self);
    if (!selfType.isSubtypeOf(type)) {
      throw Errors.typeError("super(type, obj): obj must be an instance or subtype of type");
    }
    return new PySuper(type, self, selfType);
  }
}
