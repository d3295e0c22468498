package org.pyconc.stdlib.dataclasses;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.Spread;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BindsReceiver;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.ArgumentBinder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.TaskState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * A method that the decorator adds to a data class. It keeps its class as an attribute and nothing
 * else that belongs to a process.
 */
final class DataclassMethod extends PyInstance implements BindsReceiver, Transferable {
  static final PyType TYPE =
      new PyType(
          "dataclasses.function",
          BuiltinTypes.OBJECT,
          false,
          DataclassMethod::new,
          DataclassMethod::define);

  private static final String OWNER = "_owner";

  private @Nullable Signature signature;
  private @Nullable Initialiser initialiser;

  private DataclassMethod(PyType type) {
    super(type);
  }

  /** The method of that special name for a class. */
  static DataclassMethod of(PyType owner, String name) {
    DataclassMethod method = new DataclassMethod(TYPE);
    method.setOwn(OWNER, owner);
    method.setOwn("__name__", name);
    method.setOwn("__qualname__", WideString.of(owner.qualifiedName() + "." + name));
    method.setOwn("__module__", WideString.of(owner.moduleName()));
    return method;
  }

  @Override
  public Object copy(Copier copier) {
    DataclassMethod copy = new DataclassMethod(TYPE);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }

  private static void define(TypeBuilder b) {
    b.methodN(
        "__call__(self, /, *args, **kwargs)",
        "Call self as a function.",
        bound -> {
          Spread s = Spread.of((PyTuple) bound[1], (PyDict) bound[2]);
          return ((DataclassMethod) bound[0]).call(s.arguments(), s.keywords());
        });
    b.method(
        "__get__(self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        (self, instance, owner) ->
            instance == PySingleton.NONE ? self : new PyMethod(instance, self));
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a ->
            WideString.of(
                "<function "
                    + Text.javaStr(Attributes.load(a, "__qualname__"))
                    + " at "
                    + Text.address(a)
                    + ">"));
    b.getSet("__dict__", "", a -> ((PyInstance) a).attributes(), InstanceDictionary::set);
    b.getter("__class__", "", a -> BuiltinTypes.FUNCTION);
    b.getter("__code__", "", a -> ((DataclassMethod) a).code());
    b.getter("__annotations__", "", a -> ((DataclassMethod) a).annotations());
    b.getter("__doc__", "", a -> PySingleton.NONE);
    b.getter("__globals__", "", a -> ((DataclassMethod) a).globals());
    b.getter("__defaults__", "", a -> ((DataclassMethod) a).defaults());
    b.getter("__kwdefaults__", "", a -> ((DataclassMethod) a).keywordDefaults());
  }

  /** The code of a function with the same parameters. */
  private Object code() {
    String name = Text.java(Attributes.load(this, "__name__"));
    StringBuilder text = new StringBuilder("lambda ");
    String separator = "";
    int positional = isInitialiser() ? signature().positional() : -1;
    String[] parameters = isInitialiser() ? signature().names() : names(name);
    for (int i = 0; i < parameters.length; i++) {
      text.append(separator).append(i == positional ? "*, " : "").append(parameters[i]);
      separator = ", ";
    }
    Object eval = Attributes.load(ProcessState.current().builtins(), "eval");
    Object lambda = Calls.call1(eval, WideString.of(text.append(": None").toString()));
    return Calls.call(
        Attributes.load(Attributes.load(lambda, "__code__"), "replace"),
        new Object[] {name, Attributes.load(this, "__qualname__")},
        new String[] {"co_name", "co_qualname"});
  }

  private PyDict annotations() {
    if (own("__annotations__") instanceof PyDict known) {
      return known;
    }
    PyDict made = new PyDict();
    if (isInitialiser()) {
      for (PyInstance field : parameters(owner())) {
        made.put(Fields.name(field), Fields.get(field, "type"));
      }
      made.put("return", PySingleton.NONE);
    }
    setOwn("__annotations__", made);
    return made;
  }

  /** The names of the module of the class. */
  private Object globals() {
    Object module = ProcessState.current().modules().get(Attributes.load(this, "__module__"));
    return module == null ? new PyDict() : Attributes.load(module, "__dict__");
  }

  private boolean isInitialiser() {
    return "__init__".equals(own("__name__"));
  }

  /** What a factory makes is {@code <factory>} here. */
  private static Object shown(Object value) {
    return value == Unset.UNSET ? Fields.factoryMark() : value;
  }

  private Object defaults() {
    Object[] values = isInitialiser() ? signature().defaults() : PyObject.NO_ARGUMENTS;
    if (values.length == 0) {
      return PySingleton.NONE;
    }
    Object[] all = new Object[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = shown(values[i]);
    }
    return PyTuple.of(all);
  }

  private Object keywordDefaults() {
    PyDict dict = new PyDict();
    if (isInitialiser()) {
      Signature s = signature();
      for (int i = 0; i < s.keywordOnly(); i++) {
        Object value = s.keywordDefaults()[i];
        if (value != null) {
          dict.put(s.names()[s.positional() + i], shown(value));
        }
      }
    }
    return dict.size() == 0 ? PySingleton.NONE : dict;
  }

  private PyType owner() {
    if (own(OWNER) instanceof PyType t) {
      return t;
    }
    throw Errors.typeError("a method of a data class without its class");
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    Initialiser known = initialiser;
    if (known != null) {
      return known.call(arguments, keywords);
    }
    String name = own("__name__") instanceof String s ? s : "";
    if (name.equals("__init__")) {
      known = Initialiser.of(owner(), signature());
      initialiser = known;
      return known.call(arguments, keywords);
    }
    String[] names = names(name);
    if (arguments.length != names.length || keywords.length > 0) {
      Signature s =
          new Signature(name, names, 0, names.length, 0, false, false, NO_ARGUMENTS, NO_ARGUMENTS);
      return call(
          ArgumentBinder.bind(
              s,
              owner().qualifiedName() + "." + name,
              NO_ARGUMENTS,
              NO_ARGUMENTS,
              arguments,
              keywords),
          NO_KEYWORDS);
    }
    Object self = arguments[0];
    return switch (name) {
      case "__repr__" -> repr(self);
      case "__hash__" -> Hashing.hash(values(self, true));
      case "__setattr__", "__delattr__" -> refuse(self, name, arguments);
      case "__getstate__" -> state(self);
      case "__setstate__" -> setState(self, arguments[1]);
      case "__lt__" -> compare(Comparison.Operator.LT, self, arguments[1]);
      case "__le__" -> compare(Comparison.Operator.LE, self, arguments[1]);
      case "__gt__" -> compare(Comparison.Operator.GT, self, arguments[1]);
      case "__ge__" -> compare(Comparison.Operator.GE, self, arguments[1]);
      default -> compare(Comparison.Operator.EQ, self, arguments[1]);
    };
  }

  private static String[] names(String method) {
    return switch (method) {
      case "__repr__", "__hash__", "__getstate__" -> new String[] {"self"};
      case "__setattr__" -> new String[] {"self", "name", "value"};
      case "__delattr__" -> new String[] {"self", "name"};
      case "__setstate__" -> new String[] {"self", "state"};
      default -> new String[] {"self", "other"};
    };
  }

  /** The parameters of the constructor; refuses fields in an order that makes no signature. */
  Signature signature() {
    Signature known = signature;
    if (known != null) {
      return known;
    }
    List<PyInstance> parameters = parameters(owner());
    boolean isTaken = parameters.stream().anyMatch(f -> Fields.name(f).equals("self"));
    List<String> names = new ArrayList<>(List.of(isTaken ? "__dataclass_self__" : "self"));
    List<Object> values = new ArrayList<>();
    List<String> keywordNames = new ArrayList<>();
    List<@Nullable Object> keywordValues = new ArrayList<>();
    for (PyInstance field : parameters) {
      Object value =
          Fields.hasDefault(field)
              ? Fields.get(field, "default")
              : Fields.hasFactory(field) ? Unset.UNSET : null;
      if (Fields.is(field, "kw_only")) {
        keywordNames.add(Fields.name(field));
        keywordValues.add(value);
        continue;
      }
      names.add(Fields.name(field));
      if (value != null) {
        values.add(value);
      } else if (!values.isEmpty()) {
        throw Errors.typeError(
            "non-default argument '" + Fields.name(field) + "' follows default argument");
      }
    }
    int positional = names.size();
    names.addAll(keywordNames);
    Signature made =
        new Signature(
            "__init__",
            names.toArray(new String[0]),
            0,
            positional,
            keywordNames.size(),
            false,
            false,
            values.toArray(),
            keywordValues.toArray());
    signature = made;
    return made;
  }

  /** The fields that the constructor takes. */
  static List<PyInstance> parameters(PyType owner) {
    List<PyInstance> all = Fields.all(owner);
    if (all == null) {
      return List.of();
    }
    all.removeIf(f -> !Fields.is(f, "init") || Fields.kind(f).equals(Fields.CLASS_VARIABLE));
    return all;
  }

  private Object repr(Object self) {
    if (!TaskState.current().reprStack().enter(self)) {
      return "...";
    }
    try {
      StringBuilder out = new StringBuilder(PyType.of(self).qualifiedName()).append('(');
      String separator = "";
      for (PyInstance field : Fields.ordinary(owner())) {
        if (Fields.is(field, "repr")) {
          out.append(separator).append(Fields.name(field)).append('=');
          out.append(Text.javaRepr(Attributes.load(self, Fields.name(field))));
          separator = ", ";
        }
      }
      return WideString.of(out.append(')').toString());
    } finally {
      TaskState.current().reprStack().leave();
    }
  }

  private PyTuple values(Object self, boolean forHash) {
    List<Object> values = new ArrayList<>();
    for (PyInstance field : Fields.ordinary(owner())) {
      boolean counts =
          forHash && Fields.get(field, "hash") != PySingleton.NONE
              ? Fields.is(field, "hash")
              : Fields.is(field, "compare");
      if (counts) {
        values.add(Attributes.load(self, Fields.name(field)));
      }
    }
    return PyTuple.of(values.toArray());
  }

  private Object state(Object self) {
    List<Object> values = new ArrayList<>();
    for (PyInstance field : Fields.ordinary(owner())) {
      values.add(Attributes.load(self, Fields.name(field)));
    }
    return PyList.of(values.toArray());
  }

  private Object setState(Object self, Object state) {
    PyIterator values = Iteration.iterator(state);
    for (PyInstance field : Fields.ordinary(owner())) {
      Object value = values.next();
      if (value == null) {
        break;
      }
      Attributes.storeDefault(self, PyType.of(self), Fields.name(field), value);
    }
    return PySingleton.NONE;
  }

  private Object compare(Comparison.Operator operator, Object self, Object other) {
    return PyType.of(self) == PyType.of(other)
        ? Comparison.compare(operator, values(self, false), values(other, false))
        : PySingleton.NOT_IMPLEMENTED;
  }

  /** Instances of a frozen class do not change; those of a subclass may have more attributes. */
  private Object refuse(Object self, String method, Object[] arguments) {
    PyType owner = owner();
    boolean isStore = arguments.length == 3;
    String name = Text.java(arguments[1]);
    boolean isField = PyType.of(self) == owner;
    for (PyInstance field : Fields.ordinary(owner)) {
      isField |= Fields.name(field).equals(name);
    }
    if (isField) {
      throw Errors.of(
          DataclassesModule.FROZEN_INSTANCE_ERROR,
          (isStore ? "cannot assign to field " : "cannot delete field ")
              + Text.javaRepr(arguments[1]));
    }
    Object next = Attributes.load(Attributes.superOf(owner, self), method);
    return isStore
        ? Calls.call2(next, arguments[1], arguments[2])
        : Calls.call1(next, arguments[1]);
  }
}
