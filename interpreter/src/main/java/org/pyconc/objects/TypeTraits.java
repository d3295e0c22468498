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
 * @param init {@code __init__} if it is not object's
 */
public record TypeTraits(
    ClassVersion version,
    @Nullable Object getAttribute,
    @Nullable Object getAttr,
    @Nullable Object setAttr,
    @Nullable Object delAttr,
    boolean isPlainNew,
    @Nullable Object init) {

  static TypeTraits of(PyType type) {
    return new TypeTraits(
        type.version(),
        unlessObjects(type, "__getattribute__"),
        type.lookup("__getattr__"),
        unlessObjects(type, "__setattr__"),
        unlessObjects(type, "__delattr__"),
        unlessObjects(type, "__new__") == null,
        unlessObjects(type, "__init__"));
  }

  private static @Nullable Object unlessObjects(PyType type, String name) {
    Object found = type.lookup(name);
    return found == BuiltinTypes.OBJECT.ownAttribute(name) ? null : found;
  }
}
