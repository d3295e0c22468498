package org.pyconc.builtins;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.PyUnion;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Text;
import org.pyconc.operations.TypeChecks;

/**
 * Unions of types.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#union-type">Union type</a>
 */
final class UnionMethods {
  private UnionMethods() {}

  static void define(TypeBuilder b) {
    b.doc("Represent a PEP 604 union type\n\nE.g. for int | str");
    defineOr(b);
    b.method("__repr__(self, /)", "Return repr(self).", UnionMethods::repr);
    b.method("__hash__(self, /)", "Return hash(self).", UnionMethods::hash);
    b.method("__eq__(self, value, /)", "Return self==value.", UnionMethods::equal);
    b.method(
        "__instancecheck__(self, instance, /)",
        "",
        (self, value) -> TypeChecks.isInstance(value, self));
    b.method(
        "__subclasscheck__(self, subclass, /)",
        "",
        (self, value) -> TypeChecks.isSubclass(value, self));
    b.getter("__args__", "", a -> ((PyUnion) a).arguments());
    b.getter("__parameters__", "", a -> GenericSubstitution.parameters(((PyUnion) a).arguments()));
    b.method(
        "__getitem__(self, key, /)",
        "Return self[key].",
        (self, key) -> GenericSubstitution.of((PyUnion) self, key));
  }

  /** {@code |} of types. */
  static void defineOr(TypeBuilder b) {
    b.method("__or__(self, value, /)", "Return self|value.", UnionMethods::join);
    b.method("__ror__(self, value, /)", "Return value|self.", (a, other) -> join(other, a));
  }

  private static Object join(Object left, Object right) {
    List<Object> members = new ArrayList<>();
    if (!add(members, left) || !add(members, right)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    return members.size() == 1 ? members.get(0) : new PyUnion(PyTuple.of(members.toArray()));
  }

  private static boolean add(List<Object> members, Object value) {
    if (value instanceof PyUnion union) {
      for (Object each : union.arguments().items()) {
        addOnce(members, each);
      }
      return true;
    }
    if (value == PySingleton.NONE) {
      addOnce(members, PySingleton.NONE.type());
      return true;
    }
    if (value instanceof PyType || PyPayloadInstance.unwrap(value) instanceof PyGenericAlias) {
      addOnce(members, value);
      return true;
    }
    return false;
  }

  private static void addOnce(List<Object> members, Object value) {
    if (!contains(members.toArray(), value)) {
      members.add(value);
    }
  }

  private static boolean contains(@Nullable Object[] members, Object value) {
    for (Object each : members) {
      if (each != null && Comparison.equal(each, value)) {
        return true;
      }
    }
    return false;
  }

  private static Object repr(Object self) {
    StringBuilder text = new StringBuilder();
    for (Object each : ((PyUnion) self).arguments().items()) {
      text.append(text.isEmpty() ? "" : " | ");
      if (each == PySingleton.NONE.type()) {
        text.append("None");
      } else {
        text.append(each instanceof PyType t ? t.fullName() : Text.javaRepr(each));
      }
    }
    return WideString.of(text.toString());
  }

  private static Object hash(Object self) {
    long h = 0;
    for (Object each : ((PyUnion) self).arguments().items()) {
      h ^= Hashing.hash(each);
    }
    return h;
  }

  private static Object equal(Object self, Object other) {
    if (!(other instanceof PyUnion union)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    Object[] mine = ((PyUnion) self).arguments().items();
    Object[] others = union.arguments().items();
    if (mine.length != others.length) {
      return false;
    }
    for (Object each : mine) {
      if (!contains(others, each)) {
        return false;
      }
    }
    return true;
  }
}
