package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyDictView;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Calls;
import org.pyconc.operations.ContainerRepr;
import org.pyconc.operations.DictIterator;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;

/**
 * The type dict.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#mapping-types-dict">Mapping
 *     Types</a>
 */
final class DictMethods {
  private static final PySingleton NONE = PySingleton.NONE;

  private DictMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "dict() -> new empty dictionary\n"
            + "dict(mapping) -> new dictionary initialized from a mapping object's\n"
            + "    (key, value) pairs\n"
            + "dict(iterable) -> new dictionary initialized as if via:\n"
            + "    d = {}\n"
            + "    for k, v in iterable:\n"
            + "        d[k] = v\n"
            + "dict(**kwargs) -> new dictionary initialized with the name=value pairs\n"
            + "    in the keyword argument list.  For example:  dict(one=1, two=2)");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> Arguments.instance(BuiltinTypes.DICT, bound[0], new PyDict()));
    b.shortcut(cls -> Arguments.instance(BuiltinTypes.DICT, cls, new PyDict()));
    b.shortcut((cls, other) -> Arguments.instance(BuiltinTypes.DICT, cls, new PyDict()));
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.",
        bound -> {
          update("dict", (PyDict) bound[0], (PyTuple) bound[1], (PyDict) bound[2]);
          return NONE;
        });
    b.shortcut(
        (self, other) -> {
          Dicts.update((PyDict) self, other);
          return NONE;
        });
    b.method("__len__(self, /)", "Return len(self).", self -> (long) ((PyDict) self).size());
    b.method("__iter__(self, /)", "Implement iter(self).", self -> iterator(self, false));
    b.method(
        "__reversed__(self, /)",
        "Return a reverse iterator over the dict keys.",
        self -> iterator(self, true));
    b.method("__repr__(self, /)", "Return repr(self).", self -> ContainerRepr.dict((PyDict) self));
    b.constant("__hash__", NONE);
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> GenericAliasMethods.alias(bound[0], bound[1]));
    defineItems(b);
    defineOperators(b);
    defineChanges(b);
    defineViews(b);
  }

  private static void defineItems(TypeBuilder b) {
    b.wholeMethod("__getitem__(self, key, /)", "x.__getitem__(y) <==> x[y]", Dicts::getOrMissing);
    b.method(
        "__setitem__(self, key, value, /)",
        "Set self[key] to value.",
        (self, key, value) -> {
          ((PyDict) self).put(key, value);
          return NONE;
        });
    b.method(
        "__delitem__(self, key, /)",
        "Delete self[key].",
        (self, key) -> {
          if (((PyDict) self).remove(key) == null) {
            throw Errors.keyError(key);
          }
          return NONE;
        });
    b.method(
        "__contains__(self, key, /)",
        "True if the dictionary has the specified key, else False.",
        (self, key) -> ((PyDict) self).containsKey(key));
    b.method(
        "get(self, key, default=None, /)",
        "Return the value for key if key is in the dictionary, else default.",
        (self, key, otherwise) -> {
          Object value = ((PyDict) self).get(key);
          return value == null ? otherwise : value;
        });
    b.method(
        "setdefault(self, key, default=None, /)",
        "Insert key with a value of default if key is not in the dictionary.\n\n"
            + "Return the value for key if key is in the dictionary, else default.",
        (self, key, value) -> ((PyDict) self).setDefault(key, value));
    b.classMethod(
        "fromkeys(cls, /, *args, **kwargs)",
        "Create a new dictionary with keys from iterable and values set to value.",
        bound -> {
          Arguments.noKeywords("dict.fromkeys", bound[2]);
          PyTuple args = (PyTuple) bound[1];
          Arguments.between("fromkeys", args, 1, 2);
          return fromKeys(bound[0], args.get(0), args.size() == 2 ? args.get(1) : NONE);
        });
  }

  private static void defineOperators(TypeBuilder b) {
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (self, other) ->
            PyPayloadInstance.unwrap(other) instanceof PyDict d
                ? (Object) Dicts.equal((PyDict) self, d)
                : PySingleton.NOT_IMPLEMENTED);
    b.method(
        "__ne__(self, value, /)",
        "Return self!=value.",
        (self, other) ->
            PyPayloadInstance.unwrap(other) instanceof PyDict d
                ? (Object) !Dicts.equal((PyDict) self, d)
                : PySingleton.NOT_IMPLEMENTED);
    for (String name : new String[] {"__lt__", "__le__", "__gt__", "__ge__"}) {
      b.method(name + "(self, value, /)", "Compare.", (self, other) -> PySingleton.NOT_IMPLEMENTED);
    }
    b.method("__or__(self, value, /)", "Return self|value.", (self, other) -> union(self, other));
    b.method("__ror__(self, value, /)", "Return value|self.", (self, other) -> union(other, self));
    b.wholeMethod(
        "__ior__(self, value, /)",
        "Return self|=value.",
        (self, other) -> {
          Dicts.update((PyDict) PyPayloadInstance.unwrap(self), other);
          return self;
        });
  }

  private static void defineChanges(TypeBuilder b) {
    b.method(
        "clear(self, /)",
        "D.clear() -> None.  Remove all items from D.",
        self -> {
          ((PyDict) self).clear();
          return NONE;
        });
    b.method("copy(self, /)", "D.copy() -> a shallow copy of D", self -> ((PyDict) self).copy());
    b.method(
        "pop(self, key, default=<unrepresentable>, /)",
        "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n"
            + "If the key is not found, return the default if given; otherwise,\n"
            + "raise a KeyError.",
        (self, key, otherwise) -> {
          Object value = ((PyDict) self).remove(key);
          if (value != null) {
            return value;
          }
          if (otherwise == Unset.UNSET) {
            throw Errors.keyError(key);
          }
          return otherwise;
        });
    b.method(
        "popitem(self, /)",
        "Remove and return a (key, value) pair as a 2-tuple.\n\n"
            + "Pairs are returned in LIFO (last-in, first-out) order.\n"
            + "Raises KeyError if the dict is empty.",
        self -> {
          PyDict dict = (PyDict) self;
          int last = dict.previous(dict.end());
          if (last < 0) {
            throw Errors.keyError("popitem(): dictionary is empty");
          }
          PyTuple item = PyTuple.of(dict.keyAt(last), dict.valueAt(last));
          dict.removeLast(last);
          return item;
        });
    b.methodN(
        "update(self, /, *args, **kwargs)",
        "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\n"
            + "If E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\n"
            + "If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\n"
            + "In either case, this is followed by: for k in F:  D[k] = F[k]",
        bound -> {
          update("update", (PyDict) bound[0], (PyTuple) bound[1], (PyDict) bound[2]);
          return NONE;
        });
  }

  private static void defineViews(TypeBuilder b) {
    b.method(
        "keys(self, /)",
        "D.keys() -> a set-like object providing a view on D's keys",
        self -> new PyDictView((PyDict) self, DictIterator.Part.KEYS));
    b.method(
        "values(self, /)",
        "D.values() -> an object providing a view on D's values",
        self -> new PyDictView((PyDict) self, DictIterator.Part.VALUES));
    b.method(
        "items(self, /)",
        "D.items() -> a set-like object providing a view on D's items",
        self -> new PyDictView((PyDict) self, DictIterator.Part.ITEMS));
  }

  private static Object iterator(Object dict, boolean reversed) {
    return new DictIterator((PyDict) dict, DictIterator.Part.KEYS, reversed);
  }

  private static void update(String name, PyDict dict, PyTuple args, PyDict kwargs) {
    Arguments.between(name, args, 0, 1);
    if (args.size() == 1) {
      Dicts.update(dict, args.get(0));
    }
    dict.putAll(kwargs);
  }

  private static Object union(Object left, Object right) {
    if (PyPayloadInstance.unwrap(left) instanceof PyDict a
        && PyPayloadInstance.unwrap(right) instanceof PyDict b) {
      PyDict result = a.copy();
      result.putAll(b);
      return result;
    }
    return PySingleton.NOT_IMPLEMENTED;
  }

  private static Object fromKeys(Object cls, Object iterable, Object value) {
    Object made = Calls.call0(cls);
    if (made instanceof PyDict dict && dict.getClass() == PyDict.class) {
      PyIterator keys = Iteration.iterator(iterable);
      for (Object key = keys.next(); key != null; key = keys.next()) {
        dict.put(key, value);
      }
      return dict;
    }
    PyIterator keys = Iteration.iterator(iterable);
    for (Object key = keys.next(); key != null; key = keys.next()) {
      Items.set(made, key, value);
    }
    return made;
  }
}
