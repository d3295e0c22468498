package org.pyconc.builtins;

import java.util.Set;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/**
 * The type of {@code list[int]}.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#types-genericalias">Generic
 *     Alias Type</a>
 */
final class GenericAliasMethods {
  /** What is not taken from the origin. */
  private static final Set<String> OWN =
      Set.of("__bases__", "__copy__", "__deepcopy__", "__instancecheck__");

  private GenericAliasMethods() {}

  /** {@code cls[item]}. */
  static Object alias(Object cls, Object item) {
    return new PyGenericAlias(cls, item instanceof PyTuple t ? t : PyTuple.of(item));
  }

  static void define(TypeBuilder b) {
    UnionMethods.defineOr(b);
    b.doc("Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list.");
    b.staticMethod(
        "__new__(cls, origin, args, /)",
        "Create and return a new object.",
        bound -> {
          Object made = alias(bound[1], bound[2]);
          return bound[0] == BuiltinTypes.GENERIC_ALIAS
              ? made
              : new PyPayloadInstance((PyType) bound[0], made);
        });
    b.method("__repr__(self, /)", "Return repr(self).", self -> repr((PyGenericAlias) self));
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (self, value) -> {
          PyGenericAlias a = (PyGenericAlias) self;
          return value instanceof PyGenericAlias other
              ? (Object)
                  (a.isStarred() == other.isStarred()
                      && Comparison.equal(a.origin(), other.origin())
                      && Comparison.equal(a.arguments(), other.arguments()))
              : PySingleton.NOT_IMPLEMENTED;
        });
    b.method(
        "__hash__(self, /)",
        "Return hash(self).",
        self -> {
          PyGenericAlias a = (PyGenericAlias) self;
          return Hashing.hash(a.origin()) ^ Hashing.hash(a.arguments());
        });
    b.method(
        "__mro_entries__(self, bases, /)",
        "",
        (self, bases) -> PyTuple.of(((PyGenericAlias) self).origin()));
    b.method(
        "__iter__(self, /)",
        "Implement iter(self).",
        self -> {
          PyGenericAlias a = (PyGenericAlias) self;
          return Iteration.iter(PyTuple.of(new PyGenericAlias(a.origin(), a.arguments(), true)));
        });
    b.method(
        "__getitem__(self, key, /)",
        "Return self[key].",
        (self, key) -> GenericSubstitution.of((PyGenericAlias) self, key));
    b.method(
        "__getattr__(self, name, /)",
        "What the origin has, the alias has too.",
        (self, name) -> forwarded((PyGenericAlias) self, Text.java(name)));
    b.method(
        "__subclasscheck__(self, cls, /)",
        "",
        (self, cls) -> {
          throw Errors.typeError("issubclass() argument 2 cannot be a parameterized generic");
        });
    b.getter("__parameters__", "", self -> GenericSubstitution.parameters((PyGenericAlias) self));
    b.getter("__origin__", "", self -> ((PyGenericAlias) self).origin());
    b.getter("__args__", "", self -> ((PyGenericAlias) self).arguments());
    b.getter("__unpacked__", "", self -> ((PyGenericAlias) self).isStarred());
    b.getter(
        "__typing_unpacked_tuple_args__",
        "",
        self -> {
          PyGenericAlias a = (PyGenericAlias) self;
          return a.isStarred() && a.origin() == BuiltinTypes.TUPLE
              ? a.arguments()
              : PySingleton.NONE;
        });
  }

  private static Object forwarded(PyGenericAlias alias, String name) {
    if (OWN.contains(name)) {
      throw Errors.noAttribute(alias, name);
    }
    return Attributes.load(alias.origin(), name);
  }

  private static Object repr(PyGenericAlias alias) {
    TextBuilder text = new TextBuilder().append(alias.isStarred() ? "*" : "");
    text.append(part(alias.origin())).append("[");
    PyTuple arguments = alias.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(part(arguments.get(i)));
    }
    return text.append(arguments.size() == 0 ? "()]" : "]").build();
  }

  private static Object part(Object value) {
    return switch (value) {
      case PyType type -> type.fullName();
      case PySingleton s when s == PySingleton.ELLIPSIS -> "...";
      default -> Text.repr(value);
    };
  }
}
