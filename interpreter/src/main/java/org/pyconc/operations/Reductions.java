package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.AttributedDict;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;

/**
 * How objects say what they consist of, for pickles and copies.
 *
 * @see <a href="https://docs.python.org/3.11/library/pickle.html#pickling-class-instances">Pickling
 *     class instances</a>
 */
public final class Reductions {
  private Reductions() {}

  /**
   * What {@code __reduce__} of a native class gives: how to make an equal object, its attributes,
   * and what it contains.
   *
   * @param listItems to append, or null
   * @param dictItems to set, or null
   */
  public static PyTuple recipe(
      Object self, PyTuple arguments, @Nullable PyList listItems, @Nullable PyDict dictItems) {
    return PyTuple.of(
        PyType.of(self),
        arguments,
        defaultState(self, false),
        listItems == null ? PySingleton.NONE : Iteration.iter(listItems),
        dictItems == null ? PySingleton.NONE : Iteration.iter(Calls.method(dictItems, "items")));
  }

  /** {@code object.__reduce_ex__}: the class's {@code __reduce__} if it has one of its own. */
  public static Object reduceEx(Object self, long protocol) {
    Object reduce = PyType.of(self).lookup("__reduce__");
    return reduce == BuiltinTypes.OBJECT.ownAttribute("__reduce__")
        ? reduce(self, protocol)
        : Calls.method(self, "__reduce__");
  }

  /** {@code object.__reduce__}: class, arguments of {@code __new__}, state, items. */
  public static Object reduce(Object self, long protocol) {
    Object known = BuiltinReductions.of(self);
    if (known != null) {
      return known;
    }
    if (protocol < 2 && (self instanceof PyIterator || isOpaque(self))) {
      throw Errors.typeError("cannot pickle '" + PyType.of(self).simpleName() + "' object");
    }
    if (protocol < 2) {
      return Calls.call2(copyreg("_reduce_ex"), self, protocol);
    }
    PyType type = PyType.of(self);
    PyTuple arguments = null;
    PyDict keywords = null;
    Object both = Calls.special(self, "__getnewargs_ex__");
    if (both != null) {
      PyTuple pair = checkedPair(both);
      arguments = (PyTuple) PyPayloadInstance.unwrap(pair.get(0));
      keywords = (PyDict) PyPayloadInstance.unwrap(pair.get(1));
    } else {
      Object given = Calls.special(self, "__getnewargs__");
      if (given != null) {
        if (!(PyPayloadInstance.unwrap(given) instanceof PyTuple t)) {
          throw Errors.typeError(
              "__getnewargs__ should return a tuple, not '" + PyType.of(given).name() + "'");
        }
        arguments = t;
      }
    }
    Object plain = PyPayloadInstance.unwrap(self);
    Object state =
        state(self, arguments == null && !(plain instanceof PyList) && !(plain instanceof PyDict));
    Object maker;
    Object[] made;
    PyTuple positional = arguments == null ? PyTuple.EMPTY : arguments;
    if (keywords == null || keywords.size() == 0) {
      maker = copyreg("__newobj__");
      made = Calls.prepend(type, positional.items());
    } else {
      maker = copyreg("__newobj_ex__");
      made = new Object[] {type, positional, keywords};
    }
    return PyTuple.of(
        maker,
        PyTuple.of(made),
        state,
        plain instanceof PyList ? Iteration.iter(self) : PySingleton.NONE,
        plain instanceof PyDict ? Iteration.iter(Calls.method(self, "items")) : PySingleton.NONE);
  }

  /** Whether it is of a class of the library that says nothing about what its objects hold. */
  private static boolean isOpaque(Object self) {
    PyType type = PyType.of(self);
    return type.isNative()
        && !hasAttributesOnly(self)
        && type.lookup("__getstate__") == BuiltinTypes.OBJECT.ownAttribute("__getstate__");
  }

  private static PyTuple checkedPair(Object both) {
    if (!(PyPayloadInstance.unwrap(both) instanceof PyTuple pair)) {
      throw Errors.typeError(
          "__getnewargs_ex__ should return a tuple, not '" + PyType.of(both).name() + "'");
    }
    if (pair.size() != 2) {
      throw Errors.valueError(
          "__getnewargs_ex__ should return a tuple of length 2, not " + pair.size());
    }
    if (!(PyPayloadInstance.unwrap(pair.get(0)) instanceof PyTuple)) {
      throw Errors.typeError(
          "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '"
              + PyType.of(pair.get(0)).name()
              + "'");
    }
    if (!(PyPayloadInstance.unwrap(pair.get(1)) instanceof PyDict)) {
      throw Errors.typeError(
          "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '"
              + PyType.of(pair.get(1)).name()
              + "'");
    }
    return pair;
  }

  /** The function that {@code copyreg} has for a class, or null. */
  public static @Nullable Object registered(PyType type) {
    Object copyreg = ProcessState.current().modules().get("copyreg");
    return copyreg != null && Attributes.findQuietly(copyreg, "dispatch_table") instanceof PyDict d
        ? d.get(type)
        : null;
  }

  /** A function of module {@code copyreg}. */
  private static Object copyreg(String name) {
    return Attributes.load(ModuleLoader.current().importModule("copyreg", true), name);
  }

  /** What {@code __getstate__} gives; whether it is {@code required} that it says all. */
  private static Object state(Object self, boolean required) {
    Object getter = PyType.of(self).lookup("__getstate__");
    return getter == BuiltinTypes.OBJECT.ownAttribute("__getstate__")
        ? defaultState(self, required)
        : Calls.method(self, "__getstate__");
  }

  /**
   * {@code object.__getstate__}: the attributes; a tuple of them and the slots if there are slots;
   * None if there is nothing.
   *
   * @param required whether an object that has more than attributes is refused
   */
  public static Object defaultState(Object self, boolean required) {
    if (required && !hasAttributesOnly(self)) {
      throw Errors.typeError("cannot pickle '" + PyType.of(self).fullName() + "' object");
    }
    Namespace instance =
        self instanceof PyInstance i
            ? i
            : self instanceof AttributedDict d ? d.existingAttributes() : null;
    if (instance == null) {
      return PySingleton.NONE;
    }
    PyType type = PyType.of(self);
    boolean hasSlots = type.lookup("__slots__") != null;
    PyDict attributes = null;
    PyDict slots = null;
    for (String name : instance.ownNames()) {
      Object value = instance.own(name);
      if (value == null) {
        continue;
      }
      if (hasSlots && type.lookup(name) instanceof SlotDescriptor) {
        slots = put(slots, name, value);
      } else {
        attributes = put(attributes, name, value);
      }
    }
    Object state = attributes == null ? PySingleton.NONE : attributes;
    return slots == null ? state : PyTuple.of(state, slots);
  }

  private static PyDict put(@Nullable PyDict dict, String name, Object value) {
    PyDict filled = dict == null ? new PyDict() : dict;
    filled.put(WideString.of(name), value);
    return filled;
  }

  private static boolean hasAttributesOnly(Object self) {
    return (self instanceof PyInstance i && i.hasAttributesOnly())
        || self instanceof PyBaseException
        || self instanceof PySingleton;
  }
}
