package org.pyconc.stdlib.copy;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFinalizableInstance;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyProperty;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Text;
import org.pyconc.scope.CodeUnit;

/** What shallow and deep copies have in common. */
final class Copies {
  private static final long PROTOCOL = 4;

  /** What a class says about copies of its instances; without any of it they are copied fast. */
  private static final String[] HOOKS = {
    "__reduce_ex__",
    "__reduce__",
    "__getstate__",
    "__setstate__",
    "__getnewargs__",
    "__getnewargs_ex__",
    "__slots__",
    "__new__",
    "__setattr__",
    "__getattribute__"
  };

  private Copies() {}

  /** Whether a value is its own copy, because it cannot change or is known by its identity. */
  static boolean isAtomic(Object value) {
    return switch (value) {
      case Long l -> true;
      case String s -> true;
      case Double d -> true;
      case Boolean b -> true;
      case PySingleton s -> true;
      case BigInteger b -> true;
      case WideString w -> true;
      case PyComplex c -> true;
      case PyBytes b -> true;
      case PyType t -> true;
      case PyRange r -> true;
      case PyFunction f -> true;
      case NativeFunction f -> true;
      case PyProperty p -> p.type() == BuiltinTypes.PROPERTY;
      case CodeUnit c -> true;
      default -> PyType.of(value).fullName().startsWith("weakref.ReferenceType");
    };
  }

  /** How a value says that it is made, or the name that it is found by. */
  static Object reduction(Object value) {
    Object reducer = Reductions.registered(PyType.of(value));
    if (reducer != null) {
      return Calls.call1(reducer, value);
    }
    Object reduceEx = Attributes.findQuietly(value, "__reduce_ex__");
    if (reduceEx == null) {
      throw Errors.of(
          CopyModule.ERROR, "un(deep)copyable object of type " + Text.javaRepr(PyType.of(value)));
    }
    return Calls.call1(reduceEx, PROTOCOL);
  }

  /** The instance if it has nothing but attributes, and its class says nothing about copies. */
  static @Nullable PyInstance plain(Object value) {
    if (!(value instanceof PyInstance instance) || !instance.hasAttributesOnly()) {
      return null;
    }
    PyType type = instance.type();
    if (type.isNative() || Reductions.registered(type) != null) {
      return null;
    }
    for (String hook : HOOKS) {
      if (type.lookup(hook) != BuiltinTypes.OBJECT.ownAttribute(hook)) {
        return null;
      }
    }
    return instance;
  }

  /** An instance of the same class without attributes. */
  static PyInstance emptyLike(PyInstance plain) {
    return plain instanceof PyFinalizableInstance
        ? PyFinalizableInstance.watched(plain.type())
        : new PyInstance(plain.type());
  }

  /** Gives an instance the attributes of another. */
  static void copyAttributes(PyInstance from, PyInstance to, UnaryOperator<Object> convert) {
    for (String name : from.ownNames()) {
      Object value = from.own(name);
      if (value != null) {
        to.setOwn(name, convert.apply(value));
      }
    }
  }

  /** The recipe, checked as far as it has to be to be followed. */
  static PyTuple checked(Object reduction) {
    if (!(PyPayloadInstance.unwrap(reduction) instanceof PyTuple recipe)) {
      throw Errors.typeError(
          "Value after * must be an iterable, not " + PyType.of(reduction).name());
    }
    if (recipe.size() < 2) {
      throw Errors.typeError(
          recipe.size() == 1
              ? "_reconstruct() missing 1 required positional argument: 'args'"
              : "_reconstruct() missing 2 required positional arguments: 'func' and 'args'");
    }
    if (recipe.size() > 5) {
      throw Errors.typeError(
          "_reconstruct() takes from 4 to 7 positional arguments but "
              + (recipe.size() + 2)
              + " were given");
    }
    return recipe;
  }

  /** Makes the object of a recipe, without its state. */
  static Object make(PyTuple recipe, UnaryOperator<Object> convert) {
    Object[] arguments = Iteration.toArray(recipe.get(1)).clone();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = convert.apply(arguments[i]);
    }
    return Calls.call(recipe.get(0), arguments);
  }

  /** Gives an object the state and the content that a recipe names. */
  static void fill(Object made, PyTuple recipe, UnaryOperator<Object> convert) {
    Object state = part(recipe, 2);
    if (state != PySingleton.NONE) {
      setState(made, convert.apply(state));
    }
    Object elements = part(recipe, 3);
    if (elements != PySingleton.NONE) {
      for (Object each : Iteration.toArray(elements)) {
        Calls.method(made, "append", convert.apply(each));
      }
    }
    Object pairs = part(recipe, 4);
    if (pairs != PySingleton.NONE) {
      for (Object each : Iteration.toArray(pairs)) {
        Object[] pair = Iteration.unpack(each, 2);
        Items.set(made, convert.apply(pair[0]), convert.apply(pair[1]));
      }
    }
  }

  private static Object part(PyTuple recipe, int index) {
    return index < recipe.size() ? recipe.get(index) : PySingleton.NONE;
  }

  /** Gives an object its state, through {@code __setstate__} if it has one. */
  private static void setState(Object made, Object given) {
    Object hook = Attributes.findQuietly(made, "__setstate__");
    if (hook != null) {
      Object ignored = Calls.call1(hook, given);
      return;
    }
    Object state = given;
    Object slots = PySingleton.NONE;
    if (given instanceof PyTuple both && both.size() == 2) {
      state = both.get(0);
      slots = both.get(1);
    }
    if (state != PySingleton.NONE) {
      Object ignored = Calls.method(Attributes.load(made, "__dict__"), "update", state);
    }
    if (slots instanceof PyDict dict) {
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        Attributes.store(made, Text.java(dict.keyAt(i)), dict.valueAt(i));
      }
    }
  }

  /** A method that programs give their classes, or null: {@code __copy__}, {@code __deepcopy__}. */
  static @Nullable Object hook(Object value, String name) {
    try {
      return Attributes.load(value, name);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
        return null;
      }
      throw e;
    }
  }
}
