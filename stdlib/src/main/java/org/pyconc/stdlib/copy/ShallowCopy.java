package org.pyconc.stdlib.copy;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/** {@code copy.copy}, and what deep copies have in common with it. */
final class ShallowCopy {
  private ShallowCopy() {}

  static Object copy(Object value) {
    Object container = container(value);
    if (container != null) {
      return container;
    }
    if (!(value instanceof PyInstance instance)) {
      return atomic(value);
    }
    Object hook = Calls.special(value, "__copy__");
    if (hook != null) {
      return hook;
    }
    PyTuple recipe = recipe(instance);
    if (recipe != null) {
      return rebuild(recipe, each -> each);
    }
    PyInstance made = emptyLike(instance, container(PyPayloadInstance.unwrap(value)));
    setState(made, state(instance));
    return made;
  }

  /** A new list, dict, set or bytearray with the same content, or null for other values. */
  private static @Nullable Object container(Object value) {
    return switch (value) {
      case PyList list -> PyList.of(list.toArray());
      case PyDict dict -> dict.copy();
      case PySet set when !set.isFrozen() -> {
        PySet copy = new PySet();
        copy.addAll(set);
        yield copy;
      }
      case PyByteArray bytes -> new PyByteArray(bytes.toArray());
      default -> null;
    };
  }

  /** Values that are their own copies; what cannot be copied is refused. */
  static Object atomic(Object value) {
    if (value instanceof PyIterator || value instanceof PyModule) {
      throw Errors.typeError("cannot pickle '" + PyType.of(value).name() + "' object");
    }
    return value;
  }

  /** What a program's own {@code __reduce_ex__} or {@code __reduce__} says, or null. */
  static @Nullable PyTuple recipe(PyInstance instance) {
    for (String name : new String[] {"__reduce_ex__", "__reduce__"}) {
      for (PyType each : instance.type().mro()) {
        Object method = each.isNative() ? null : each.own(name);
        if (method != null) {
          Object result =
              name.equals("__reduce__")
                  ? Calls.method(instance, name)
                  : Calls.method(instance, name, 4L);
          return result instanceof PyTuple t ? t : null;
        }
      }
    }
    return null;
  }

  /** Makes an object as {@code (function, arguments, state, items, pairs)} says. */
  static Object rebuild(PyTuple recipe, UnaryOperator<Object> convert) {
    Object[] arguments = Iteration.toArray(convert.apply(recipe.get(1)));
    Object made = Calls.call(recipe.get(0), arguments);
    if (recipe.size() > 2 && recipe.get(2) != PySingleton.NONE) {
      setState(made, convert.apply(recipe.get(2)));
    }
    if (recipe.size() > 3 && recipe.get(3) != PySingleton.NONE) {
      for (Object each : Iteration.toArray(recipe.get(3))) {
        Calls.method(made, "append", convert.apply(each));
      }
    }
    if (recipe.size() > 4 && recipe.get(4) != PySingleton.NONE) {
      for (Object each : Iteration.toArray(recipe.get(4))) {
        Object[] pair = Iteration.unpack(each, 2);
        Items.set(made, convert.apply(pair[0]), convert.apply(pair[1]));
      }
    }
    return made;
  }

  /** An instance of the same class without attributes. */
  static PyInstance emptyLike(PyInstance instance, @Nullable Object payload) {
    PyType type = instance.type();
    if (instance instanceof PyPayloadInstance p) {
      return new PyPayloadInstance(type, payload == null ? p.payload() : payload);
    }
    PyType.Allocator allocator = type.allocator();
    if (allocator == null) {
      throw Errors.typeError("cannot pickle '" + type.name() + "' object");
    }
    PyInstance made = allocator.allocate(type);
    if (instance instanceof PyBaseException from && made instanceof PyBaseException to) {
      to.setArguments(from.arguments());
      to.setFields(from.fields().clone());
    }
    return made;
  }

  /** What {@code __getstate__} gives, or the attributes. */
  static Object state(PyInstance instance) {
    if (instance.type().lookup("__getstate__") != null) {
      return Calls.method(instance, "__getstate__");
    }
    PyDict attributes = new PyDict();
    for (String name : instance.ownNames()) {
      Object value = instance.own(name);
      if (value != null) {
        attributes.put(name, value);
      }
    }
    return attributes;
  }

  /** Gives an object its state, through {@code __setstate__} if it has one. */
  static void setState(Object made, Object state) {
    Object hook = PyType.of(made).lookup("__setstate__");
    if (hook != null) {
      Calls.method(made, "__setstate__", state);
      return;
    }
    if (state instanceof PyDict dict && made instanceof PyInstance instance) {
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        instance.setOwn(Text.java(dict.keyAt(i)), dict.valueAt(i));
      }
    }
  }
}
