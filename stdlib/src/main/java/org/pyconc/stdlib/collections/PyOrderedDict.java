package org.pyconc.stdlib.collections;

import java.util.function.UnaryOperator;
import org.pyconc.errors.Errors;
import org.pyconc.objects.AttributedDict;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ReprStack;
import org.pyconc.runtime.TaskState;
import org.pyconc.transfer.Refillable;

/**
 * A dict whose order counts in comparisons and can be changed.
 *
 * @see <a href="https://docs.python.org/3.11/library/collections.html#ordereddict-objects">
 *     OrderedDict objects</a>
 */
public final class PyOrderedDict extends AttributedDict implements Refillable {
  /** {@code collections.OrderedDict}. */
  public static final PyType TYPE =
      new PyType("collections.OrderedDict", BuiltinTypes.DICT, true, null, PyOrderedDict::define);

  private static void define(TypeBuilder b) {
    b.doc("Dictionary that remembers insertion order");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          PyDict dict = new PyOrderedDict();
          return bound[0] == TYPE ? dict : new PyPayloadInstance((PyType) bound[0], dict);
        });
    InstanceDictionary.defineForDict(b);
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.",
        bound -> {
          PyTuple args = (PyTuple) bound[1];
          if (args.size() > 1) {
            throw Errors.typeError("expected at most 1 arguments, got " + args.size());
          }
          PyDict dict = (PyDict) bound[0];
          if (args.size() == 1) {
            Dicts.update(dict, args.get(0));
          }
          dict.putAll((PyDict) bound[2]);
          return PySingleton.NONE;
        });
    b.method(
        "move_to_end(self, /, key, last=True)",
        "Move an existing element to the end (or beginning if last is false).\n\n"
            + "Raise KeyError if the element does not exist.",
        (self, key, last) -> {
          ((PyOrderedDict) self).move(key, Truth.isTrue(last));
          return PySingleton.NONE;
        });
    b.method(
        "popitem(self, /, last=True)",
        "Remove and return a (key, value) pair from the dictionary.\n\n"
            + "Pairs are returned in LIFO order if last is true or FIFO order if false.",
        (self, last) -> ((PyOrderedDict) self).popItem(Truth.isTrue(last)));
    b.method(
        "pop(self, /, key, default=<unrepresentable>)",
        "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\n"
            + "If the key is not found, return the default if given; otherwise,\n"
            + "raise a KeyError.",
        (self, key, otherwise) -> {
          Object value = ((PyDict) self).remove(key);
          if (value == null && otherwise == Unset.UNSET) {
            throw Errors.keyError(key);
          }
          return value == null ? otherwise : value;
        });
    b.wholeMethod(
        "__reduce__(self, /)",
        "Return state information for pickling.",
        self ->
            Reductions.recipe(self, PyTuple.EMPTY, null, (PyDict) PyPayloadInstance.unwrap(self)));
    b.method(
        "setdefault(self, /, key, default=None)",
        "Insert key with a value of default if key is not in the dictionary.\n\n"
            + "Return the value for key if key is in the dictionary, else default.",
        (self, key, otherwise) -> {
          Object value = ((PyDict) self).get(key);
          if (value == null) {
            ((PyDict) self).put(key, otherwise);
            return otherwise;
          }
          return value;
        });
    b.classMethod(
        "fromkeys(cls, /, iterable, value=None)",
        "Create a new ordered dictionary with keys from iterable and values set to value.",
        PyOrderedDict::fromKeys);
    b.wholeMethod("copy(self, /)", "od.copy() -> a shallow copy of od", self -> likeOf(self, self));
    b.wholeMethod(
        "__or__(self, value, /)", "Return self|value.", (self, other) -> union(self, self, other));
    b.wholeMethod(
        "__ror__(self, value, /)", "Return value|self.", (self, other) -> union(self, other, self));
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (self, other) -> equal((PyDict) self, other, true));
    b.method(
        "__ne__(self, value, /)",
        "Return self!=value.",
        (self, other) -> equal((PyDict) self, other, false));
    b.constant("__hash__", PySingleton.NONE);
    b.wholeMethod("__repr__(self, /)", "Return repr(self).", PyOrderedDict::repr);
  }

  private static Object fromKeys(Object[] bound) {
    Object made = Calls.call0(bound[0]);
    PyIterator keys = Iteration.iterator(bound[1]);
    for (Object key = keys.next(); key != null; key = keys.next()) {
      Items.set(made, key, bound[2]);
    }
    return made;
  }

  /** A new one of the class of {@code whole}, with the entries of a dict and its own attributes. */
  private static Object likeOf(Object whole, Object entries) {
    PyType type = PyType.of(whole);
    PyDict from = (PyDict) PyPayloadInstance.unwrap(entries);
    if (type == TYPE) {
      PyOrderedDict copy = new PyOrderedDict();
      copy.putAll(from);
      return copy;
    }
    Object made = Calls.call0(type);
    for (int i = from.next(0); i >= 0; i = from.next(i + 1)) {
      Items.set(made, from.keyAt(i), from.valueAt(i));
    }
    return made;
  }

  private void move(Object key, boolean last) {
    Object value = get(key);
    if (value == null) {
      throw Errors.keyError(key);
    }
    if (last) {
      Object ignored = remove(key);
      put(key, value);
      return;
    }
    PyDict rest = copy();
    Object ignored = rest.remove(key);
    clear();
    put(key, value);
    putAll(rest);
  }

  private Object popItem(boolean last) {
    int position = last ? previous(end()) : next(0);
    if (position < 0) {
      throw Errors.keyError("dictionary is empty");
    }
    PyTuple item = PyTuple.of(keyAt(position), valueAt(position));
    removeAt(position);
    return item;
  }

  private static Object union(Object self, Object left, Object right) {
    if (PyPayloadInstance.unwrap(left) instanceof PyDict
        && PyPayloadInstance.unwrap(right) instanceof PyDict b) {
      Object result = likeOf(self, left);
      for (int i = b.next(0); i >= 0; i = b.next(i + 1)) {
        Items.set(result, b.keyAt(i), b.valueAt(i));
      }
      return result;
    }
    return PySingleton.NOT_IMPLEMENTED;
  }

  private static Object equal(PyDict dict, Object other, boolean whenEqual) {
    if (!(PyPayloadInstance.unwrap(other) instanceof PyDict d)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    boolean equal = Dicts.equal(dict, d) && (!(d instanceof PyOrderedDict) || sameOrder(dict, d));
    return equal == whenEqual;
  }

  private static boolean sameOrder(PyDict a, PyDict b) {
    int j = b.next(0);
    for (int i = a.next(0); i >= 0 && j >= 0; i = a.next(i + 1)) {
      if (!Comparison.equal(a.keyAt(i), b.keyAt(j))) {
        return false;
      }
      j = b.next(j + 1);
    }
    return true;
  }

  private static Object repr(Object self) {
    PyDict dict = (PyDict) PyPayloadInstance.unwrap(self);
    String name = PyType.of(self).simpleName();
    if (dict.size() == 0) {
      return name + "()";
    }
    ReprStack stack = TaskState.current().reprStack();
    if (!stack.enter(dict)) {
      return "...";
    }
    try {
      TextBuilder text = new TextBuilder().append(name).append("([");
      boolean first = true;
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        Object value = dict.valueAt(i);
        text.append(first ? "(" : ", (").append(Text.repr(dict.keyAt(i)));
        text.append(", ").append(Text.repr(value)).append(")");
        first = false;
      }
      return text.append("])").build();
    } finally {
      stack.leave();
    }
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public PyDict emptyCopy(PyType type) {
    return new PyOrderedDict();
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    copyAttributes((PyOrderedDict) original, copy); // what is in it is copied as that of any dict
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
