package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyProperty;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
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
    b.methodN(
        "__set_name__(self, /, *args)",
        "Method to set name of a property.",
        bound -> {
          PyTuple args = (PyTuple) bound[1];
          if (args.size() != 2) {
            throw Errors.typeError(
                "__set_name__() takes 2 positional arguments but " + args.size() + " were given");
          }
          Object name = PyPayloadInstance.unwrap(args.get(1));
          ((PyProperty) bound[0])
              .setName(Text.isText(name) ? Text.java(name) : Text.javaRepr(name));
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
    p.setGettersDoc(false);
    if (doc == PySingleton.NONE && bound[1] != PySingleton.NONE) {
      Object fromGetter = Attributes.findQuietly(bound[1], "__doc__");
      p.setGettersDoc(fromGetter != null && fromGetter != PySingleton.NONE);
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
      Object doc = p.hasGettersDoc() && newGetter != PySingleton.NONE ? PySingleton.NONE : p.doc();
      Object made = Calls.call(type, newGetter, newSetter, newDeleter, doc);
      if (made instanceof PyProperty m) {
        m.setName(p.name());
      }
      return made;
    }
    Object doc = p.doc();
    boolean isGetters = p.hasGettersDoc();
    if (newGetter != PySingleton.NONE && (isGetters || doc == PySingleton.NONE)) {
      Object fromGetter = Attributes.findQuietly(newGetter, "__doc__");
      doc = fromGetter == null ? PySingleton.NONE : fromGetter;
      isGetters = doc != PySingleton.NONE;
    }
    PyProperty made = new PyProperty(type, newGetter, newSetter, newDeleter, doc);
    made.setGettersDoc(isGetters);
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
