package org.pyconc.stdlib.collections;

import java.util.function.UnaryOperator;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.ContainerRepr;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.Items;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.runtime.ReprStack;
import org.pyconc.runtime.TaskState;
import org.pyconc.transfer.Refillable;

/**
 * A dict that makes a value for a missing key.
 *
 * @see <a href="https://docs.python.org/3.11/library/collections.html#defaultdict-objects">
 *     defaultdict objects</a>
 */
public final class PyDefaultDict extends PyDict implements Refillable {
  /** {@code collections.defaultdict}. */
  public static final PyType TYPE =
      new PyType("collections.defaultdict", BuiltinTypes.DICT, true, null, PyDefaultDict::define);

  private Object factory = PySingleton.NONE;

  /** The function that makes values, or None. */
  public Object factory() {
    return factory;
  }

  private static void define(TypeBuilder b) {
    b.doc(
        "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\n"
            + "The default factory is called without arguments to produce\n"
            + "a new value when a key is not present, in __getitem__ only.\n"
            + "A defaultdict compares equal to a dict with the same items.\n"
            + "All remaining arguments are treated the same as if they were\n"
            + "passed to the dict constructor, including keyword arguments.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          PyDict dict = new PyDefaultDict();
          return bound[0] == TYPE ? dict : new PyPayloadInstance((PyType) bound[0], dict);
        });
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.",
        bound -> {
          ((PyDefaultDict) bound[0]).initialise((PyTuple) bound[1], (PyDict) bound[2]);
          return PySingleton.NONE;
        });
    b.getSet(
        "default_factory",
        "Factory for default value called by __missing__().",
        self -> ((PyDefaultDict) self).factory,
        (self, value) -> {
          ((PyDefaultDict) PyPayloadInstance.unwrap(self)).factory = value;
          return PySingleton.NONE;
        });
    b.wholeMethod(
        "__missing__(self, key, /)",
        "Called by __getitem__ for missing key; pseudo-code:\n"
            + "  if self.default_factory is None: raise KeyError((key,))\n"
            + "  self[key] = value = self.default_factory()\n"
            + "  return value",
        (self, key) -> {
          Object factory = ((PyDefaultDict) PyPayloadInstance.unwrap(self)).factory;
          if (factory == PySingleton.NONE) {
            throw Errors.keyError(key);
          }
          Object value = Calls.call0(factory);
          Items.set(self, key, value);
          return value;
        });
    b.wholeMethod(
        "__reduce__(self, /)",
        "Return state information for pickling.",
        self -> {
          PyDefaultDict dict = (PyDefaultDict) PyPayloadInstance.unwrap(self);
          PyTuple arguments =
              dict.factory == PySingleton.NONE ? PyTuple.EMPTY : PyTuple.of(dict.factory);
          return Reductions.recipe(self, arguments, null, dict);
        });
    b.method(
        "copy(self, /)",
        "D.copy() -> a shallow copy of D.",
        self -> ((PyDefaultDict) self).copyWithFactory());
    b.method(
        "__copy__(self, /)",
        "D.copy() -> a shallow copy of D.",
        self -> ((PyDefaultDict) self).copyWithFactory());
    b.method(
        "__or__(self, value, /)",
        "Return self|value.",
        (self, other) -> ((PyDefaultDict) self).union(self, other));
    b.method(
        "__ror__(self, value, /)",
        "Return value|self.",
        (self, other) -> ((PyDefaultDict) self).union(other, self));
    b.wholeMethod("__repr__(self, /)", "Return repr(self).", PyDefaultDict::repr);
  }

  private void initialise(PyTuple args, PyDict kwargs) {
    if (args.size() > 0) {
      Object first = args.get(0);
      if (first != PySingleton.NONE && !Calls.isCallable(first)) {
        throw Errors.typeError("first argument must be callable or None");
      }
      factory = first;
    }
    if (args.size() > 2) {
      throw Errors.typeError("dict expected at most 1 argument, got " + (args.size() - 1));
    }
    if (args.size() == 2) {
      Dicts.update(this, args.get(1));
    }
    putAll(kwargs);
  }

  private PyDefaultDict copyWithFactory() {
    PyDefaultDict copy = new PyDefaultDict();
    copy.factory = factory;
    copy.putAll(this);
    return copy;
  }

  private Object union(Object left, Object right) {
    if (PyPayloadInstance.unwrap(left) instanceof PyDict a
        && PyPayloadInstance.unwrap(right) instanceof PyDict b) {
      PyDefaultDict result = new PyDefaultDict();
      result.factory = factory;
      result.putAll(a);
      result.putAll(b);
      return result;
    }
    return PySingleton.NOT_IMPLEMENTED;
  }

  private static Object repr(Object self) {
    PyDefaultDict dict = (PyDefaultDict) PyPayloadInstance.unwrap(self);
    ReprStack stack = TaskState.current().reprStack();
    Object shown = "...";
    if (stack.enter(dict.factory)) {
      try {
        shown = Text.repr(dict.factory);
      } finally {
        stack.leave();
      }
    }
    return new TextBuilder()
        .append(PyType.of(self).simpleName())
        .append("(")
        .append(shown)
        .append(", ")
        .append(ContainerRepr.dict(dict))
        .append(")")
        .build();
  }

  @Override
  public PyDict emptyCopy(PyType type) {
    return new PyDefaultDict();
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    factory = copy.apply(((PyDefaultDict) original).factory);
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
