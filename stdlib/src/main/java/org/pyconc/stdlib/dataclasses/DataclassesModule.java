package org.pyconc.stdlib.dataclasses;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.Spread;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.collections.PyDefaultDict;
import org.pyconc.stdlib.copy.DeepCopy;

/**
 * Data classes.
 *
 * @see <a href="https://docs.python.org/3.11/library/dataclasses.html">dataclasses</a>
 */
public final class DataclassesModule implements NativeModule {
  static final PyType FROZEN_INSTANCE_ERROR =
      new PyType(
          "dataclasses.FrozenInstanceError", ExceptionTypes.ATTRIBUTE_ERROR, true, null, b -> {});

  private static final PyType INIT_VAR =
      new PyType(
          "dataclasses.InitVar",
          BuiltinTypes.OBJECT,
          false,
          PyInstance::new,
          DataclassesModule::defineInitVar);

  @Override
  public String name() {
    return "dataclasses";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("MISSING", Fields.missing());
    b.constant("KW_ONLY", Fields.keywordOnly());
    b.type(Fields.FIELD);
    b.type(INIT_VAR);
    b.type(FROZEN_INSTANCE_ERROR);
    b.functionN(
        "dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,"
            + " frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False)",
        "Add dunder methods based on the fields defined in the class.",
        DataclassesModule::dataclass);
    b.functionN(
        "field(*, default=<unrepresentable>, default_factory=<unrepresentable>, init=True,"
            + " repr=True, hash=None, compare=True, metadata=None, kw_only=<unrepresentable>)",
        "Return an object to identify dataclass fields.",
        DataclassesModule::field);
    b.function(
        "fields(class_or_instance)",
        "Return a tuple describing the fields of this dataclass.",
        DataclassesModule::fields);
    b.function(
        "is_dataclass(obj)",
        "Returns True if obj is a dataclass or an instance of a dataclass.",
        a -> Fields.all(a instanceof PyType t ? t : PyType.of(a)) != null);
    b.functionN(
        "asdict(obj, *, dict_factory=<unrepresentable>)",
        "Return the fields of a dataclass instance as a new dictionary.",
        a -> asDict(checked(a[0], "asdict"), orNull(a[1])));
    b.functionN(
        "astuple(obj, *, tuple_factory=<unrepresentable>)",
        "Return the fields of a dataclass instance as a new tuple.",
        a -> asTuple(checked(a[0], "astuple"), orNull(a[1])));
    b.function(
        "__getattr__(name)",
        "Loads what is written in the language.",
        name -> {
          if (!Text.java(name).equals("make_dataclass")) {
            throw Errors.attributeError(
                "module 'dataclasses' has no attribute '" + Text.java(name) + "'",
                name,
                Text.java(name));
          }
          return Attributes.load(
              ModuleLoader.current().importModule("_dataclasses_more", true), Text.java(name));
        });
    b.constant(
        "__all__",
        PyList.of(
            "dataclass",
            "field",
            "Field",
            "FrozenInstanceError",
            "InitVar",
            "KW_ONLY",
            "MISSING",
            "fields",
            "asdict",
            "astuple",
            "make_dataclass",
            "replace",
            "is_dataclass"));
    b.functionN(
        "replace(obj, /, **changes)",
        "Return a new object replacing specified fields with new values.",
        a -> replace(checked(a[0], "replace"), (PyDict) a[1]));
  }

  private static @Nullable Object orNull(Object value) {
    return value == Unset.UNSET ? null : value;
  }

  private static Object dataclass(Object[] a) {
    Decorator.Options options =
        new Decorator.Options(
            Truth.isTrue(a[1]),
            Truth.isTrue(a[2]),
            Truth.isTrue(a[3]),
            Truth.isTrue(a[4]),
            Truth.isTrue(a[5]),
            Truth.isTrue(a[6]),
            Truth.isTrue(a[7]),
            Truth.isTrue(a[8]),
            Truth.isTrue(a[9]),
            Truth.isTrue(a[10]));
    if (a[0] instanceof PyType type) {
      return Decorator.apply(type, options);
    }
    Object wrap =
        NativeFunction.ofN(
            "dataclasses",
            "wrap(cls)",
            "",
            bound -> {
              if (!(bound[0] instanceof PyType type)) {
                throw Errors.typeError("dataclass() should be used on a class");
              }
              return Decorator.apply(type, options);
            });
    return wrap;
  }

  private static Object field(Object[] a) {
    Object missing = Fields.missing();
    Object value = a[0] == Unset.UNSET ? missing : a[0];
    Object factory = a[1] == Unset.UNSET ? missing : a[1];
    if (!Fields.isMissing(value) && !Fields.isMissing(factory)) {
      throw Errors.valueError("cannot specify both default and default_factory");
    }
    Object keywordOnly = a[7] == Unset.UNSET ? missing : a[7];
    if (a[6] != PySingleton.NONE) {
      Calls.call1(BuiltinTypes.MAPPING_PROXY, a[6]); // refuses what is no mapping
    }
    return Fields.make(value, factory, a[2], a[3], a[4], a[5], a[6], keywordOnly);
  }

  private static Object fields(Object value) {
    PyType type = value instanceof PyType t ? t : PyType.of(value);
    if (Fields.all(type) == null) {
      throw Errors.typeError("must be called with a dataclass type or instance");
    }
    return PyTuple.of(Fields.ordinary(type).toArray());
  }

  private static Object checked(Object value, String function) {
    if (Fields.all(PyType.of(value)) == null) {
      throw Errors.typeError(function + "() should be called on dataclass instances");
    }
    return value;
  }

  private static Object asDict(Object value, @Nullable Object factory) {
    PyType type = PyType.of(value);
    if (Fields.all(type) == null) {
      return inside(value, each -> asDict(each, factory));
    }
    PyDict dict = new PyDict();
    PyList pairs = new PyList();
    for (PyInstance field : Fields.ordinary(type)) {
      Object each = asDict(Attributes.load(value, Fields.name(field)), factory);
      dict.put(Fields.get(field, "name"), each);
      pairs.append(PyTuple.of(Fields.get(field, "name"), each));
    }
    return factory == null ? dict : Calls.call1(factory, pairs);
  }

  private static Object asTuple(Object value, @Nullable Object factory) {
    PyType type = PyType.of(value);
    if (Fields.all(type) == null) {
      return inside(value, each -> asTuple(each, factory));
    }
    List<Object> values = new ArrayList<>();
    for (PyInstance field : Fields.ordinary(type)) {
      values.add(asTuple(Attributes.load(value, Fields.name(field)), factory));
    }
    return factory == null
        ? PyTuple.of(values.toArray())
        : Calls.call1(factory, PyList.of(values.toArray()));
  }

  /** Converts what is in a container, which keeps its class; other values are copied. */
  private static Object inside(Object value, UnaryOperator<Object> convert) {
    PyType type = PyType.of(value);
    switch (PyPayloadInstance.unwrap(value)) {
      case PyList list -> {
        PyList copy = new PyList();
        for (int i = 0; i < list.size(); i++) {
          copy.append(convert.apply(list.get(i)));
        }
        return type == BuiltinTypes.LIST ? copy : Calls.call1(type, copy);
      }
      case PyTuple tuple -> {
        Object[] items = new Object[tuple.size()];
        for (int i = 0; i < items.length; i++) {
          items[i] = convert.apply(tuple.get(i));
        }
        if (type.lookup("_fields") != null) {
          return Calls.call(type, items, PyObject.NO_KEYWORDS);
        }
        PyTuple copy = PyTuple.of(items);
        return type == BuiltinTypes.TUPLE ? copy : Calls.call1(type, copy);
      }
      case PyDict dict -> {
        PyDict copy = new PyDict();
        for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
          copy.put(convert.apply(dict.keyAt(i)), convert.apply(dict.valueAt(i)));
        }
        if (type.isSubtypeOf(PyDefaultDict.TYPE)) {
          return Calls.call2(type, Attributes.load(value, "default_factory"), copy);
        }
        return type == BuiltinTypes.DICT ? copy : Calls.call1(type, copy);
      }
      default -> {
        return new DeepCopy(new PyDict()).copy(value);
      }
    }
  }

  private static Object replace(Object value, PyDict changes) {
    PyType type = PyType.of(value);
    PyDict arguments = changes.copy();
    List<PyInstance> all = Fields.all(type);
    for (PyInstance field : all == null ? List.<PyInstance>of() : all) {
      Object name = Fields.get(field, "name");
      String kind = Fields.kind(field);
      if (kind.equals(Fields.CLASS_VARIABLE)) {
        continue;
      }
      if (!Fields.is(field, "init")) {
        if (changes.containsKey(name)) {
          throw Errors.valueError(
              "field "
                  + Text.javaStr(name)
                  + " is declared with init=False, it cannot be specified with replace()");
        }
        continue;
      }
      if (!changes.containsKey(name)) {
        if (kind.equals(Fields.INIT_VARIABLE) && !Fields.hasDefault(field)) {
          throw Errors.valueError(
              "InitVar " + Text.javaRepr(name) + " must be specified with replace()");
        }
        arguments.put(name, Attributes.load(value, Text.java(name)));
      }
    }
    Spread s = Spread.of(PyTuple.EMPTY, arguments);
    return Calls.call(type, s.arguments(), s.keywords());
  }

  static boolean isInitVariable(Object annotation) {
    return annotation == INIT_VAR || PyType.of(annotation) == INIT_VAR;
  }

  private static void defineInitVar(TypeBuilder b) {
    b.classMethod(
        "__class_getitem__(cls, type, /)",
        "",
        bound -> {
          PyInstance variable = new PyInstance(INIT_VAR);
          variable.setOwn("type", bound[1]);
          return variable;
        });
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> {
          Object type = Attributes.load(a, "type");
          return WideString.of(
              "dataclasses.InitVar["
                  + (type instanceof PyType t ? t.name() : Text.javaRepr(type))
                  + "]");
        });
  }
}
