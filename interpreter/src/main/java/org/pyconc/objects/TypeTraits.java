package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/**
 * The special methods of a class that decide how attributes are accessed and instances made.
 *
 * @param version of the class when this was found out
 * @param getAttribute {@code __getattribute__} if it is not object's
 * @param getAttr {@code __getattr__}
 * @param setAttr {@code __setattr__} if it is not object's
 * @param delAttr {@code __delattr__} if it is not object's
 * @param isPlainNew whether {@code __new__} is object's
 * @param create the static method {@code __new__} if it is not object's
 * @param init {@code __init__} if it is not object's
 * @param finalizer {@code __del__} of a class of the program
 * @param abstractMethods {@code __abstractmethods__} of a class of the program
 * @param metaCall of a metaclass: {@code __call__} if it is not type's
 */
public record TypeTraits(
    ClassVersion version,
    @Nullable Object getAttribute,
    @Nullable Object getAttr,
    @Nullable Object setAttr,
    @Nullable Object delAttr,
    boolean isPlainNew,
    @Nullable PyObject create,
    @Nullable Object init,
    @Nullable Object finalizer,
    @Nullable Object abstractMethods,
    @Nullable Object metaCall) {

  static TypeTraits of(PyType type) {
    return new TypeTraits(
        type.version(),
        type == BuiltinTypes.SUPER ? null : unlessObjects(type, "__getattribute__"),
        type.lookup("__getattr__"),
        unlessDefault(type, "__setattr__"),
        unlessDefault(type, "__delattr__"),
        unlessObjects(type, "__new__") == null,
        create(type),
        unlessObjects(type, "__init__"),
        type.isNative() ? null : type.lookup("__del__"),
        type.isNative() ? null : type.lookup("__abstractmethods__"),
        type.isSubtypeOf(BuiltinTypes.TYPE) ? metaCall(type) : null);
  }

  private static @Nullable PyObject create(PyType type) {
    return unlessObjects(type, "__new__") instanceof PyStaticMethod m
            && m.type() == BuiltinTypes.STATIC_METHOD
            && m.function() instanceof PyObject f
        ? f
        : null;
  }

  private static @Nullable Object metaCall(PyType type) {
    Object found = type.lookup("__call__");
    return found == BuiltinTypes.TYPE.ownAttribute("__call__") ? null : found;
  }

  /** Null for that of object, and for that of type. */
  private static @Nullable Object unlessDefault(PyType type, String name) {
    Object found = unlessObjects(type, name);
    return found == BuiltinTypes.TYPE.ownAttribute(name) ? null : found;
  }

  private static @Nullable Object unlessObjects(PyType type, String name) {
    Object found = type.lookup(name);
    return found == BuiltinTypes.OBJECT.ownAttribute(name) ? null : found;
  }
}
