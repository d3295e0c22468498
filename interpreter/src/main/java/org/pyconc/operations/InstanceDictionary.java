package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.objects.GetSet;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;

/** {@code __dict__} and {@code __weakref__} of instances. */
public final class InstanceDictionary {
  private InstanceDictionary() {}

  /** Adds the two attributes to a class unless a class above it has them. */
  static void define(PyType type) {
    if (type.lookup("__dict__") == null) {
      type.setOwn(
          "__dict__",
          new GetSet(
              type,
              "__dict__",
              "",
              a -> new NamespaceDict((Namespace) a),
              InstanceDictionary::set));
    }
    if (type.lookup("__weakref__") == null) {
      type.setOwn("__weakref__", new GetSet(type, "__weakref__", "", a -> PySingleton.NONE, null));
    }
  }

  /** Assignment to {@code __dict__}: the object takes over the entries. */
  public static Object set(Object self, Object value) {
    if (value == Unset.UNSET) {
      Namespace emptied = (Namespace) self;
      for (String name : emptied.ownNames()) {
        emptied.deleteOwn(name);
      }
      return PySingleton.NONE;
    }
    if (!(PyPayloadInstance.unwrap(value) instanceof PyDict dict)) {
      throw Errors.typeError(
          "__dict__ must be set to a dictionary, not a '" + PyType.of(value).name() + "'");
    }
    Namespace namespace = (Namespace) self;
    if (dict instanceof NamespaceDict own && own.namespace() == namespace) {
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
