package org.pyconc.transfer;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;

/**
 * Stands in a message for an instance whose class says how it travels.
 *
 * @see <a href="https://docs.python.org/3.11/library/pickle.html#pickling-class-instances">Pickling
 *     class instances</a>
 */
final class Reduction extends PyObject implements Transferable {
  private static final long PROTOCOL = 4;
  private static final int STATE = 2;
  private static final int LIST_ITEMS = 3;
  private static final int DICT_ITEMS = 4;

  /** Called with the arguments; the class itself if the instance is made without a call. */
  private Object maker = PySingleton.NONE;

  private @Nullable Object arguments;
  private boolean callsNew;
  private @Nullable Object payload;
  private Object state = PySingleton.NONE;
  private Object listItems = PySingleton.NONE;
  private Object dictItems = PySingleton.NONE;

  private Reduction() {}

  /** What stands for the instance, or null if its class says nothing. */
  static @Nullable Reduction of(PyInstance instance, Copier copier) {
    PyType type = instance.type();
    if (type.isNative()) {
      return instance instanceof PyPayloadInstance ? ofNative(instance, copier) : null;
    }
    if (type.lookup("__reduce_ex__") instanceof PyFunction f) {
      return ofTuple(instance, f.call2(instance, PROTOCOL), copier);
    }
    if (type.lookup("__reduce__") instanceof PyFunction f) {
      return ofTuple(instance, f.call1(instance), copier);
    }
    boolean isPlain = instance.hasAttributesOnly() || instance instanceof PyPayloadInstance;
    if (!isPlain || !saysSomething(type)) {
      return null;
    }
    Reduction made = new Reduction();
    copier.register(instance, made);
    made.maker = copier.copy(type);
    if (instance instanceof PyPayloadInstance p) {
      made.payload = copier.copy(p.payload());
    }
    Object newArguments = Calls.special(instance, "__getnewargs__");
    if (newArguments != null) {
      made.arguments = copier.copy(newArguments);
      made.callsNew = true;
    }
    Object ownState = Calls.special(instance, "__getstate__");
    made.state = copier.copy(ownState != null ? ownState : attributes(instance));
    return made;
  }

  /** As {@link #of} for a native subclass of a builtin type. */
  private static @Nullable Reduction ofNative(PyInstance instance, Copier copier) {
    Object reduce = instance.type().lookup("__reduce__");
    return reduce == null || reduce == BuiltinTypes.OBJECT.lookup("__reduce__")
        ? null
        : ofTuple(instance, Calls.call1(reduce, instance), copier);
  }

  private static boolean saysSomething(PyType type) {
    return type.lookup("__getstate__") instanceof PyFunction
        || type.lookup("__setstate__") instanceof PyFunction
        || type.lookup("__getnewargs__") instanceof PyFunction;
  }

  private static PyDict attributes(PyInstance instance) {
    PyDict dict = new PyDict();
    for (String name : instance.ownNames()) {
      Object value = instance.own(name);
      if (value != null) {
        dict.put(name, value);
      }
    }
    return dict;
  }

  private static Reduction ofTuple(PyInstance instance, Object result, Copier copier) {
    if (!(result instanceof PyTuple t) || t.size() < 2 || t.size() > 6) {
      throw Copier.refuse(
          instance, "'" + instance.type().name() + "' object (__reduce__ must return a tuple)");
    }
    Reduction made = new Reduction();
    copier.register(instance, made);
    made.maker = copier.copy(t.get(0));
    made.arguments = copier.copy(t.get(1));
    made.state = item(t, STATE, copier);
    made.listItems = items(t, LIST_ITEMS, copier);
    made.dictItems = items(t, DICT_ITEMS, copier);
    return made;
  }

  private static Object item(PyTuple tuple, int index, Copier copier) {
    return index < tuple.size() ? copier.copy(tuple.get(index)) : PySingleton.NONE;
  }

  private static Object items(PyTuple tuple, int index, Copier copier) {
    if (index >= tuple.size() || tuple.get(index) == PySingleton.NONE) {
      return PySingleton.NONE;
    }
    return copier.copy(PyTuple.of(Iteration.toArray(tuple.get(index))));
  }

  @Override
  public Object copy(Copier copier) {
    Object made = make(copier);
    copier.register(this, made);
    Object itsState = copier.copy(state);
    Object elements = copier.copy(listItems);
    Object entries = copier.copy(dictItems);
    copier.afterwards(() -> complete(made, itsState, elements, entries));
    return made;
  }

  private Object make(Copier copier) {
    Object function = copier.copyNow(maker);
    Object given = arguments;
    if (given != null) {
      Object[] values = Iteration.toArray(copier.copyNow(given));
      return callsNew && function instanceof PyType type
          ? Calls.call(Attributes.load(type, "__new__"), Calls.prepend(type, values))
          : Calls.call(function, values);
    }
    PyType type = (PyType) function;
    return payload == null
        ? new PyInstance(type)
        : new PyPayloadInstance(type, copier.copy(payload));
  }

  private static void complete(Object made, Object state, Object elements, Object entries) {
    if (elements instanceof PyTuple t) {
      for (Object element : t.items()) {
        Calls.method(made, "append", element);
      }
    }
    if (entries instanceof PyTuple t) {
      for (Object entry : t.items()) {
        Items.set(made, Items.get(entry, 0L), Items.get(entry, 1L));
      }
    }
    if (state == PySingleton.NONE) {
      return;
    }
    Object setter = Attributes.findQuietly(made, "__setstate__");
    if (setter != null) {
      Calls.call1(setter, state);
    } else if (state instanceof PyTuple t && t.size() == 2) {
      setAttributes(made, t.get(0));
      setAttributes(made, t.get(1));
    } else {
      setAttributes(made, state);
    }
  }

  private static void setAttributes(Object made, Object state) {
    if (state instanceof PyDict dict) {
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        Attributes.store(made, Attributes.name(dict.keyAt(i)), dict.valueAt(i));
      }
    }
  }

  @Override
  public PyType type() {
    return BuiltinTypes.OBJECT;
  }
}
