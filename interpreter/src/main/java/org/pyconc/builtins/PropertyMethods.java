package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyProperty;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * The methods of {@code property}.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html#property">property</a>
 */
final class PropertyMethods {
  private PropertyMethods() {}

  private static final String GETTER_DOC = "Descriptor to obtain a copy of the property with a ";

  static void define(TypeBuilder b) {
    b.methodN(
        "__init__(self, fget=None, fset=None, fdel=None, doc=None)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        PropertyMethods::initialise);
    b.method(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        (self, instance, owner) -> {
          FunctionMethods.checkGet(instance, owner);
          return instance == PySingleton.NONE
              ? self
              : Attributes.getProperty((PyProperty) self, instance);
        });
    b.method(
        "__set__(self, instance, value, /)",
        "Set an attribute of instance to value.",
        (self, instance, value) -> {
          Attributes.setProperty((PyProperty) self, instance, value);
          return PySingleton.NONE;
        });
    b.method(
        "__delete__(self, instance, /)",
        "Delete an attribute of instance.",
        (self, instance) -> {
          Attributes.setProperty((PyProperty) self, instance, Unset.UNSET);
          return PySingleton.NONE;
        });
    b.method(
        "getter(self, function, /)",
        GETTER_DOC + "different getter.",
        (self, f) -> copy((PyProperty) self, f, null, null));
    b.method(
        "setter(self, function, /)",
        GETTER_DOC + "different setter.",
        (self, f) -> copy((PyProperty) self, null, f, null));
    b.method(
        "deleter(self, function, /)",
        GETTER_DOC + "different deleter.",
        (self, f) -> copy((PyProperty) self, null, null, f));
    b.method(
        "__set_name__(self, owner, name, /)",
        "Method to set name of a property.",
        (self, owner, name) -> {
          ((PyProperty) self).setName(Text.java(name));
          return PySingleton.NONE;
        });
    b.getter("fget", "", a -> ((PyProperty) a).getter());
    b.getter("fset", "", a -> ((PyProperty) a).setter());
    b.getter("fdel", "", a -> ((PyProperty) a).deleter());
    Native.F2 setDoc =
        (a, v) -> {
          ((PyProperty) a).setDoc(FunctionMethods.orNone(v));
          return PySingleton.NONE;
        };
    b.getSet("__doc__", "", a -> ((PyProperty) a).doc(), setDoc);
    b.getter("__isabstractmethod__", "", PropertyMethods::isAbstract);
  }

  private static Object initialise(Object[] bound) {
    Object doc = bound[4];
    PyProperty p = (PyProperty) bound[0];
    p.initialise(bound[1], bound[2], bound[3], doc);
    if (doc == PySingleton.NONE && bound[1] != PySingleton.NONE) {
      Object fromGetter = Attributes.findQuietly(bound[1], "__doc__");
      if (p.type() == BuiltinTypes.PROPERTY) {
        p.setDoc(fromGetter == null ? PySingleton.NONE : fromGetter);
      } else if (fromGetter != null) { // the class's own text would hide it
        Attributes.storeDefault(p, p.type(), "__doc__", fromGetter);
      }
    }
    return PySingleton.NONE;
  }

  private static Object copy(
      PyProperty p, @Nullable Object getter, @Nullable Object setter, @Nullable Object deleter) {
    Object newGetter = orOld(getter, p.getter());
    Object newSetter = orOld(setter, p.setter());
    Object newDeleter = orOld(deleter, p.deleter());
    PyType type = p.type();
    if (type != BuiltinTypes.PROPERTY) {
      Object made = Calls.call(type, newGetter, newSetter, newDeleter, PySingleton.NONE);
      if (made instanceof PyProperty m) {
        m.setName(p.name());
        return m;
      }
      throw Errors.typeError("a property of class '" + type.name() + "' cannot be copied");
    }
    Object doc = p.doc();
    if (getter != null) {
      Object fromGetter = Attributes.findQuietly(getter, "__doc__");
      doc = fromGetter == null ? PySingleton.NONE : fromGetter;
    }
    PyProperty made = new PyProperty(type, newGetter, newSetter, newDeleter, doc);
    made.setName(p.name());
    return made;
  }

  private static Object orOld(@Nullable Object replacement, Object old) {
    return replacement == null || replacement == PySingleton.NONE ? old : replacement;
  }

  private static Object isAbstract(Object self) {
    PyProperty p = (PyProperty) self;
    return WrapperMethods.isAbstract(p.getter())
        || WrapperMethods.isAbstract(p.setter())
        || WrapperMethods.isAbstract(p.deleter());
  }

  /** Whether a value counts as true, for attributes that may be missing. */
  static boolean isTrue(@Nullable Object value) {
    return value != null && Truth.isTrue(value);
  }
}
