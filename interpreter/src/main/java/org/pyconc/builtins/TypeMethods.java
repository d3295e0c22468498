package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMappingProxy;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Classes;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Text;
import org.pyconc.operations.TypeChecks;

/**
 * The methods of {@code type}: what classes can do.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html#type">type</a>
 */
final class TypeMethods {
  private TypeMethods() {}

  static void define(TypeBuilder b) {
    b.staticMethod(
        "__new__(*args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        TypeMethods::make);
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        TypeMethods::initialise);
    b.methodN(
        "__call__(self, /, *args, **kwargs)",
        "Call self as a function.",
        bound -> {
          Spread s = Spread.of((PyTuple) bound[1], (PyDict) bound[2]);
          return Calls.instantiateDefault((PyType) bound[0], s.arguments(), s.keywords());
        });
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> "<class '" + ((PyType) a).fullName() + "'>");
    b.method(
        "__setattr__(self, name, value, /)",
        "Implement setattr(self, name, value).",
        (self, name, value) -> {
          Attributes.storeDefault(self, PyType.of(self), Attributes.name(name), value);
          return PySingleton.NONE;
        });
    b.method(
        "__delattr__(self, name, /)",
        "Implement delattr(self, name).",
        (self, name) -> {
          Attributes.deleteDefault(self, PyType.of(self), Attributes.name(name));
          return PySingleton.NONE;
        });
    b.method(
        "mro(self, /)",
        "Return a type's method resolution order.",
        a -> PyList.of(((PyType) a).mro().clone()));
    b.method(
        "__subclasses__(self, /)",
        "Return a list of immediate subclasses.",
        a -> PyList.of(((PyType) a).subclasses().toArray()));
    b.method(
        "__instancecheck__(self, instance, /)",
        "Check if an object is an instance.",
        (a, value) -> TypeChecks.isInstanceOfClass(value, a));
    b.method(
        "__subclasscheck__(self, subclass, /)",
        "Check if a class is a subclass.",
        (a, value) -> TypeChecks.isSubclassOfClass(value, a));
    b.classMethod(
        "__prepare__(cls, /, *args, **kwargs)",
        "used to create the namespace for the class statement",
        bound -> new PyDict());
    b.method(
        "__dir__(self, /)",
        "Specialized __dir__ implementation for types.",
        a -> Directory.ofClass((PyType) a));
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> GenericAliasMethods.alias(bound[0], bound[1]));
    UnionMethods.defineOr(b);
    defineAttributes(b);
  }

  private static void defineAttributes(TypeBuilder b) {
    b.getSet(
        "__name__",
        "",
        a -> WideString.of(((PyType) a).simpleName()),
        (a, v) -> setName(a, v, false));
    b.getSet(
        "__qualname__",
        "",
        a -> WideString.of(((PyType) a).qualifiedName()),
        (a, v) -> setName(a, v, true));
    b.getSet("__module__", "", TypeMethods::module, (a, v) -> setOwn(a, "__module__", v));
    b.getSet(
        "__bases__",
        "",
        a -> PyTuple.of((Object[]) ((PyType) a).bases().clone()),
        TypeMethods::setBases);
    b.getter("__mro__", "", a -> PyTuple.of((Object[]) ((PyType) a).mro().clone()));
    b.getter(
        "__base__",
        "",
        a -> ((PyType) a).bases().length == 0 ? PySingleton.NONE : Classes.bestBase((PyType) a));
    b.getSet("__doc__", "", TypeMethods::doc, (a, v) -> setOwn(a, "__doc__", v));
    b.getter("__dict__", "", TypeMethods::dictionary);
    b.getSet(
        "__abstractmethods__",
        "",
        a -> own(a, "__abstractmethods__"),
        (a, v) -> setOwn(a, "__abstractmethods__", v));
    b.getSet(
        "__annotations__", "", TypeMethods::annotations, (a, v) -> setOwn(a, "__annotations__", v));
    b.getter("__text_signature__", "", a -> PySingleton.NONE);
  }

  private static Object make(Object[] bound) {
    PyTuple arguments = (PyTuple) bound[0];
    PyDict keywords = (PyDict) bound[1];
    if (arguments.size() == 0) {
      throw Errors.typeError("type.__new__(): not enough arguments");
    }
    if (!(arguments.get(0) instanceof PyType meta)) {
      throw Errors.typeError(
          "type.__new__(X): X is not a type object (" + PyType.of(arguments.get(0)).name() + ")");
    }
    if (!meta.isSubtypeOf(BuiltinTypes.TYPE)) {
      throw Errors.typeError(
          "type.__new__(" + meta.name() + "): " + meta.name() + " is not a subtype of type");
    }
    if (arguments.size() != 4) {
      throw Errors.typeError(
          "type.__new__() takes exactly 3 arguments (" + (arguments.size() - 1) + " given)");
    }
    Object name = PyPayloadInstance.unwrap(arguments.get(1));
    if (!Text.isText(name)) {
      throw wrongArgument(1, "str", name);
    }
    if (!(PyPayloadInstance.unwrap(arguments.get(2)) instanceof PyTuple bases)) {
      throw wrongArgument(2, "tuple", arguments.get(2));
    }
    if (!(PyPayloadInstance.unwrap(arguments.get(3)) instanceof PyDict namespace)) {
      throw wrongArgument(3, "dict", arguments.get(3));
    }
    Spread s = Spread.of(PyTuple.EMPTY, keywords);
    return Classes.construct(
        meta, Text.java(name), bases, namespace, arguments, s.arguments(), s.keywords());
  }

  private static RuntimeException wrongArgument(int index, String expected, Object value) {
    return Errors.typeError(
        "type.__new__() argument "
            + index
            + " must be "
            + expected
            + ", not "
            + PyType.of(value).name());
  }

  private static Object initialise(Object[] bound) {
    int given = ((PyTuple) bound[1]).size();
    if (given == 1 && ((PyDict) bound[2]).size() > 0) {
      throw Errors.typeError("type.__init__() takes no keyword arguments");
    }
    if (given != 1 && given != 3) {
      throw Errors.typeError("type.__init__() takes 1 or 3 arguments");
    }
    return PySingleton.NONE;
  }

  private static Object setName(Object self, Object value, boolean qualified) {
    PyType type = (PyType) self;
    String attribute = qualified ? "__qualname__" : "__name__";
    checkSet(type, attribute, value);
    if (!Text.isText(PyPayloadInstance.unwrap(value))) {
      throw Errors.typeError(
          "can only assign string to "
              + type.name()
              + "."
              + attribute
              + ", not '"
              + PyType.of(value).name()
              + "'");
    }
    if (!qualified && Text.java(value).indexOf(0) >= 0) {
      throw Errors.valueError("type name must not contain null characters");
    }
    if (qualified) {
      type.setQualifiedName(Text.java(value));
    } else {
      type.setName(Text.java(value));
    }
    return PySingleton.NONE;
  }

  private static void checkSet(PyType type, String attribute, Object value) {
    if (type.isNative()) {
      throw Errors.typeError(
          "cannot set '" + attribute + "' attribute of immutable type '" + type.fullName() + "'");
    }
    if (value == Unset.UNSET
        && !attribute.equals("__abstractmethods__")
        && !attribute.equals("__annotations__")) {
      throw Errors.typeError(
          "cannot delete '" + attribute + "' attribute of immutable type '" + type.name() + "'");
    }
  }

  private static Object own(Object self, String attribute) {
    Object value = self == BuiltinTypes.TYPE ? null : ((PyType) self).ownAttribute(attribute);
    if (value == null) {
      throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, attribute);
    }
    return value;
  }

  private static Object setOwn(Object self, String attribute, Object value) {
    PyType type = (PyType) self;
    checkSet(type, attribute, value);
    if (value != Unset.UNSET) {
      type.setOwn(attribute, value);
    } else if (!type.deleteOwn(attribute)) {
      throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, attribute);
    }
    return PySingleton.NONE;
  }

  private static Object module(Object self) {
    PyType type = (PyType) self;
    Object own = type.isNative() ? null : type.own("__module__");
    return own == null ? WideString.of(type.moduleName()) : own;
  }

  private static Object setBases(Object self, Object value) {
    PyType type = (PyType) self;
    checkSet(type, "__bases__", value);
    if (!(PyPayloadInstance.unwrap(value) instanceof PyTuple tuple)) {
      throw Errors.typeError(
          "can only assign tuple to " + type.name() + ".__bases__, not " + PyType.of(value).name());
    }
    Classes.replaceBases(type, tuple);
    return PySingleton.NONE;
  }

  private static Object doc(Object self) {
    PyType type = (PyType) self;
    if (type == BuiltinTypes.TYPE) {
      return "type(object) -> the object's type\n"
          + "type(name, bases, dict, **kwds) -> a new type";
    }
    Object own = type.ownAttribute("__doc__");
    return own == null ? PySingleton.NONE : org.pyconc.operations.Attributes.bindOnClass(own, type);
  }

  private static Object dictionary(Object self) {
    PyType type = (PyType) self;
    type.ownAttributeNames();
    PyDict others = type.otherKeys();
    if (others == null) {
      return new PyMappingProxy(new NamespaceDict(type));
    }
    PyDict all = new NamespaceDict(type).copy();
    all.putAll(others);
    return new PyMappingProxy(all);
  }

  private static Object annotations(Object self) {
    PyType type = (PyType) self;
    if (type.isNative()) {
      throw Errors.noAttribute(type, "__annotations__");
    }
    Object own = type.own("__annotations__");
    if (own == null) {
      own = new PyDict();
      type.setOwn("__annotations__", own);
    }
    return own;
  }
}
