package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.Text;

/**
 * The methods of functions and bound methods.
 *
 * @see <a href="https://docs.python.org/3.11/reference/datamodel.html#the-standard-type-hierarchy">
 *     Callable types</a>
 */
final class FunctionMethods {
  private FunctionMethods() {}

  static void defineFunction(TypeBuilder b) {
    b.doc("Create a function object.");
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> "<function " + ((PyFunction) a).qualifiedName() + " at " + Text.address(a) + ">");
    defineCall(b);
    defineGet(b);
    b.getSet(
        "__name__",
        "",
        a -> WideString.of(((PyFunction) a).name()),
        (a, v) -> {
          ((PyFunction) a).setName(string(v, "__name__"));
          return PySingleton.NONE;
        });
    b.getSet(
        "__qualname__",
        "",
        a -> WideString.of(((PyFunction) a).qualifiedName()),
        (a, v) -> {
          ((PyFunction) a).setQualifiedName(string(v, "__qualname__"));
          return PySingleton.NONE;
        });
    b.getSet(
        "__doc__",
        "",
        a -> ((PyFunction) a).doc(),
        (a, v) -> {
          ((PyFunction) a).setDoc(orNone(v));
          return PySingleton.NONE;
        });
    b.getSet(
        "__module__",
        "",
        a -> ((PyFunction) a).moduleName(),
        (a, v) -> {
          ((PyFunction) a).setModuleName(orNone(v));
          return PySingleton.NONE;
        });
    b.getSet("__code__", "", a -> ((PyFunction) a).shownCode(), FunctionMaking::setCode);
    b.staticMethod(
        "__new__(cls, code, globals, name=None, argdefs=None, closure=None)",
        "Create and return a new object.  See help(type) for accurate signature.",
        FunctionMaking::make);
    Native.F2 readOnly =
        (a, v) -> {
          throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "readonly attribute");
        };
    b.getSet("__globals__", "", a -> ((PyFunction) a).globals().dictionary(), readOnly);
    b.getSet("__builtins__", "", a -> ((PyFunction) a).globals().builtins().dictionary(), readOnly);
    b.getSet("__closure__", "", FunctionMethods::closure, readOnly);
    b.getSet("__dict__", "", a -> ((PyFunction) a).attributes(), FunctionMaking::setDictionary);
    b.getSet("__defaults__", "", FunctionMethods::defaults, FunctionMethods::setDefaults);
    b.getSet(
        "__kwdefaults__",
        "",
        FunctionMethods::keywordDefaults,
        FunctionMethods::setKeywordDefaults);
    b.getSet("__annotations__", "", FunctionMethods::annotations, FunctionMethods::setAnnotations);
  }

  static void defineMethod(TypeBuilder b) {
    b.doc("Create a bound instance method object.");
    b.staticMethod(
        "__new__(cls, function, instance, /)",
        "Create and return a new object.  See help(type) for accurate signature.",
        bound -> {
          if (!org.pyconc.operations.Calls.isCallable(bound[1])) {
            throw Errors.typeError("first argument must be callable");
          }
          if (bound[2] == PySingleton.NONE) {
            throw Errors.typeError("self must not be None");
          }
          return new PyMethod(bound[2], bound[1]);
        });
    b.method("__repr__(self, /)", "Return repr(self).", FunctionMethods::methodRepr);
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (a, other) ->
            other instanceof PyMethod m
                ? (Object) isSameMethod((PyMethod) a, m)
                : PySingleton.NOT_IMPLEMENTED);
    b.method(
        "__hash__(self, /)",
        "Return hash(self).",
        a -> {
          PyMethod m = (PyMethod) a;
          return Hashing.identity(m.self()) * 31 + Hashing.hash(m.function());
        });
    defineCall(b);
    b.method("__get__(self, instance, owner=None, /)", "", (a, object, owner) -> a);
    b.getter("__self__", "the instance to which a method is bound", a -> ((PyMethod) a).self());
    b.getter(
        "__func__",
        "the function (or other callable) implementing a method",
        a -> ((PyMethod) a).function());
    b.getter("__doc__", "", a -> Attributes.load(((PyMethod) a).function(), "__doc__"));
    b.method(
        "__getattribute__(self, name, /)",
        "Return getattr(self, name).",
        FunctionMethods::loadThroughMethod);
  }

  /** A bound method has the attributes of its function. */
  private static Object loadThroughMethod(Object self, Object name) {
    Object found = Attributes.findDefault(self, PyType.of(self), Attributes.name(name));
    return found != null
        ? found
        : Attributes.load(((PyMethod) self).function(), Attributes.name(name));
  }

  /** {@code __call__} of a type whose Java class knows how to be called. */
  static void defineCall(TypeBuilder b) {
    b.methodN(
        "__call__(self, /, *args, **kwargs)",
        "Call self as a function.",
        bound -> {
          Spread s = Spread.of((PyTuple) bound[1], (PyDict) bound[2]);
          return ((PyObject) bound[0]).call(s.arguments(), s.keywords());
        });
  }

  /** {@code __get__} of a type that {@link Attributes#bind} knows. */
  static void defineGet(TypeBuilder b) {
    Native.F3 get =
        (self, instance, owner) -> {
          if (instance != PySingleton.NONE) {
            return Attributes.bind(
                self, instance, owner instanceof PyType t ? t : PyType.of(instance));
          }
          checkGet(instance, owner);
          if (!(owner instanceof PyType type)) {
            return Attributes.bind(self, instance, PyType.of(instance));
          }
          return type == PySingleton.NONE.type()
              ? Attributes.bind(self, instance, type)
              : Attributes.bindOnClass(self, type);
        };
    b.method(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get);
  }

  /** Refuses a {@code __get__} of neither an instance nor a class. */
  static void checkGet(Object instance, Object owner) {
    if (instance == PySingleton.NONE && owner == PySingleton.NONE) {
      throw Errors.typeError("__get__(None, None) is invalid");
    }
  }

  private static String string(Object value, String attribute) {
    if (Text.isText(PyPayloadInstance.unwrap(value))) {
      return Text.java(value);
    }
    throw Errors.typeError(attribute + " must be set to a string object");
  }

  static Object orNone(Object value) {
    return value == Unset.UNSET ? PySingleton.NONE : value;
  }

  private static Object closure(Object self) {
    Object[] cells = ((PyFunction) self).closure();
    return cells.length == 0
        ? PySingleton.NONE
        : PyTuple.of(java.util.Arrays.copyOf(cells, cells.length, Object[].class));
  }

  private static Object defaults(Object self) {
    Object[] defaults = ((PyFunction) self).defaults();
    return defaults.length == 0 ? PySingleton.NONE : PyTuple.of(defaults.clone());
  }

  private static Object setDefaults(Object self, Object value) {
    PyFunction f = (PyFunction) self;
    if (value == PySingleton.NONE || value == Unset.UNSET) {
      f.setDefaults(PyObject.NO_ARGUMENTS);
    } else if (PyPayloadInstance.unwrap(value) instanceof PyTuple t) {
      f.setDefaults(t.items().clone());
    } else {
      throw Errors.typeError("__defaults__ must be set to a tuple object");
    }
    return PySingleton.NONE;
  }

  private static Object keywordDefaults(Object self) {
    PyFunction f = (PyFunction) self;
    Signature s = f.code().signature();
    PyDict dict = new PyDict();
    @Nullable Object[] values = f.keywordDefaults();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        dict.put(s.names()[s.positional() + i], value);
      }
    }
    return dict.size() == 0 ? PySingleton.NONE : dict;
  }

  private static Object setKeywordDefaults(Object self, Object value) {
    PyFunction f = (PyFunction) self;
    Signature s = f.code().signature();
    @Nullable Object[] values = new Object[s.keywordOnly()];
    if (PyPayloadInstance.unwrap(value) instanceof PyDict dict) {
      for (int i = 0; i < values.length; i++) {
        values[i] = dict.get(s.names()[s.positional() + i]);
      }
    } else if (value != PySingleton.NONE && value != Unset.UNSET) {
      throw Errors.typeError("__kwdefaults__ must be set to a dict object");
    }
    f.setKeywordDefaults(values);
    return PySingleton.NONE;
  }

  private static Object annotations(Object self) {
    PyFunction f = (PyFunction) self;
    if (f.annotations() == PySingleton.NONE) {
      f.setAnnotations(new PyDict());
    }
    return f.annotations();
  }

  private static Object setAnnotations(Object self, Object value) {
    if (!(PyPayloadInstance.unwrap(value) instanceof PyDict)
        && value != PySingleton.NONE
        && value != Unset.UNSET) {
      throw Errors.typeError("__annotations__ must be set to a dict object");
    }
    ((PyFunction) self).setAnnotations(orNone(value));
    return PySingleton.NONE;
  }

  private static boolean isSameMethod(PyMethod a, PyMethod b) {
    return a.self() == b.self() && Comparison.equal(a.function(), b.function());
  }

  private static Object methodRepr(Object self) {
    PyMethod m = (PyMethod) self;
    Object name = Attributes.findQuietly(m.function(), "__qualname__");
    if (name == null) {
      name = Attributes.findQuietly(m.function(), "__name__");
    }
    String text = name != null && Text.isText(name) ? Text.java(name) : "?";
    return WideString.of("<bound method " + text + " of " + Text.javaRepr(m.self()) + ">");
  }
}
