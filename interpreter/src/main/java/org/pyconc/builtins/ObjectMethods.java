package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Items;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Slots;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * The methods of {@code object}.
 *
 * @see <a href="https://docs.python.org/3.11/reference/datamodel.html#basic-customization">Basic
 *     customization</a>
 */
final class ObjectMethods {
  private ObjectMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and"
            + " returns a new featureless\ninstance that has no instance attributes and cannot be"
            + " given any.\n");
    b.staticMethod(
        "__new__(*args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        ObjectMethods::make);
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        ObjectMethods::initialise);
    b.method("__repr__(self, /)", "Return repr(self).", Text::defaultRepr);
    b.method("__str__(self, /)", "Return str(self).", Text::repr);
    b.method("__hash__(self, /)", "Return hash(self).", a -> Hashing.identity(a));
    b.method(
        "__format__(self, format_spec, /)", "Default object formatter.", ObjectMethods::format);
    b.method("__getattribute__(self, name, /)", "Return getattr(self, name).", ObjectMethods::load);
    b.method(
        "__setattr__(self, name, value, /)",
        "Implement setattr(self, name, value).",
        ObjectMethods::store);
    b.method("__delattr__(self, name, /)", "Implement delattr(self, name).", ObjectMethods::delete);
    b.method("__dir__(self, /)", "Default dir() implementation.", a -> Directory.ofObject(a));
    b.method("__sizeof__(self, /)", "Size of object in memory, in bytes.", a -> 16L);
    b.classMethod(
        "__init_subclass__(cls, /, *args, **kwargs)",
        "This method is called when a class is subclassed.",
        ObjectMethods::initSubclass);
    b.classMethod(
        "__subclasshook__(cls, subclass, /)",
        "Abstract classes can override this to customize issubclass().",
        a -> PySingleton.NOT_IMPLEMENTED);
    b.method("__reduce__(self, /)", "Helper for pickle.", self -> Reductions.reduce(self, 0));
    b.method(
        "__reduce_ex__(self, protocol, /)",
        "Helper for pickle.",
        (self, protocol) -> Reductions.reduceEx(self, Items.toLong(protocol)));
    b.method(
        "__getstate__(self, /)",
        "Helper for pickle.",
        self -> Reductions.defaultState(self, false));
    defineComparisons(b);
    b.getSet("__class__", "the object's class", PyType::of, ObjectMethods::setClass);
  }

  private static void defineComparisons(TypeBuilder b) {
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (a, c) -> a == c ? (Object) true : PySingleton.NOT_IMPLEMENTED);
    b.method("__ne__(self, value, /)", "Return self!=value.", ObjectMethods::notEqual);
    b.method("__lt__(self, value, /)", "Return self<value.", (a, c) -> PySingleton.NOT_IMPLEMENTED);
    b.method(
        "__le__(self, value, /)", "Return self<=value.", (a, c) -> PySingleton.NOT_IMPLEMENTED);
    b.method("__gt__(self, value, /)", "Return self>value.", (a, c) -> PySingleton.NOT_IMPLEMENTED);
    b.method(
        "__ge__(self, value, /)", "Return self>=value.", (a, c) -> PySingleton.NOT_IMPLEMENTED);
  }

  private static Object notEqual(Object a, Object b) {
    Object equal = Calls.special(a, "__eq__", b);
    return equal == null || equal == PySingleton.NOT_IMPLEMENTED
        ? PySingleton.NOT_IMPLEMENTED
        : !Truth.isTrue(equal);
  }

  /** {@code object.__new__(cls, *args, **kwargs)}. */
  private static Object make(Object[] bound) {
    PyTuple arguments = (PyTuple) bound[0];
    if (arguments.size() == 0) {
      throw Errors.typeError("object.__new__(): not enough arguments");
    }
    if (!(arguments.get(0) instanceof PyType type)) {
      throw Errors.typeError(
          "object.__new__(X): X is not a type object (" + PyType.of(arguments.get(0)).name() + ")");
    }
    if (arguments.size() > 1 || ((PyDict) bound[1]).size() > 0) {
      if (!type.traits().isPlainNew()) {
        throw Errors.typeError(
            "object.__new__() takes exactly one argument (the type to instantiate)");
      }
      if (type.traits().init() == null) {
        throw Errors.typeError(type.name() + "() takes no arguments");
      }
    }
    return Calls.allocate(type);
  }

  private static Object initialise(Object[] bound) {
    if (((PyTuple) bound[1]).size() > 0 || ((PyDict) bound[2]).size() > 0) {
      PyType type = PyType.of(bound[0]);
      if (type.traits().init() != null) {
        throw Errors.typeError(
            "object.__init__() takes exactly one argument (the instance to initialize)");
      }
      if (type.traits().isPlainNew()) {
        throw Errors.typeError(
            type.name() + ".__init__() takes exactly one argument (the instance to initialize)");
      }
    }
    return PySingleton.NONE;
  }

  private static Object initSubclass(Object[] bound) {
    String name = ((PyType) bound[0]).qualifiedName() + ".__init_subclass__()";
    if (((PyDict) bound[2]).size() > 0) {
      throw Errors.typeError(name + " takes no keyword arguments");
    }
    int given = ((PyTuple) bound[1]).size();
    if (given > 0) {
      throw Errors.typeError(name + " takes no arguments (" + given + " given)");
    }
    return PySingleton.NONE;
  }

  private static Object format(Object self, Object spec) {
    if (Text.length(NumberConversion.formatSpec(spec)) > 0) {
      throw Errors.typeError(
          "unsupported format string passed to " + PyType.of(self).name() + ".__format__");
    }
    return Text.str(self);
  }

  private static Object load(Object self, Object name) {
    Object found = Attributes.findDefault(self, PyType.of(self), Attributes.name(name));
    if (found == null) {
      throw Attributes.missing(self, Attributes.name(name));
    }
    return found;
  }

  /** Classes have a way of their own, which must not be passed by. */
  private static void checkApplies(Object self, String method) {
    if (self instanceof PyType) {
      throw Errors.typeError(
          "can't apply this " + method + " to " + PyType.of(self).name() + " object");
    }
  }

  private static Object store(Object self, Object name, Object value) {
    checkApplies(self, "__setattr__");
    Attributes.storeDefault(self, PyType.of(self), Attributes.name(name), value);
    return PySingleton.NONE;
  }

  private static Object delete(Object self, Object name) {
    checkApplies(self, "__delattr__");
    Attributes.deleteDefault(self, PyType.of(self), Attributes.name(name));
    return PySingleton.NONE;
  }

  private static Object setClass(Object self, Object value) {
    if (value == Unset.UNSET) {
      throw Errors.typeError("can't delete __class__ attribute");
    }
    if (!(value instanceof PyType newType)) {
      throw Errors.typeError(
          "__class__ must be set to a class, not '" + PyType.of(value).name() + "' object");
    }
    PyType oldType = PyType.of(self);
    if (self instanceof PyModule m && newType.isSubtypeOf(BuiltinTypes.MODULE)) {
      m.setType(newType);
      return PySingleton.NONE;
    }
    if (!(self instanceof PyInstance instance) || oldType.isNative() || newType.isNative()) {
      throw Errors.typeError(
          "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    if (oldType.layout() != newType.layout()
        || oldType.hasSlotsOnly() != newType.hasSlotsOnly()
        || !Slots.areSame(oldType, newType)) {
      throw Errors.typeError(
          "__class__ assignment: '"
              + newType.name()
              + "' object layout differs from '"
              + oldType.name()
              + "'");
    }
    instance.setType(newType);
    return PySingleton.NONE;
  }
}
