package org.pyconc.transfer;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyStaticMethod;
import org.pyconc.objects.PyType;

/** Finds functions and classes by module and qualified name, as pickle refers to them. */
final class QualifiedNames {
  private QualifiedNames() {}

  /** What the name means in the module: {@code f}, {@code Class.method}; null if nothing. */
  static @Nullable Object find(PyModule module, String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    if (dot < 0) {
      return module.own(qualifiedName);
    }
    Object found = module.own(qualifiedName.substring(0, dot));
    while (dot >= 0 && found instanceof PyType type) {
      int next = qualifiedName.indexOf('.', dot + 1);
      String part = qualifiedName.substring(dot + 1, next < 0 ? qualifiedName.length() : next);
      found = type.own(part);
      dot = next;
    }
    return dot >= 0
        ? null
        : found instanceof PyStaticMethod s
            ? s.function()
            : found instanceof PyClassMethod c ? c.function() : found;
  }
}
