package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.objects.AttributedDict;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.GetSet;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;

/** {@code __dict__} and {@code __weakref__} of instances. */
public final class InstanceDictionary {
  private InstanceDictionary() {}

  /** Adds the two attributes to a class unless a class above it has them. */
  static void define(PyType type) {
    Object inherited = type.lookup("__dict__");
    if (inherited == null || inherited instanceof GetSet g && isOfDicts(g.owner())) {
      type.setOwn(
          "__dict__",
          new GetSet(
              type, "__dict__", "", a -> ((Namespace) a).attributes(), InstanceDictionary::set));
    }
    if (type.lookup("__weakref__") == null) {
      type.setOwn("__weakref__", new GetSet(type, "__weakref__", "", a -> PySingleton.NONE, null));
    }
  }

  /** The native class's values are no instances, those of its subclasses are. */
  private static boolean isOfDicts(PyType owner) {
    return owner.isNative() && owner.isSubtypeOf(BuiltinTypes.DICT);
  }

  /**
   * {@code __dict__} of a native class whose instances have attributes, as if written in Python.
   */
  public static void define(TypeBuilder b) {
    b.getSet("__dict__", "", a -> ((Namespace) a).attributes(), InstanceDictionary::set);
  }

  /** {@code __dict__} of a native class of dicts that have attributes. */
  public static void defineForDict(TypeBuilder b) {
    b.getSet(
        "__dict__",
        "",
        self -> ((AttributedDict) self).attributes().attributes(),
        (self, value) -> set(self instanceof AttributedDict d ? d.attributes() : self, value));
  }

  /** Assignment to {@code __dict__}: the object takes over the entries. */
  public static Object set(Object self, Object value) {
    Namespace namespace = (Namespace) self;
    if (value == Unset.UNSET) {
      return set(self, new PyDict());
    }
    if (!(PyPayloadInstance.unwrap(value) instanceof PyDict dict)) {
      throw Errors.typeError(
          "__dict__ must be set to a dictionary, not a '" + PyType.of(value).name() + "'");
    }
    if (dict instanceof NamespaceDict own && own.namespace() == namespace) {
      return PySingleton.NONE;
    }
    if (PyType.of(self).lookup("__slots__") == null) {
      namespace.setAttributes(value);
      return PySingleton.NONE;
    }
    PyDict entries = dict.copy();
    for (String name : namespace.ownNames()) {
      namespace.deleteOwn(name);
    }
    for (int i = entries.next(0); i >= 0; i = entries.next(i + 1)) {
      namespace.setOwn(Attributes.name(entries.keyAt(i)), entries.valueAt(i));
    }
    return PySingleton.NONE;
  }
}
